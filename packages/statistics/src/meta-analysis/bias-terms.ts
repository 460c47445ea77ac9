import type { AsymmetryTest } from "./asymmetry-test.ts";
import type { FailSafeNumber } from "./fail-safe-number.ts";
import { coefficientsInMetaforTerms, finiteOrNull, type MetaforTerms } from "./metafor-terms.ts";
import type { FittedMetaAnalysis } from "./model.ts";
import type { PrecisionEffect } from "./precision-effect.ts";
import type { RankTest } from "./rank-test.ts";
import type { SelectionModel } from "./selection-model.ts";
import type { TrimAndFill } from "./trim-and-fill.ts";
import type { WeightedRegression } from "./weighted-regression.ts";

/** Egger's test as `regtest` reports it. */
export function asymmetryTestInMetaforTerms(test: AsymmetryTest): MetaforTerms {
  if (test.kind === "not-estimable") return refusal(test.reason);
  const { slope, intercept, limit } = test;
  return {
    model: test.model,
    predictor: test.predictor,
    stat: slope.statistic,
    df: finiteOrNull(slope.degreesOfFreedom),
    pval: slope.p,
    est: limit?.estimate ?? null,
    ci_lb: limit?.lower ?? null,
    ci_ub: limit?.upper ?? null,
    slope: {
      est: [intercept.estimate, slope.estimate],
      se: [intercept.standardError, slope.standardError],
      ...(test.betweenStudyVariance === undefined ? {} : { tau2: test.betweenStudyVariance }),
    },
  };
}

/** Kendall's τ as `ranktest` reports it. */
export function rankTestInMetaforTerms(test: RankTest): MetaforTerms {
  if (test.kind === "not-estimable") return refusal(test.reason);
  return { tau: test.tau, pval: test.p };
}

/** The studies filled in and the mean with them, as `trimfill` reports them. */
export function trimAndFillInMetaforTerms(result: TrimAndFill): MetaforTerms {
  if (result.kind === "not-estimable") return refusal(result.reason);
  const [mean] = result.result.coefficients;
  return {
    k0: result.missing,
    se_k0: result.standardError,
    side: result.side,
    estimator: result.estimator,
    p_k0: result.p ?? null,
    k_total: result.result.effects.length,
    beta: mean!.estimate,
    se: mean!.standardError,
    stat: mean!.statistic,
    pval: mean!.p,
    ci_lb: mean!.lower,
    ci_ub: mean!.upper,
    tau2: result.result.betweenStudyVariance.value,
    I2: result.result.heterogeneity.iSquared,
    filled_yi: result.added.map(({ estimate }) => estimate),
    filled_vi: result.added.map(({ variance }) => variance),
  };
}

/** A fail-safe number as `fsn` reports it; null where its kind has no such figure. */
export function failSafeNumberInMetaforTerms(number: FailSafeNumber): MetaforTerms {
  return {
    type: number.kind,
    fsnum: number.studies,
    pval_observed: number.p ?? null,
    est: number.mean ?? null,
    target: number.target ?? null,
  };
}

/** A step function's model as `selmodel` reports it. */
export function selectionModelInMetaforTerms(model: SelectionModel): MetaforTerms {
  if (model.kind !== "fitted") return refusal(model.reason);
  const { terms: _, ...coefficients } = coefficientsInMetaforTerms(model.coefficients);
  return {
    type: "stepfun",
    ...coefficients,
    tau2: model.betweenStudyVariance,
    se_tau2: model.betweenStudyVarianceError ?? null,
    delta: model.weights.map(({ weight }) => weight),
    se_delta: model.weights.map((w) => w.standardError ?? null),
    pval_delta: model.weights.map((w) => w.p ?? null),
    ci_lb_delta: model.weights.map((w) => w.lower ?? null),
    ci_ub_delta: model.weights.map((w) => w.upper ?? null),
    LRT: model.ratioTest.statistic,
    LRTdf: model.ratioTest.degreesOfFreedom,
    LRTp: model.ratioTest.p,
    logLik: model.logLikelihood,
  };
}

/** PET and PEESE: by weighted least squares, and as models with τ² where these could be fitted. */
export function precisionEffectInMetaforTerms(result: PrecisionEffect): MetaforTerms {
  return {
    pet_wls: line(result.onStandardError),
    peese_wls: line(result.onVariance),
    pet_re: result.additiveOnStandardError === undefined ? null : shortTerms(result.additiveOnStandardError),
    peese_re: result.additiveOnVariance === undefined ? null : shortTerms(result.additiveOnVariance),
    pet_p_one_sided: result.p,
  };
}

/** The few numbers that a table of models shows. */
export function shortTerms(fit: FittedMetaAnalysis): MetaforTerms {
  const { terms: _, ...coefficients } = coefficientsInMetaforTerms(fit.coefficients);
  const between = fit.betweenStudyVariance;
  return {
    ...coefficients,
    tau2: between.value,
    se_tau2: between.kind === "none" ? null : finiteOrNull(between.standardError),
    I2: fit.heterogeneity.iSquared,
    H2: fit.heterogeneity.hSquared,
    QE: fit.heterogeneity.q,
    QEp: fit.heterogeneity.p,
  };
}

function line(fit: WeightedRegression): MetaforTerms {
  return {
    b: fit.coefficients.map(({ estimate }) => estimate),
    se: fit.coefficients.map(({ standardError }) => standardError),
    t: fit.coefficients.map(({ statistic }) => statistic),
    p: fit.coefficients.map(({ p }) => p),
    sigma2: fit.dispersion,
  };
}

function refusal(message: string): MetaforTerms {
  return { error: true, message };
}
