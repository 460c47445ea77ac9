/** What came of evaluating all cases again. */
export interface Reevaluated {
  readonly cases: number;
  /** Answered forms that had been scored under older rules. */
  readonly scored: number;
  /** Forms whose expected course rests on the practice's own cases. */
  readonly learnt: number;
  /** Forms for which the prior still stands, each with its reason. */
  readonly keptPrior: readonly {
    readonly instrument: string;
    readonly rater: string;
    readonly reason: string;
  }[];
  /** Cases that could not be evaluated; their lines stay as they were. */
  readonly leftOut: number;
}

/** The same as it is kept, with the rules it was done by. */
export interface ReevaluationOutcome extends Reevaluated {
  readonly basis: string;
}

/** Null for what another version has kept: all is then evaluated as if for the first time. */
export function outcomeOf(kept: unknown): ReevaluationOutcome | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { cases, scored, learnt, keptPrior, leftOut, basis } = kept as Partial<ReevaluationOutcome>;
  const areNumbers = [cases, scored, learnt, leftOut].every((one) => typeof one === "number");
  return areNumbers && Array.isArray(keptPrior) && typeof basis === "string"
    ? (kept as ReevaluationOutcome)
    : null;
}
