import { rowsOf } from "@concord/numerics";
import type { FittedMixedModel } from "./fit.ts";
import type { FitComparison } from "./inference/compare-models.ts";
import { conditionalModes } from "./inference/conditional-modes.ts";
import type { MixedProfileInterval } from "./inference/profile-interval.ts";
import { satterthwaite } from "./inference/satterthwaite.ts";
import { waldInterval } from "./inference/wald-interval.ts";

/** Results under the names researchers know from lme4: lists run parallel, null is "not defined". */
export type Lme4Terms = Readonly<Record<string, unknown>>;

export interface Lme4Parts {
  /** Satterthwaite's degrees of freedom, as lmerTest gives them; unless false. */
  readonly satterthwaite?: boolean;
  /** Conditional modes of every group; unless false. */
  readonly modes?: boolean;
  readonly profile?: readonly MixedProfileInterval[];
  /** Of the Wald intervals. */
  readonly level?: number;
}

/** Below this element on the diagonal of θ lme4's `isSingular` calls a fit singular. */
const SINGULAR = 1e-4;

/** A fit in lme4's terms. */
export function mixedModelInLme4Terms(fit: FittedMixedModel, parts: Lme4Parts = {}): Lme4Terms {
  const wald = fit.fixed.map((effect) => waldInterval(effect, parts.level));
  const groupName = groupNames(fit);
  return {
    REML: fit.method === "REML",
    nobs: fit.observations,
    ngroups: Object.fromEntries(fit.groups.map(({ name, count }) => [name, count])),
    terms: fit.fixed.map(({ name }) => name),
    beta: fit.fixed.map(({ estimate }) => estimate),
    se: fit.fixed.map(({ standardError }) => standardError),
    t: fit.fixed.map(({ t }) => t),
    vcov_beta: rowsOf(fit.covariance),
    wald_ci_lb: wald.map(({ lower }) => lower),
    wald_ci_ub: wald.map(({ upper }) => upper),
    varcomp: {
      group: fit.components.map(({ group }) => groupName(group)),
      var1: fit.components.map(({ first }) => first ?? null),
      var2: fit.components.map(({ second }) => second ?? null),
      vcov: fit.components.map(({ covariance }) => covariance),
      sdcor: fit.components.map(({ deviation }) => finiteOrNull(deviation)),
    },
    sigma: fit.residualDeviation,
    theta: fit.theta,
    logLik: fit.logLikelihood,
    npar: fit.parameters,
    AIC: fit.aic,
    BIC: fit.bic,
    criterion: fit.criterion,
    singular: fit.theta.some((value, i) => {
      const { row, column } = fit.thetaNames[i]!;
      return row === column && value < SINGULAR;
    }),
    ...(fit.intraclass.length > 0
      ? { icc: Object.fromEntries(fit.intraclass.map(({ group, share }) => [groupName(group), share])) }
      : {}),
    ...(parts.satterthwaite === false ? {} : { satterthwaite: testsInLmerTestTerms(fit) }),
    ...(parts.modes === false ? {} : { ranef: modesInLme4Terms(fit) }),
    ...(parts.profile === undefined ? {} : { profile_ci: profileInLme4Terms(parts.profile) }),
  };
}

/** A comparison of two fits as R's `anova` and `logLik` give it. */
export function comparisonInLme4Terms(comparison: FitComparison): Lme4Terms {
  return {
    logLik0: comparison.logLikelihoods[0],
    logLik1: comparison.logLikelihoods[1],
    chisq: comparison.statistic,
    df: comparison.degreesOfFreedom,
    p: finiteOrNull(comparison.p),
    ...(comparison.notNested === undefined ? {} : { not_tested: comparison.notNested }),
  };
}

function testsInLmerTestTerms(fit: FittedMixedModel): Lme4Terms {
  const tests = satterthwaite(fit);
  return {
    df: tests.map(({ degreesOfFreedom }) => degreesOfFreedom),
    p: tests.map(({ p }) => p),
  };
}

function modesInLme4Terms(fit: FittedMixedModel): Lme4Terms {
  return Object.fromEntries(
    conditionalModes(fit).map(({ factor, groups, effects }) => [
      factor,
      Object.fromEntries([
        ["level", groups],
        ...effects.flatMap(({ name, modes, deviations }) => [
          [name, Array.from(modes)],
          [`condsd:${name}`, Array.from(deviations)],
        ]),
      ]),
    ]),
  );
}

function profileInLme4Terms(intervals: readonly MixedProfileInterval[]): Lme4Terms {
  return {
    par: intervals.map(({ name }) => name),
    lb: intervals.map(({ lower }) => finiteOrNull(lower)),
    ub: intervals.map(({ upper }) => finiteOrNull(upper)),
  };
}

/** Where terms share a factor, lme4 turns all names of groups into names R accepts: `client:therapist` with dots. */
function groupNames({ components, groups }: FittedMixedModel): (group: string) => string {
  const isShared = new Set(components.map(({ group }) => group)).size > groups.length + 1;
  return (group) => (isShared ? group.replaceAll(/[^\p{L}\p{N}._]/gu, ".") : group);
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
