import { type BetweenStudyVariance, cutOff } from "./between-study-variance.ts";
import { tracesOf } from "./projection.ts";
import type { Regression } from "./regression.ts";
import { inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/**
 * τ² as the weighted variance of the effects less the average sampling variance: (Q − k)/Σw, w = 1/v; the
 * small-sample form multiplies Q by k/(k − p) first, since residuals are smaller than errors.
 *
 * Hunter JE, Schmidt FL (1990). Methods of Meta-Analysis; Brannick MT, Potter SM, Benitez B, Morris SB (2019).
 * Res Synth Methods 10: 1–13.
 */
export function hunterSchmidtVariance(
  regression: Regression,
  form: "plain" | "small-sample",
): BetweenStudyVariance {
  const { k, p } = regression;
  const fit = weightedFit(regression, inverseVarianceWeights(regression, 0));
  const { trace, traceOfSquare } = tracesOf(regression, fit);
  let total = 0;
  for (const weight of fit.weights) total += weight;
  const factor = form === "plain" ? 1 : k / (k - p);
  const value = (factor * fit.weightedSquares - k) / total;
  const positive = Math.max(0, value);
  const spread = 2 * (k - p) + 4 * positive * trace + 2 * positive ** 2 * traceOfSquare;
  return cutOff(value, (factor * Math.sqrt(spread)) / total);
}
