/** Why all cases are evaluated again. */
export const reevaluationReasons = [
  /** It has never been done here. */
  "first",
  /** The forms, the scoring, a rule or one of its thresholds are not those of the last time. */
  "new-rules",
  /** So many cases came that the expected course may be learnt, or learnt better. */
  "new-cases",
  /** The practice took its norms again. */
  "new-norms",
  /** Once a night: what is waited for ages by itself, and the expected course is learnt from the day's forms. */
  "night",
  /** Somebody who runs the practice asked. */
  "asked",
] as const;

export type ReevaluationReason = (typeof reevaluationReasons)[number];

export function isReason(value: string): value is ReevaluationReason {
  return reevaluationReasons.some((reason) => reason === value);
}
