import type { Rater } from "@concord/instruments";

export const raters: readonly Rater[] = ["client", "therapist", "observer", "caregiver", "member"];

const synonyms: ReadonlyMap<string, Rater> = new Map([
  ...raters.map((rater) => [rater, rater] as const),
  ["c", "client"],
  ["patient", "client"],
  ["p", "client"],
  ["self", "client"],
  ["t", "therapist"],
  ["clinician", "therapist"],
  ["counsellor", "therapist"],
  ["counselor", "therapist"],
  ["o", "observer"],
  ["coder", "observer"],
  ["g", "caregiver"],
  ["parent", "caregiver"],
  ["m", "member"],
]);

/** The letter a rater has in a wide column's name: `wai_s03_i05_c`. */
export const raterLetter: Readonly<Record<Rater, string>> = {
  client: "c",
  therapist: "t",
  observer: "o",
  caregiver: "g",
  member: "m",
};

export function readRater(text: string): Rater | null {
  return synonyms.get(text.trim().toLowerCase()) ?? null;
}

/** The words `readRater` knows, for suggestions. */
export const raterWords: readonly string[] = [...synonyms.keys()].filter((word) => word.length > 1);
