import { logDeterminantOfCrossProduct, type Regression } from "./regression.ts";
import { inverseVarianceWeights, type WeightedFit, weightedFit } from "./weighted-fit.ts";

/** A log-likelihood and what is computed from it to compare models. */
export interface FitStatistics {
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly akaike: number;
  readonly bayesian: number;
  readonly akaikeCorrected: number;
}

export interface Likelihoods {
  readonly maximum: FitStatistics;
  readonly restricted: FitStatistics;
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** Both log-likelihoods at a τ², up to nothing: with all their constants. */
export function logLikelihoodAt(
  regression: Regression,
  betweenStudyVariance: number,
): { readonly maximum: number; readonly restricted: number } {
  const fit = weightedFit(regression, inverseVarianceWeights(regression, betweenStudyVariance));
  return logLikelihoods(regression, fit, fit.weightedSquares);
}

/** The same for residual squares from any coefficients; the weights are those of the model. */
function logLikelihoods(
  regression: Regression,
  fit: WeightedFit,
  weightedSquares: number,
): { readonly maximum: number; readonly restricted: number } {
  const { k, p } = regression;
  const logWeights = sumOfLogs(fit.weights);
  const maximum = -0.5 * k * LOG_TWO_PI + 0.5 * logWeights - 0.5 * weightedSquares;
  // |X′X| and |X′WX| share the triangle's determinant; log |X′WX| = log |R′Q′WQR|.
  const whole = logDeterminantOfCrossProduct(regression);
  const restricted =
    -0.5 * (k - p) * LOG_TWO_PI +
    0.5 * whole +
    0.5 * logWeights -
    0.5 * (fit.logDeterminant + whole) -
    0.5 * weightedSquares;
  return { maximum, restricted };
}

/** Deviance, AIC, BIC and AICc of a model with this many parameters, by both likelihoods. */
export function likelihoodsOf(
  regression: Regression,
  fit: WeightedFit,
  weightedSquares: number,
  parameters: number,
): Likelihoods {
  const { k, p, variances } = regression;
  const { maximum, restricted } = logLikelihoods(regression, fit, weightedSquares);
  const saturated = -0.5 * (k * LOG_TWO_PI + sumOfLogs(variances));
  return {
    maximum: criteria(maximum, k > p ? 2 * (saturated - maximum) : 0, k, parameters),
    restricted: criteria(restricted, -2 * restricted, k - p, parameters),
  };
}

/** AIC = −2ℓ + 2q, BIC with q log n, AICc by Hurvich and Tsai with n kept at q + 2 at least. */
export function criteria(
  logLikelihood: number,
  deviance: number,
  observations: number,
  parameters: number,
): FitStatistics {
  const n = Math.max(observations, parameters + 2);
  return {
    logLikelihood,
    deviance,
    akaike: -2 * logLikelihood + 2 * parameters,
    bayesian: -2 * logLikelihood + parameters * Math.log(observations),
    akaikeCorrected: -2 * logLikelihood + (2 * parameters * n) / (n - parameters - 1),
  };
}

/** Σ log x for x > 0, one logarithm per many factors. */
function sumOfLogs(values: Float64Array): number {
  let total = 0;
  let product = 1;
  for (let i = 0; i < values.length; i++) {
    product *= values[i]!;
    if (product > 1e100 || product < 1e-100) {
      total += Math.log(product);
      product = 1;
    }
  }
  return total + Math.log(product);
}
