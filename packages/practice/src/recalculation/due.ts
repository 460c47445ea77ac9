import { minCasesToFit } from "@concord/course";
import type { ReevaluationReason } from "./reasons.ts";

/** What is remembered of the last time all cases were evaluated again. */
export interface LastEvaluation {
  readonly startedAt: string;
  /** By which rules: `evaluationBasis()` then. */
  readonly basis: string;
  readonly cases: number;
}

/** With a fifth more cases than the last time the expected course is worth learning again before the night. */
const growth = 1.2;

/** Hour of the day, where the machine is, at which hardly anyone works. */
const quietHour = 3;

/** Is it time to evaluate all cases again, and why? Null while what stands still holds. */
export function dueReason(
  last: LastEvaluation | null,
  today: { readonly basis: string; readonly cases: number; readonly now: Date },
): ReevaluationReason | null {
  if (last === null) return "first";
  if (last.basis !== today.basis) return "new-rules";
  const isFirstTime = last.cases < minCasesToFit;
  if (today.cases >= minCasesToFit && (isFirstTime || today.cases >= last.cases * growth)) return "new-cases";
  return Date.parse(last.startedAt) < lastNightlyRun(today.now).getTime() ? "night" : null;
}

/** The quiet hour that came last: of today, or of yesterday where today's is still to come. */
export function lastNightlyRun(now: Date): Date {
  const night = new Date(now);
  night.setHours(quietHour, 0, 0, 0);
  if (night.getTime() > now.getTime()) night.setDate(night.getDate() - 1);
  return night;
}
