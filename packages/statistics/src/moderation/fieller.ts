/** Where a ratio of two estimates lies. */
export type RatioInterval =
  | { readonly kind: "bounded"; readonly lower: number; readonly upper: number }
  /** The denominator may be nought: everything outside (lower, upper) is possible too, or everything there is. */
  | { readonly kind: "unbounded"; readonly excluded: readonly [number, number] | null };

export interface UncertainRatio {
  readonly numerator: number;
  readonly denominator: number;
  readonly numeratorVariance: number;
  readonly denominatorVariance: number;
  readonly covariance: number;
}

/**
 * Between which values does a ratio lie?
 *
 * All θ for which numerator − θ·denominator is within t standard errors of nought. Unlike the delta method it stays
 * right where the denominator is uncertain, and says so when the data put no bound. Fieller EC (1954), J R Stat Soc B
 * 16: 175–185.
 */
export function fiellerInterval(ratio: UncertainRatio, critical: number): RatioInterval {
  const square = critical * critical;
  const a = ratio.denominator ** 2 - square * ratio.denominatorVariance;
  const b = -2 * (ratio.numerator * ratio.denominator - square * ratio.covariance);
  const c = ratio.numerator ** 2 - square * ratio.numeratorVariance;
  const discriminant = b * b - 4 * a * c;
  if (discriminant < 0 || a === 0) return { kind: "unbounded", excluded: null };
  const root = Math.sqrt(discriminant);
  const ends = [(-b - root) / (2 * a), (-b + root) / (2 * a)].sort((left, right) => left - right);
  const [lower, upper] = ends as [number, number];
  return a > 0 ? { kind: "bounded", lower, upper } : { kind: "unbounded", excluded: [lower, upper] };
}

/** Its standard error by the delta method. */
export function ratioStandardError(ratio: UncertainRatio): number {
  const { numerator, denominator, numeratorVariance, denominatorVariance, covariance } = ratio;
  const value = numerator / denominator;
  const variance = numeratorVariance + value ** 2 * denominatorVariance - 2 * value * covariance;
  return Math.sqrt(Math.max(0, variance)) / Math.abs(denominator);
}
