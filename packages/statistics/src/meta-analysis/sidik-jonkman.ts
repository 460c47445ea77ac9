import { type BetweenStudyVariance, cutOff } from "./between-study-variance.ts";
import { tracesOf } from "./projection.ts";
import type { Regression } from "./regression.ts";
import { inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/**
 * τ² in one step from a crude start: τ₀² = Σ(y − ȳ)²/k, then τ₀² · y′Py/(k − p) with weights 1/(v + τ₀²).
 *
 * Sidik K, Jonkman JN (2005). Appl Stat 54: 367–384. Never zero unless all effects are equal.
 */
export function sidikJonkman(regression: Regression): BetweenStudyVariance {
  const { k, p, estimates } = regression;
  let total = 0;
  for (const estimate of estimates) total += estimate;
  const centre = total / k;
  let crude = 0;
  for (const estimate of estimates) crude += (estimate - centre) ** 2 / k;
  // Equal effects leave nothing to start from, and nothing to find.
  if (!(crude > 0)) return cutOff(0, Number.NaN);
  const fit = weightedFit(regression, inverseVarianceWeights(regression, crude));
  const { trace, traceOfSquare } = tracesOf(regression, fit);
  const df = k - p;
  const value = (crude * fit.weightedSquares) / df;
  const tracePPV = trace - crude * traceOfSquare;
  const tracePVPV = df - 2 * crude * trace + crude ** 2 * traceOfSquare;
  const standardError =
    (crude / df) * Math.sqrt(2 * tracePVPV + 4 * value * tracePPV + 2 * value ** 2 * traceOfSquare);
  return cutOff(value, standardError);
}
