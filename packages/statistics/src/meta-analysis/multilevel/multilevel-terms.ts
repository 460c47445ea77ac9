import { rowsOf } from "@concord/numerics";
import {
  coefficientsInMetaforTerms,
  finiteOrNull,
  type MetaforTerms,
  predictionInMetaforTerms,
  statistics,
} from "../metafor-terms.ts";
import type { ClusterRobust } from "./cluster-robust.ts";
import type { JointTest } from "./joint-test.ts";
import type { FittedMultilevel } from "./model.ts";
import { predictMultilevel } from "./multilevel-prediction.ts";
import { profileInterval } from "./profile-interval.ts";
import { randomEffects } from "./random-effects.ts";

/** A multilevel fit as `rma.mv` reports it. The profile intervals and the effects of groups cost time: ask for them. */
export function multilevelInMetaforTerms(
  fit: FittedMultilevel,
  extras: { readonly intervals?: boolean; readonly groups?: boolean } = {},
): MetaforTerms {
  const degrees = fit.coefficients.map(({ degreesOfFreedom }) => finiteOrNull(degreesOfFreedom));
  return {
    k: fit.effects.length,
    p: fit.coefficients.length,
    method: fit.method,
    test: fit.test,
    ...coefficientsInMetaforTerms(fit.coefficients),
    ddf: degrees,
    vcov: rowsOf(fit.covariance),
    sigma2: fit.components.map(({ variance }) => variance),
    sigma2_names: fit.components.map(({ name }) => name),
    sigma2_nlevels: fit.components.map(({ groups }) => groups),
    QE: fit.heterogeneity.q,
    QEp: fit.heterogeneity.p,
    QM: fit.omnibus.statistic,
    // The reference lists the first coefficient's degrees of freedom here; the p rests on the smallest tested.
    QM_df: [fit.omnibus.degreesOfFreedom, degrees[0]],
    QMp: fit.omnibus.p,
    fit_ML: statistics(fit.likelihoods.maximum),
    fit_REML: statistics(fit.likelihoods.restricted),
    ...(fit.interceptOnly ? { prediction: predictionInMetaforTerms(predictMultilevel(fit, [1])) } : {}),
    ...(extras.intervals === true
      ? { sigma2_profile_ci: fit.components.map((_, l) => boundsOf(fit, l)) }
      : {}),
    ...(extras.groups === true ? { ranef: groupsOf(fit) } : {}),
    I2_total: fit.heterogeneity.iSquared,
    I2_levels: fit.components.map(({ iSquared }) => iSquared),
  };
}

/** Robust tests as clubSandwich's `coef_test` reports them. */
export function robustInClubSandwichTerms(robust: ClusterRobust): MetaforTerms {
  const { terms, beta, se, stat, pval } = coefficientsInMetaforTerms(robust.coefficients);
  return {
    terms,
    beta,
    se,
    t: stat,
    df_satt: robust.coefficients.map((c) => c.degreesOfFreedom),
    p_satt: pval,
  };
}

/** Robust tests as metafor's `robust` reports them. */
export function robustInMetaforTerms(robust: ClusterRobust): MetaforTerms {
  return {
    ...coefficientsInMetaforTerms(robust.coefficients),
    df: robust.coefficients.map((c) => c.degreesOfFreedom),
    n_clusters: robust.clusters,
    ...(robust.untested.length === 0
      ? {}
      : {
          not_tested: Object.fromEntries(
            robust.untested.map(({ name, reason }) => [nameInMetafor(name), reason]),
          ),
        }),
    vcov: rowsOf(robust.covariance),
  };
}

export function jointTestInClubSandwichTerms(test: JointTest): MetaforTerms {
  if (test.kind === "not-defined") return { error: true, message: test.reason };
  return {
    Fstat: test.statistic,
    df_num: test.degreesOfFreedom,
    df_denom: test.denominatorDegreesOfFreedom,
    p: test.p,
  };
}

function nameInMetafor(name: string): string {
  return name === "(Intercept)" ? "intrcpt" : name;
}

function boundsOf(fit: FittedMultilevel, component: number): readonly (number | null)[] {
  const interval = profileInterval(fit, component);
  return interval.kind === "interval" ? [interval.lower, interval.upper] : [null, null];
}

function groupsOf(fit: FittedMultilevel): MetaforTerms {
  return Object.fromEntries(
    randomEffects(fit).map(({ name, groups }) => [
      name,
      {
        level: groups.map((group) => group.name),
        intrcpt: groups.map((group) => group.estimate),
        se: groups.map((group) => group.standardError),
      },
    ]),
  );
}
