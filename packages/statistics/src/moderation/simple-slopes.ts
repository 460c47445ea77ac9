import { entry, studentTUpperQuantile } from "@concord/numerics";
import type { Coefficient } from "../meta-analysis/model.ts";
import { coefficientAt, combination } from "../regression/combination.ts";
import type { FittedLinearModel } from "../regression/linear-model.ts";
import { johnsonNeyman, type SignificanceRegion } from "./johnson-neyman.ts";

/** The effect of a predictor at one value, or in one level, of the moderator. */
export interface SimpleSlope {
  readonly at: number | string;
  readonly effect: Coefficient;
}

/** The effect of `predictor` where the numeric `moderator` has these values. */
export function slopesAt(
  fit: FittedLinearModel,
  predictor: string,
  moderator: string,
  values: readonly number[],
): readonly SimpleSlope[] {
  const start = requireTerm(fit, predictor);
  const change = requireTerm(fit, `${predictor}:${moderator}`);
  return values.map((at) => ({
    at,
    effect: combination(
      `${predictor} at ${moderator} = ${at}`,
      fit,
      weightsOf(fit, { [start]: 1, [change]: at }),
    ),
  }));
}

/** The effect of `predictor` in each level of a factor, the first being the reference. */
export function slopesInLevels(
  fit: FittedLinearModel,
  predictor: string,
  moderator: string,
  levels: readonly string[],
): readonly SimpleSlope[] {
  const start = requireTerm(fit, predictor);
  return levels.map((level, i) => ({
    at: level,
    effect: combination(
      `${predictor} in ${moderator} ${level}`,
      fit,
      weightsOf(fit, {
        [start]: 1,
        ...(i === 0 ? {} : { [requireTerm(fit, `${predictor}:${moderator}${level}`)]: 1 }),
      }),
    ),
  }));
}

/** The region of significance of `predictor` along a numeric moderator. */
export function significanceRegion(
  fit: FittedLinearModel,
  predictor: string,
  moderator: string,
): SignificanceRegion {
  const start = requireTerm(fit, predictor);
  const change = requireTerm(fit, `${predictor}:${moderator}`);
  return johnsonNeyman(
    {
      start: fit.coefficients[start]!.estimate,
      change: fit.coefficients[change]!.estimate,
      startVariance: entry(fit.covariance, start, start),
      changeVariance: entry(fit.covariance, change, change),
      covariance: entry(fit.covariance, start, change),
    },
    studentTUpperQuantile((1 - fit.level) / 2, fit.degreesOfFreedom),
  );
}

/** The position of a term, in any order of its parts. */
export function requireTerm(fit: FittedLinearModel, name: string): number {
  const at = coefficientAt(fit, name);
  if (at < 0) throw new RangeError(`a simple slope requires a term of the model: ${name}`);
  return at;
}

function weightsOf(fit: FittedLinearModel, weights: Readonly<Record<number, number>>): readonly number[] {
  return fit.coefficients.map((_, i) => weights[i] ?? 0);
}
