import { chiSquareQuantile } from "@concord/numerics";
import type { BetweenStudyVariance } from "./between-study-variance.ts";
import { unweightedVariance } from "./hedges-olkin.ts";
import type { Regression } from "./regression.ts";
import { inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/**
 * How much do the studies differ beyond their sampling error?
 *
 * The τ² at which the weighted sum of squares equals its expectation: y′P(τ²)y = k − p. Empirical Bayes solves the
 * same equation (Viechtbauer 2005, page 268).
 *
 * Paule RC, Mandel J (1982). J Res Natl Bur Stand 87: 377–385.
 */
export function pauleMandel(regression: Regression): BetweenStudyVariance {
  return atDispersion(regression, regression.k - regression.p);
}

/**
 * The same with the median of χ² for its mean, so that the estimate is as often too high as too low.
 *
 * Viechtbauer W (2021), in Handbook of Meta-Analysis (Schmid, Stijnen, White), p. 195.
 */
export function medianUnbiased(regression: Regression): BetweenStudyVariance {
  return atDispersion(regression, chiSquareQuantile(0.5, regression.k - regression.p));
}

/** A τ² at which the weighted sum of squares has a wanted value. */
export type Dispersion =
  | { readonly kind: "found"; readonly value: number; readonly steps: number }
  | { readonly kind: "below-zero" }
  | { readonly kind: "unsettled"; readonly value: number; readonly steps: number };

/**
 * Where y′P(τ²)y falls to the target. It is convex and falls as τ² grows, so Newton's steps from the left climb to
 * the root and never pass it.
 */
export function dispersionEquals(regression: Regression, target: number, limit = 500): Dispersion {
  const fromZero = regression.variances.every((variance) => variance > 0);
  let value = fromZero ? 0 : Math.max(unweightedVariance(regression), Number.MIN_VALUE);
  for (let steps = 0; steps < limit; steps++) {
    const { weights, residuals, weightedSquares } = weightedFit(
      regression,
      inverseVarianceWeights(regression, value),
    );
    if (steps === 0 && fromZero && weightedSquares <= target) return { kind: "below-zero" };
    let slope = 0;
    for (let i = 0; i < weights.length; i++) slope += (weights[i]! * residuals[i]!) ** 2;
    if (!(slope > 0)) return { kind: "below-zero" };
    const step = (weightedSquares - target) / slope;
    const next = Math.max(value + step, value / 2);
    if (Math.abs(next - value) <= 1e-15 * next) return { kind: "found", value: next, steps: steps + 1 };
    // Once rounding turns a climb from the left back, the root is as close as it gets.
    if (steps > 2 && fromZero && step < 0) return { kind: "found", value, steps: steps + 1 };
    value = next;
  }
  return { kind: "unsettled", value, steps: limit };
}

function atDispersion(regression: Regression, target: number): BetweenStudyVariance {
  const solved = dispersionEquals(regression, target);
  if (solved.kind === "unsettled") return solved;
  const value = solved.kind === "found" ? solved.value : 0;
  const { k, p } = regression;
  let total = 0;
  for (const weight of inverseVarianceWeights(regression, value)) total += weight;
  const standardError = Math.sqrt((2 * k * k) / (k - p)) / total;
  if (solved.kind === "below-zero") return { kind: "boundary", value: 0, standardError };
  return { kind: "interior", value, standardError, steps: solved.steps };
}
