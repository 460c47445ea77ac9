import type { Rater } from "@concord/course";
import type { Weight } from "@concord/signals";

/** The same words in every chart, page and report. */
export const raterWords: Readonly<Record<Rater, string>> = {
  client: "Client",
  therapist: "Therapist",
  observer: "Observer",
  caregiver: "Caregiver",
  member: "Members",
};

export const weightWords: Readonly<Record<Weight, string>> = {
  urgent: "Urgent",
  persistent: "Persistent",
  credible: "Notable",
  note: "Minor",
};

/** From the one that cannot wait to the one that can. */
export const weightOrder: readonly Weight[] = ["urgent", "persistent", "credible", "note"];

/** `session-depth` as `Session depth`; `total` as `Total`. */
export function scaleWords(scale: string): string {
  const spaced = scale.replace(/[-_]+/g, " ").trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** One decimal at most: what a person can use of a rating. */
export function numberWords(value: number): string {
  return String(Math.round(value * 10) / 10 + 0).replace("-", "−");
}
