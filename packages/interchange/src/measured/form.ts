import { type AgeBand, catalogue, findInstrument, type Instrument, type Rater } from "@concord/instruments";
import { nearest, plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";

/** The catalogue's form for a word and a rater, or why there is none. */
export type FoundForm =
  | { readonly kind: "form"; readonly form: Instrument }
  | { readonly kind: "other-rater"; readonly sibling: Instrument; readonly sentence: string }
  | { readonly kind: "unknown"; readonly sentence: string };

/**
 * Which form does a word in a file mean?
 *
 * Its id, or what the ids of one instrument's forms have in common (`wai-sr` of `wai-sr-client` and
 * `wai-sr-therapist`), or a title, compared without case and signs: `phq9`, `PHQ-9`. The rater then chooses among
 * the forms, and the age band where it is known; otherwise the adult form is meant.
 */
export function findForm(word: string, rater: Rater | null, ageBand: AgeBand | null): FoundForm {
  const exact = findInstrument(word);
  if (exact !== null && (rater === null || exact.rater === rater)) return { kind: "form", form: exact };
  const wanted = plain(word);
  const named = exact ?? catalogue.find((form) => plain(stemOf(form)) === wanted) ?? titled(wanted);
  if (named === undefined) return { kind: "unknown", sentence: unknownSentence(word) };
  const forms = catalogue.filter((form) => stemOf(form) === stemOf(named));
  const byRater = rater === null ? forms : forms.filter((form) => form.rater === rater);
  const form = byRater.find((each) => each.ageBands.includes(ageBand ?? "adult")) ?? byRater[0];
  if (form !== undefined) return { kind: "form", form };
  const answeredBy = [...new Set(forms.map((each) => each.rater))].join(" or ");
  return {
    kind: "other-rater",
    sibling: named,
    sentence: `${named.shortTitle} is answered by the ${answeredBy}, not by the ${rater}.`,
  };
}

/** Who answers the forms a word may mean; nobody where the catalogue does not know it. */
export function ratersOf(word: string): readonly Rater[] {
  const found = findForm(word, null, null);
  if (found.kind !== "form") return [];
  return [
    ...new Set(catalogue.filter((form) => stemOf(form) === stemOf(found.form)).map((form) => form.rater)),
  ];
}

const whose = /-(?:client|therapist|observer|caregiver|member)(?:-(?:adult|adolescent|child))?$/;

/** What the ids of one instrument's forms have in common. */
export const stemOf = (form: Instrument): string => form.id.replace(whose, "");

function titled(wanted: string): Instrument | undefined {
  return catalogue.find((form) => plain(form.shortTitle) === wanted || plain(form.title) === wanted);
}

function unknownSentence(word: string): string {
  const family = catalogue.filter((form) => plain(form.family) === plain(word));
  const names = [...new Set((family.length > 0 ? family : catalogue).map(stemOf))];
  const meant = family.length > 0 ? names.join(", ") : nearest(word, names);
  const hint = meant === null ? "" : ` Did you mean ${meant}?`;
  return `There is no instrument ${quoted(word)} in the catalogue.${hint}`;
}
