import { type AgeBand, catalogue, findInstrument, type Instrument, type Rater } from "@concord/instruments";
import { nearest, plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";

/** The catalogue's form for a word and a rater, or why there is none. */
export type FoundForm =
  | { readonly kind: "form"; readonly form: Instrument }
  | { readonly kind: "other-rater"; readonly family: Instrument; readonly sentence: string }
  | { readonly kind: "unknown"; readonly sentence: string };

/**
 * Which form does a word in a file mean? Its id, its family's, or one of its titles, compared without case and
 * signs: `phq9`, `PHQ-9`. A family has a form for each rater and age, so the rater chooses among them, and the
 * age band where it is known; otherwise the adult form is meant.
 */
export function findForm(word: string, rater: Rater | null, ageBand: AgeBand | null): FoundForm {
  const exact = findInstrument(word);
  if (exact !== null && (rater === null || exact.rater === rater)) return { kind: "form", form: exact };
  const wanted = plain(word);
  const named = catalogue.filter((form) => namesOf(form).some((name) => plain(name) === wanted));
  const family = exact?.family ?? named[0]?.family;
  if (family === undefined) return { kind: "unknown", sentence: unknownSentence(word) };
  const forms = named.some((form) => plain(form.id) === wanted && form.rater === rater)
    ? named.filter((form) => plain(form.id) === wanted)
    : catalogue.filter((form) => form.family === family);
  const byRater = rater === null ? forms : forms.filter((form) => form.rater === rater);
  const age = ageBand ?? "adult";
  const form = byRater.find((each) => each.ageBands.includes(age)) ?? byRater[0];
  if (form !== undefined) return { kind: "form", form };
  const first = forms[0]!;
  const answeredBy = [...new Set(forms.map((each) => each.rater))].join(" or ");
  return {
    kind: "other-rater",
    family: first,
    sentence: `${first.shortTitle} is answered by the ${answeredBy}, not by the ${rater}.`,
  };
}

function namesOf(form: Instrument): readonly string[] {
  return [form.id, form.family, form.shortTitle, form.title];
}

function unknownSentence(word: string): string {
  const meant = nearest(
    word,
    catalogue.flatMap((form) => [form.id, form.family]),
  );
  const hint = meant === null ? "" : ` Did you mean ${meant}?`;
  return `There is no instrument ${quoted(word)} in the catalogue.${hint}`;
}
