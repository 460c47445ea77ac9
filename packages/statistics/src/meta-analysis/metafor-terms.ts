import { rowsOf } from "@concord/numerics";
import { explainedHeterogeneity } from "./explained-heterogeneity.ts";
import type { FitStatistics } from "./fit-statistics.ts";
import type { BareBones } from "./hunter-schmidt.ts";
import { isCommonEffect } from "./methods.ts";
import type { Coefficient, FittedMetaAnalysis, MetaAnalysis, OmnibusTest } from "./model.ts";
import { type Prediction, predictMean } from "./prediction.ts";
import { qProfileInterval, type VarianceInterval } from "./q-profile.ts";
import type { SubgroupAnalysis } from "./subgroups.ts";

/** Results under the names researchers know from metafor: lists run parallel to `terms`, null is "not defined". */
export type MetaforTerms = Readonly<Record<string, unknown>>;

/** A fitted model with everything that belongs to it. */
export function metaAnalysisInMetaforTerms(fit: FittedMetaAnalysis): MetaforTerms {
  const { heterogeneity, betweenStudyVariance: between, likelihoods } = fit;
  const degrees = fit.coefficients[0]!.degreesOfFreedom;
  const explained = explainedHeterogeneity(fit);
  return {
    k: fit.regression.k,
    p: fit.regression.p,
    method: fit.method,
    test: fit.test,
    ...coefficientsInMetaforTerms(fit.coefficients),
    ...(fit.untested === undefined ? {} : { untested: fit.untested }),
    ddf: finiteOrNull(degrees),
    vcov: rowsOf(fit.covariance),
    tau2: between.value,
    se_tau2: between.kind === "none" ? null : finiteOrNull(between.standardError),
    I2: heterogeneity.iSquared,
    H2: heterogeneity.hSquared,
    QE: heterogeneity.q,
    QE_df: heterogeneity.degreesOfFreedom,
    QEp: heterogeneity.p,
    vt: heterogeneity.typicalVariance,
    ...(fit.interceptOnly
      ? { prediction: predictionInMetaforTerms(predictMean(fit)) }
      : {
          ...omnibusInMetaforTerms(fit.omnibus),
          R2: explained.kind === "share" ? explained.percent : null,
          moderators_tested: fit.omnibus.tested.map((position) => position + 1),
        }),
    ...(isCommonEffect(fit.method) ? {} : { qprofile_ci: intervalInMetaforTerms(qProfileInterval(fit)) }),
    fit: { ML: statistics(likelihoods.maximum), REML: statistics(likelihoods.restricted) },
  };
}

/** Each group, the test between them, and both models with one τ²; `factor` is how R would have written the groups. */
export function subgroupAnalysisInMetaforTerms(
  analysis: SubgroupAnalysis,
  factor = "factor(group)",
): MetaforTerms {
  const { between } = analysis;
  return {
    levels: analysis.levels,
    separate: Object.fromEntries(
      analysis.levels.map((level, i) => [level, orRefusal(analysis.separate[i]!)]),
    ),
    Q_between_separate_tau2:
      between.kind === "test" ? { Q: between.q, df: between.degreesOfFreedom, p: between.p } : null,
    ...(between.kind === "test" ? {} : { between_not_tested: between.reason }),
    common_tau2_means: renamed(orRefusal(analysis.means), factor),
    common_tau2_difference: renamed(orRefusal(analysis.differences), factor),
  };
}

export function bareBonesInMetaforTerms(result: BareBones): MetaforTerms {
  return {
    mean_r: result.meanCorrelation,
    var_r: result.observedVariance,
    var_e_mean_n: result.errorVariance,
    var_e_each_n: result.errorVarianceOfEach,
    var_rho: result.trueVariance,
    sd_rho: result.trueDeviation,
    cr80_lb: result.credibility.lower,
    cr80_ub: result.credibility.upper,
    pct_var_artifact: result.errorPercent,
  };
}

/** A fit, or what is in its place. */
function orRefusal(result: MetaAnalysis): MetaforTerms {
  switch (result.kind) {
    case "fitted":
      return metaAnalysisInMetaforTerms(result);
    case "rank-deficient":
      return { error: true, message: `redundant moderators: ${result.redundant.join(", ")}` };
    case "not-estimable":
      return { error: true, message: result.reason };
    case "unsettled":
      return { error: true, message: `no convergence after ${result.steps} steps` };
  }
}

function renamed(result: MetaforTerms, factor: string): MetaforTerms {
  if (!Array.isArray(result.terms)) return result;
  return {
    ...result,
    terms: result.terms.map((term: string) => term.replace("factor(group)", () => factor)),
  };
}

/** Parallel lists of terms, estimates, standard errors, tests and bounds. */
export function coefficientsInMetaforTerms(coefficients: readonly Coefficient[]): MetaforTerms {
  return {
    terms: coefficients.map(({ name }) => (name === "(Intercept)" ? "intrcpt" : name)),
    beta: coefficients.map((c) => c.estimate),
    se: coefficients.map((c) => c.standardError),
    stat: coefficients.map((c) => c.statistic),
    pval: coefficients.map((c) => c.p),
    ci_lb: coefficients.map((c) => c.lower),
    ci_ub: coefficients.map((c) => c.upper),
  };
}

/** QM with its degrees of freedom, the second null for χ². */
export function omnibusInMetaforTerms(omnibus: OmnibusTest): MetaforTerms {
  return {
    QM: omnibus.statistic,
    QM_df: [omnibus.degreesOfFreedom, finiteOrNull(omnibus.denominatorDegreesOfFreedom)],
    QMp: omnibus.p,
  };
}

export function predictionInMetaforTerms(prediction: Prediction): MetaforTerms {
  return {
    pred: prediction.estimate,
    se: prediction.standardError,
    ci_lb: prediction.lower,
    ci_ub: prediction.upper,
    pi_lb: prediction.newStudy?.lower ?? null,
    pi_ub: prediction.newStudy?.upper ?? null,
  };
}

export function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

export function statistics(fit: FitStatistics): MetaforTerms {
  return {
    ll: fit.logLikelihood,
    dev: fit.deviance,
    AIC: fit.akaike,
    BIC: fit.bayesian,
    AICc: fit.akaikeCorrected,
  };
}

function intervalInMetaforTerms(interval: VarianceInterval): MetaforTerms | null {
  if (interval.kind === "not-defined") return null;
  if (interval.kind === "below-zero") return { tau2: [0, 0], tau: [0, 0], I2: [0, 0], H2: [1, 1] };
  const pair = ({ lower, upper }: { readonly lower: number; readonly upper: number }) => [lower, upper];
  return {
    tau2: pair(interval.betweenStudyVariance),
    tau: pair(interval.betweenStudyDeviation),
    I2: pair(interval.iSquared),
    H2: pair(interval.hSquared),
  };
}
