import type { ReevaluationReason, ReevaluationStep } from "@concord/practice";

const because: Readonly<Record<ReevaluationReason, string>> = {
  first: "it has not been done here before",
  "new-rules": "cases are read by other rules than before",
  "new-cases": "many new cases have come",
  "new-norms": "norms were taken anew",
  night: "it is done once a night",
  asked: "someone asked for it",
};

/** "cases are read by other rules than before, and someone asked for it" */
function reasonWords(reasons: readonly ReevaluationReason[]): string {
  return reasons.map((reason) => because[reason]).join(", and ");
}

export function becauseWords(reasons: readonly ReevaluationReason[]): string {
  return reasons.length === 0 ? "" : `Because ${reasonWords(reasons)}.`;
}

export function whyWords(reasons: readonly ReevaluationReason[]): string {
  const words = reasonWords(reasons);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}

export const stepWords: Readonly<Record<ReevaluationStep, string>> = {
  scores: "Scoring forms that older rules have scored",
  expected: "Learning how ratings usually go here",
  caseload: "Evaluating cases",
};

/** "3,200 of 10,000 cases", or nothing where it is not known how many there are. */
export function farWords(step: ReevaluationStep, done: number, of: number | null): string {
  if (of === null) return step === "scores" && done > 0 ? `${countWords(done)} so far` : "";
  return `${countWords(done)} of ${countWords(of)} cases`;
}

export function countWords(count: number): string {
  return count.toLocaleString("en-GB");
}

/** How long it took: "29 seconds", "2 minutes". */
export function tookWords(startedAt: string, finishedAt: string): string {
  const seconds = Math.max(1, Math.round((Date.parse(finishedAt) - Date.parse(startedAt)) / 1000));
  if (seconds < 100) return seconds === 1 ? "a second" : `${seconds} seconds`;
  return `${Math.round(seconds / 60)} minutes`;
}
