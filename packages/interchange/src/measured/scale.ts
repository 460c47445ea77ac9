import { type Construct, catalogue, type Instrument, type Scale } from "@concord/instruments";
import { nearest, plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";

export type FoundScale =
  | { readonly kind: "scale"; readonly scale: Scale }
  | { readonly kind: "unknown"; readonly sentence: string };

/** Words for scales that mean the same in every file. */
const synonyms: ReadonlyMap<string, string> = new Map([
  ["task", "tasks"],
  ["goal", "goals"],
  ["alliance", "total"],
  ["sum", "total"],
  ["totalscore", "total"],
]);

const canonical = (word: string): string => synonyms.get(plain(word)) ?? plain(word);

/** Which scale of this form does a word mean? Without a word: its total, or its only scale. */
export function findScale(form: Instrument, word: string | null): FoundScale {
  if (word === null) {
    const scale = form.scales.find((each) => each.id === "total") ?? form.scales[0];
    if (scale !== undefined && (scale.id === "total" || form.scales.length === 1)) {
      return { kind: "scale", scale };
    }
    return {
      kind: "unknown",
      sentence: `${form.shortTitle} has no total; name one of its scales: ${names(form)}.`,
    };
  }
  const wanted = canonical(word);
  const scale = form.scales.find((each) => plain(each.id) === wanted || plain(each.title) === plain(word));
  if (scale !== undefined) return { kind: "scale", scale };
  const meant = nearest(
    word,
    form.scales.map((each) => each.id),
  );
  const hint = meant === null ? ` It has ${names(form)}.` : ` Did you mean ${meant}?`;
  return { kind: "unknown", sentence: `${form.shortTitle} has no scale ${quoted(word)}.${hint}` };
}

const names = (form: Instrument): string => form.scales.map((scale) => scale.id).join(", ") || "no scales";

/** What a scale's name says of itself where the file names no instrument. */
export interface NamedScale {
  readonly id: string;
  readonly construct: Construct;
  readonly better: "higher" | "lower" | "neither";
}

const wellKnown: readonly NamedScale[] = [
  ...["total", "bond", "tasks", "goals"].map(
    (id): NamedScale => ({ id, construct: "alliance", better: "higher" }),
  ),
  ...["depth", "smoothness"].map((id): NamedScale => ({ id, construct: "session-depth", better: "higher" })),
  { id: "cohesion", construct: "cohesion", better: "higher" },
  ...["distress", "symptoms", "depression", "anxiety"].map(
    (id): NamedScale => ({ id, construct: "outcome", better: "lower" }),
  ),
  ...["outcome", "wellbeing", "functioning"].map(
    (id): NamedScale => ({ id, construct: "outcome", better: "higher" }),
  ),
];

/**
 * What does a scale's name alone say? The well-known ones, and the scales of the catalogue where every form that
 * has one of that name agrees on what it measures. Null otherwise: nothing is guessed.
 */
export function scaleByName(word: string): NamedScale | null {
  const id = canonical(word);
  const known = wellKnown.find((each) => each.id === id);
  if (known !== undefined) return known;
  const found = catalogue.flatMap((form) =>
    form.scales
      .filter((scale) => plain(scale.id) === id)
      .map((scale) => ({ id: scale.id, construct: form.construct, better: scale.better })),
  );
  const first = found[0];
  if (first === undefined) return null;
  return found.every((each) => each.construct === first.construct && each.better === first.better)
    ? first
    : null;
}

/** The names worth suggesting when a scale is unknown. */
export const suggestedScales: readonly string[] = wellKnown.map((each) => each.id);
