import { type BetweenStudyVariance, cutOff } from "./between-study-variance.ts";
import { tracesOf } from "./projection.ts";
import type { Regression } from "./regression.ts";
import { inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/**
 * τ² from the surplus of Cochran's Q over its degrees of freedom: (Q − (k − p))/tr P, P with weights 1/v.
 *
 * DerSimonian R, Laird N (1986). Control Clin Trials 7: 177–188; with moderators Raudenbush SW (2009), in The
 * Handbook of Research Synthesis, 2nd ed., p. 308. The standard error is that of a quadratic form in normal effects.
 */
export function dersimonianLaird(regression: Regression): BetweenStudyVariance {
  const df = regression.k - regression.p;
  const fit = weightedFit(regression, inverseVarianceWeights(regression, 0));
  const { trace, traceOfSquare } = tracesOf(regression, fit);
  const value = (fit.weightedSquares - df) / trace;
  const positive = Math.max(0, value);
  const standardError = Math.sqrt(2 * df + 4 * positive * trace + 2 * positive ** 2 * traceOfSquare) / trace;
  return cutOff(value, standardError);
}
