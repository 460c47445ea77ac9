import { chiSquareQuantile, findRoot } from "@concord/numerics";
import type { FittedMixedModel } from "./fit.ts";
import { fitProblem } from "./fit-multilevel.ts";
import { type ProfiledParameter, profiledParameters } from "./profiled-parameters.ts";

export interface MixedProfileInterval {
  /** As lme4 names it: `sd_(Intercept)|Subject`, `cor_Days.(Intercept)|Subject`, `sigma`, `Days`. */
  readonly name: string;
  readonly estimate: number;
  /** NaN where the parameter has no meaning, as the correlation with an effect that does not vary. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Which values of each parameter do the data not speak against? Those at which the deviance, at its least over all
 * other parameters, exceeds the overall least by no more than the χ²₁ quantile.
 *
 * By maximum likelihood whatever the fit, as lme4's `confint`. A standard deviation whose bound is not met above zero
 * ends at 0, a correlation at −1 or 1. Bates D et al. (2015). J Stat Softw 67(1), section 5.1. Names narrow the choice.
 */
export function profileIntervals(
  fit: FittedMixedModel,
  level = 0.95,
  names?: readonly string[],
): readonly MixedProfileInterval[] {
  if (!(level > 0 && level < 1)) {
    throw new RangeError(`an interval requires a level between 0 and 1, as 0.95: ${level}`);
  }
  const likeliest = fit.method === "ML" ? fit : fitProblem(fit.problem, "ML");
  if (likeliest.kind === "refused") {
    throw new RangeError(`profile intervals require a fit by ML: ${likeliest.reason}`);
  }
  const allowed = chiSquareQuantile(level, 1);
  const all = profiledParameters(likeliest);
  const unknown = names?.filter((name) => all.every((parameter) => parameter.name !== name)) ?? [];
  if (unknown.length > 0) {
    throw new RangeError(
      `a profile requires a parameter of the model: not ${unknown.join(", ")}; there are ${all.map(({ name }) => name).join(", ")}`,
    );
  }
  return all
    .filter(({ name }) => names === undefined || names.includes(name))
    .map((parameter) => ({
      name: parameter.name,
      estimate: parameter.estimate,
      lower: boundOf(parameter, allowed, -1),
      upper: boundOf(parameter, allowed, 1),
    }));
}

/** Where the deviance has risen by `allowed` on one side. */
function boundOf(parameter: ProfiledParameter, allowed: number, side: -1 | 1): number {
  const { estimate, scale, lowest, highest } = parameter;
  if (Number.isNaN(estimate)) return Number.NaN;
  const rise = parameter.rise();
  // The root of the rise is close to a straight line.
  const distance = (value: number) => Math.sqrt(Math.max(0, rise(value))) - Math.sqrt(allowed);
  const limit = side < 0 ? lowest : highest;
  let near = estimate;
  let reach = scale * Math.sqrt(allowed);
  for (let attempt = 0; attempt < 60; attempt++) {
    let far = near + side * reach;
    const isAtLimit = side < 0 ? far <= limit : far >= limit;
    if (isAtLimit) far = limit;
    const value = distance(far);
    if (Number.isNaN(value)) return Number.NaN;
    if (value > 0) {
      const root = findRoot(distance, Math.min(near, far), Math.max(near, far), 1e-7);
      return root.kind === "root" ? root.at : Number.NaN;
    }
    if (isAtLimit) return limit;
    near = far;
    reach *= 1.5;
  }
  return Number.NaN;
}
