import type { ShrunkenEffect } from "./best-linear-prediction.ts";
import type { JoiningStudy } from "./cumulative.ts";
import type { Influence } from "./influence.ts";
import type { MetaforTerms } from "./metafor-terms.ts";
import type { FittedMetaAnalysis, MetaAnalysis } from "./model.ts";
import type { Residual } from "./residuals.ts";

/** Leave-one-out results as parallel lists, null where a model has no answer. */
export function leaveOneOutInMetaforTerms(results: readonly MetaAnalysis[]): MetaforTerms {
  return { ...columns(results), pval: each(results, (fit) => fit.coefficients[0]!.p) };
}

/** Cumulative results, and the order in which the studies joined (from 1). */
export function cumulativeInMetaforTerms(steps: readonly JoiningStudy[]): MetaforTerms {
  const results = steps.map(({ result }) => result);
  return { ...columns(results), pvals: each(results, (fit) => fit.coefficients[0]!.p) };
}

/** Parallel lists as `influence` gives them, null for a study without which there is no model. */
export function influenceInMetaforTerms(results: readonly Influence[]): MetaforTerms {
  const pick = <T>(of: (one: Extract<Influence, { readonly kind: "influence" }>) => T) =>
    results.map((one) => (one.kind === "influence" ? of(one) : null));
  return {
    rstudent: pick((one) => one.studentizedResidual),
    dffits: pick((one) => one.dffits),
    cook_d: pick((one) => one.cookDistance),
    cov_r: pick((one) => one.covarianceRatio),
    tau2_del: pick((one) => one.betweenStudyVariance),
    QE_del: pick((one) => one.q),
    hat: pick((one) => one.leverage),
    weight: pick((one) => one.weight),
    dfbetas: pick((one) => one.dfbetas),
    is_influential: pick((one) => one.influential),
  };
}

/** `residuals`, `rstandard` and `rstudent` side by side. */
export function residualsInMetaforTerms(
  own: readonly Residual[],
  deleted: readonly Influence[],
): MetaforTerms {
  const pick = <T>(of: (one: Extract<Influence, { readonly kind: "influence" }>) => T) =>
    deleted.map((one) => (one.kind === "influence" ? of(one) : null));
  return {
    resid: own.map(({ residual }) => residual),
    se: own.map(({ standardError }) => standardError),
    z_standard: own.map(({ standardized }) => standardized),
    del_resid: pick((one) => one.deletedResidual),
    del_se: pick((one) => one.deletedStandardError),
    z_student: pick((one) => one.studentizedResidual),
  };
}

/** The effects drawn towards the mean, as `blup` gives them. */
export function shrunkenEffectsInMetaforTerms(effects: readonly ShrunkenEffect[]): MetaforTerms {
  return {
    pred: effects.map(({ estimate }) => estimate),
    se: effects.map(({ standardError }) => standardError),
    pi_lb: effects.map(({ lower }) => lower),
    pi_ub: effects.map(({ upper }) => upper),
  };
}

function columns(results: readonly MetaAnalysis[]): MetaforTerms {
  const isT = results.some((fit) => fit.kind === "fitted" && fit.test !== "z");
  return {
    estimate: each(results, (fit) => fit.coefficients[0]!.estimate),
    se: each(results, (fit) => fit.coefficients[0]!.standardError),
    [isT ? "tval" : "zval"]: each(results, (fit) => fit.coefficients[0]!.statistic),
    "ci.lb": each(results, (fit) => fit.coefficients[0]!.lower),
    "ci.ub": each(results, (fit) => fit.coefficients[0]!.upper),
    Q: each(results, (fit) => fit.heterogeneity.q),
    Qp: each(results, (fit) => fit.heterogeneity.p),
    tau2: each(results, (fit) => fit.betweenStudyVariance.value),
    I2: each(results, (fit) => fit.heterogeneity.iSquared),
    H2: each(results, (fit) => fit.heterogeneity.hSquared),
  };
}

function each<T>(
  results: readonly MetaAnalysis[],
  of: (fit: FittedMetaAnalysis) => T,
): readonly (T | null)[] {
  return results.map((fit) => (fit.kind === "fitted" ? of(fit) : null));
}
