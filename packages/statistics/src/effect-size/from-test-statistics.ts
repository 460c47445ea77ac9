import { studentTUpperQuantile } from "@concord/numerics";

/**
 * Correlations from the statistics that reports print, and the road between d and r.
 *
 * Borenstein M, Hedges LV, Higgins JPT, Rothstein HR (2009). Introduction to Meta-Analysis, chapter 7;
 * Rosenthal R (1991). Meta-Analytic Procedures for Social Research, p. 19. All give NaN where the statistic cannot
 * be what it says (a negative F or χ²).
 */

/** r = t/√(t² + df), with the sign of t; df = n − 2 for a simple correlation or two groups. */
export function correlationFromT(t: number, df: number): number {
  return t / Math.hypot(t, Math.sqrt(df));
}

/** r = √(F/(F + df)) for one numerator degree of freedom: F has lost the sign, which the report must give. */
export function correlationFromF(f: number, dfDenominator: number): number {
  return Math.sqrt(f / (f + dfDenominator));
}

/** r = √(χ²/n) for one degree of freedom (the phi coefficient): without sign. */
export function correlationFromChiSquare(chiSquare: number, sampleSize: number): number {
  return Math.sqrt(chiSquare / sampleSize);
}

/** r = d/√(d² + a), a = m/n₁ + m/n₂ with m = n₁ + n₂ − 2: the point-biserial correlation that gives d. */
export function correlationFromD(d: number, firstSize: number, secondSize: number): number {
  const m = firstSize + secondSize - 2;
  return d / Math.sqrt(d * d + m / firstSize + m / secondSize);
}

/** r = d/√(d² + 4), for large groups of one size. */
export function correlationFromDEqualGroups(d: number): number {
  return d / Math.hypot(d, 2);
}

/** d = 2r/√(1 − r²), for large groups of one size. */
export function dFromCorrelation(r: number): number {
  return (2 * r) / Math.sqrt((1 - r) * (1 + r));
}

/** d = t √(1/n₁ + 1/n₂), for two independent groups. */
export function dFromT(t: number, firstSize: number, secondSize: number): number {
  return t * Math.sqrt(1 / firstSize + 1 / secondSize);
}

/** t from its p value: how far out it lies; p has lost the sign, which the report must give. NaN unless 0 < p < 1. */
export function tFromP(p: number, tails: 1 | 2, df: number): number {
  return p > 0 && p < 1 && df > 0 ? studentTUpperQuantile(p / tails, df) : Number.NaN;
}
