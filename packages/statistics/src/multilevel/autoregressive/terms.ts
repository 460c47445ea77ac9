import { rowsOf } from "@concord/numerics";
import type { FittedAutoregressive } from "./fit.ts";

/**
 * A fit under the names that nlme's users know: `tTable`'s columns, `getVarCov` as `random_cov`, `ranef` by level.
 * With several levels the last two are named by level. BIC counts N − p rows under REML, as nlme does.
 */
export function autoregressiveInNlmeTerms(fit: FittedAutoregressive): Readonly<Record<string, unknown>> {
  const rows = fit.data.outcome.length - (fit.method === "REML" ? fit.coefficients.length : 0);
  const [only, ...more] = fit.levels;
  const ranef = fit.levels.map((level) => ({
    level: level.groups,
    ...Object.fromEntries(level.effects.map((name, j) => [name, level.predictions.map((own) => own[j])])),
  }));
  const named = (values: readonly unknown[]) =>
    Object.fromEntries(fit.levels.map(({ name }, i) => [name, values[i]]));
  return {
    method: fit.method,
    terms: fit.coefficients.map(({ name }) => name),
    beta: fit.coefficients.map(({ estimate }) => estimate),
    se: fit.coefficients.map(({ standardError }) => standardError),
    df: fit.coefficients.map(({ degreesOfFreedom }) => degreesOfFreedom),
    t: fit.coefficients.map(({ t }) => t),
    p: fit.coefficients.map(({ p }) => p),
    sigma: fit.residualDeviation,
    ...(only === undefined
      ? {}
      : more.length === 0
        ? { random_cov: rowsOf(only.covariance), random_names: only.effects }
        : {
            random_cov: named(fit.levels.map(({ covariance }) => rowsOf(covariance))),
            random_names: named(fit.levels.map(({ effects }) => effects)),
          }),
    logLik: fit.logLikelihood,
    npar: fit.parameters,
    AIC: -2 * fit.logLikelihood + 2 * fit.parameters,
    BIC: -2 * fit.logLikelihood + fit.parameters * Math.log(rows),
    ...(fit.correlation.kind === "held" && fit.correlation.value === 0 ? {} : { phi: fit.correlation.value }),
    ...(only === undefined ? {} : { ranef: more.length === 0 ? ranef[0] : named(ranef) }),
    nobs: fit.data.outcome.length,
    ngroups: Object.fromEntries(fit.levels.map(({ name, groups }) => [name, groups.length])),
    singular: fit.atBoundary.length > 0,
  };
}
