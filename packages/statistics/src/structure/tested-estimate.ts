import { normalQuantile, normalSurvival } from "@concord/numerics";

/** An estimate against nought, and the interval around it, both by the normal distribution. */
export interface TestedEstimate {
  readonly estimate: number;
  /** Zero where the path is fixed. */
  readonly standardError: number;
  /** Undefined where there is no error to set the estimate against. */
  readonly z: number | undefined;
  readonly p: number | undefined;
  readonly lower: number;
  readonly upper: number;
}

/** Wald's test and interval at a level of confidence: z = estimate/error, estimate ± z₍₁₊level₎⸝₂ errors. */
export function testedEstimate(estimate: number, standardError: number, level: number): TestedEstimate {
  const width = normalQuantile((1 + level) / 2) * standardError;
  const z = standardError > 0 ? estimate / standardError : undefined;
  return {
    estimate,
    standardError,
    z,
    p: z === undefined ? undefined : 2 * normalSurvival(Math.abs(z)),
    lower: estimate - width,
    upper: estimate + width,
  };
}
