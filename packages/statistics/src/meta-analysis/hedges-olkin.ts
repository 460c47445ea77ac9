import { type BetweenStudyVariance, cutOff } from "./between-study-variance.ts";
import type { Regression } from "./regression.ts";
import { weightedFit } from "./weighted-fit.ts";

/** What unweighted regression leaves: residual squares, and what sampling alone would leave. */
interface Unweighted {
  readonly value: number;
  readonly tracePV: number;
  readonly tracePVPV: number;
}

/**
 * τ² as the ordinary residual variance less the average sampling variance, without weights:
 * (e′e − tr PV)/(k − p) with P = I − X(X′X)⁻¹X′.
 *
 * Hedges LV (1983). Psychol Bull 93: 388–395; Hedges LV, Olkin I (1985). Statistical Methods for Meta-Analysis, p. 194.
 */
export function hedgesOlkin(regression: Regression): BetweenStudyVariance {
  const df = regression.k - regression.p;
  const { value, tracePV, tracePVPV } = unweighted(regression);
  const positive = Math.max(0, value);
  const standardError = Math.sqrt(2 * tracePVPV + 4 * positive * tracePV + 2 * positive ** 2 * df) / df;
  return cutOff(value, standardError);
}

/** The same without its standard error: where the iterative methods start. */
export function unweightedVariance(regression: Regression): number {
  return unweighted(regression).value;
}

function unweighted(regression: Regression): Unweighted {
  const { k, p, variances } = regression;
  const q = regression.basis.values;
  const fit = weightedFit(regression, new Float64Array(k).fill(1));
  const inner = new Float64Array(p * p);
  let tracePV = 0;
  let squares = 0;
  for (let i = 0; i < k; i++) {
    const v = variances[i]!;
    let leverage = 0;
    for (let a = 0; a < p; a++) {
      leverage += q[i * p + a]! ** 2;
      for (let b = 0; b < p; b++) inner[a * p + b]! += v * q[i * p + a]! * q[i * p + b]!;
    }
    tracePV += v * (1 - leverage);
    squares += v * v * (1 - 2 * leverage);
  }
  let innerSquares = 0;
  for (const value of inner) innerSquares += value * value;
  return {
    value: (fit.weightedSquares - tracePV) / (k - p),
    tracePV,
    tracePVPV: squares + innerSquares,
  };
}
