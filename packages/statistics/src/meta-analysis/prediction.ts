import { bilinear, studentTUpperQuantile } from "@concord/numerics";
import { isCommonEffect } from "./methods.ts";
import type { FittedMetaAnalysis } from "./model.ts";

/** A fitted mean with the interval for the mean and the one for a new study's true effect. */
export interface Prediction {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Where a new study's true effect is expected; absent under a common effect, where it is the mean itself. */
  readonly newStudy?: { readonly lower: number; readonly upper: number };
}

/**
 * What does the model expect, and where may the true effect of another study lie?
 *
 * The prediction interval is estimate ± c √(SE² + τ²), with c from the distribution that tests the coefficients.
 * Riley RD, Higgins JPT, Deeks JJ (2011). BMJ 342: d549, take t with k − 2; here the normal goes with z and t with
 * k − p with the t-type tests, as in metafor. Moderator values are in the order of the coefficients, the intercept
 * included.
 */
export function predictAt(fit: FittedMetaAnalysis, row: readonly number[]): Prediction {
  if (row.length !== fit.coefficients.length) {
    throw new RangeError(
      `a prediction requires one value per coefficient: ${row.length} for ${fit.coefficients.length}`,
    );
  }
  let estimate = 0;
  row.forEach((value, i) => {
    estimate += value * fit.coefficients[i]!.estimate;
  });
  const variance = bilinear(row, fit.covariance, row);
  const degreesOfFreedom = fit.coefficients[0]!.degreesOfFreedom;
  const critical = studentTUpperQuantile((1 - fit.level) / 2, degreesOfFreedom);
  const standardError = Math.sqrt(variance);
  const reach = critical * Math.sqrt(variance + fit.betweenStudyVariance.value);
  return {
    estimate,
    standardError,
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
    ...(isCommonEffect(fit.method) ? {} : { newStudy: { lower: estimate - reach, upper: estimate + reach } }),
  };
}

/** The pooled mean of a model without moderators, as a prediction. */
export function predictMean(fit: FittedMetaAnalysis): Prediction {
  if (!fit.interceptOnly) throw new RangeError("a pooled mean requires a model without moderators");
  return predictAt(fit, [1]);
}
