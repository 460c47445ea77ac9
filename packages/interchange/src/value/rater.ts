import type { Rater } from "@concord/instruments";

const raters: readonly Rater[] = ["client", "therapist", "observer", "caregiver", "member"];

const synonyms: ReadonlyMap<string, Rater> = new Map([
  ...raters.map((rater) => [rater, rater] as const),
  ["c", "client"],
  ["patient", "client"],
  ["self", "client"],
  ["child", "client"],
  ["adolescent", "client"],
  ["t", "therapist"],
  ["clinician", "therapist"],
  ["counsellor", "therapist"],
  ["counselor", "therapist"],
  ["o", "observer"],
  ["coder", "observer"],
  ["g", "caregiver"],
  ["parent", "caregiver"],
  ["mother", "caregiver"],
  ["father", "caregiver"],
  ["guardian", "caregiver"],
  ["carer", "caregiver"],
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

/** Letters that stand for several people in different studies. */
const doubtful: ReadonlyMap<string, string> = new Map([
  ["c", "the client, the clinician, a caregiver or a coder"],
  ["p", "the patient or a parent"],
  ["t", "the therapist or a teacher"],
  ["o", "an observer or some other person"],
  ["m", "a member of the group or the mother"],
  ["f", "a fellow member or the father"],
  ["g", "a guardian or the group"],
  ["s", "the client (self) or the supervisor"],
]);

/** Who a letter may mean, in words; null for a word that means one person. */
export const doubtfulRater = (word: string): string | null => doubtful.get(word.toLowerCase()) ?? null;

const clients: readonly string[] = ["client", "patient"];
const therapists: readonly string[] = ["therapist", "clinician", "counsellor", "counselor"];

/** Whether the other words of the column settle a letter: C and T beside each other are client and therapist. */
export function isSettledBeside(letter: string, words: ReadonlySet<string>): boolean {
  const has = (some: readonly string[]): boolean => some.some((word) => words.has(word));
  switch (letter) {
    case "c":
      return has(["t", ...therapists]) && !has(clients);
    case "t":
      return has(["c", ...clients]) && !has(therapists);
    case "o":
      return has(["c", ...clients]) && has(["t", ...therapists]);
    default:
      return false;
  }
}
