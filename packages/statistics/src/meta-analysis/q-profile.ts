import { chiSquareQuantile, chiSquareUpperQuantile } from "@concord/numerics";
import type { FittedMetaAnalysis } from "./model.ts";
import { dispersionEquals } from "./paule-mandel.ts";

/** An interval for τ² and what follows from it, or the reason there is none. */
export type VarianceInterval =
  | {
      readonly kind: "interval";
      readonly betweenStudyVariance: Bounds;
      readonly betweenStudyDeviation: Bounds;
      readonly iSquared: Bounds;
      readonly hSquared: Bounds;
    }
  /** The studies agree more closely than chance allows at this level: no τ² ≥ 0 fits, and zero fits best. */
  | { readonly kind: "below-zero" }
  | { readonly kind: "not-defined"; readonly reason: string };

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Which between-study variances are compatible with the spread that was seen?
 *
 * The τ² at which the generalised Q lies on the outer quantiles of its χ² distribution: exact for normal effects
 * with known sampling variances. Viechtbauer W (2007). Stat Med 26: 37–52.
 */
export function qProfileInterval(fit: FittedMetaAnalysis): VarianceInterval {
  const { regression, heterogeneity, level } = fit;
  const df = regression.k - regression.p;
  if (df < 1) return { kind: "not-defined", reason: "a single study has no spread" };
  if (Number.isNaN(heterogeneity.q)) {
    return { kind: "not-defined", reason: "Q requires sampling variances above zero" };
  }
  const tail = (1 - level) / 2;
  const upper = dispersionEquals(regression, chiSquareQuantile(tail, df));
  const lower = dispersionEquals(regression, chiSquareUpperQuantile(tail, df));
  if (upper.kind === "unsettled" || lower.kind === "unsettled") {
    return { kind: "not-defined", reason: "the bounds were not found" };
  }
  if (upper.kind === "below-zero") return { kind: "below-zero" };
  const variance = { lower: lower.kind === "found" ? lower.value : 0, upper: upper.value };
  const typical = heterogeneity.typicalVariance;
  const each = (f: (value: number) => number): Bounds => ({
    lower: f(variance.lower),
    upper: f(variance.upper),
  });
  return {
    kind: "interval",
    betweenStudyVariance: variance,
    betweenStudyDeviation: each(Math.sqrt),
    iSquared: each((value) => (100 * value) / (typical + value)),
    hSquared: each((value) => value / typical + 1),
  };
}
