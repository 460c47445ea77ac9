import type { Coefficient } from "../meta-analysis/model.ts";
import type { FittedLinearModel } from "./linear-model.ts";

/** A linear model in the terms of R's `lm`, `summary` and `confint`. */
export function inLmTerms(fit: FittedLinearModel) {
  const { coefficients, overall } = fit;
  return {
    ...coefficientsInLmTerms(coefficients),
    ci_lb: coefficients.map(({ lower }) => lower),
    ci_ub: coefficients.map(({ upper }) => upper),
    df: fit.degreesOfFreedom,
    sigma: fit.residualDeviation,
    r2: fit.rSquared,
    adj_r2: fit.adjustedRSquared,
    ...(fit.untested.length === 0
      ? {}
      : { not_tested: Object.fromEntries(fit.untested.map(({ name, reason }) => [name, reason])) }),
    ...(overall === null
      ? {}
      : {
          F: overall.statistic,
          F_df: [overall.numeratorDegreesOfFreedom, overall.denominatorDegreesOfFreedom],
          F_p: overall.p,
        }),
  };
}

/** Coefficients as parallel lists, with their t tests. */
export function coefficientsInLmTerms(coefficients: readonly Coefficient[]) {
  return {
    terms: coefficients.map(({ name }) => name),
    beta: coefficients.map(({ estimate }) => estimate),
    se: coefficients.map(({ standardError }) => standardError),
    t: coefficients.map(({ statistic }) => statistic),
    p: coefficients.map(({ p }) => p),
  };
}
