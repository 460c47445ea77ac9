import { chiSquareSurvival } from "@concord/numerics";
import type { FittedMultilevel } from "./model.ts";

/** Two models that differ in their levels alone. */
export interface ComponentTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Is a level of variation needed? Twice the drop of the log-likelihood without it, on one degree of freedom per
 * component.
 *
 * A variance cannot be negative, so that this p is too large, at most by half (Self SG, Liang K-Y 1987, J Am Stat
 * Assoc 82: 605–610).
 */
export function componentTest(larger: FittedMultilevel, smaller: FittedMultilevel): ComponentTest {
  const degreesOfFreedom = larger.components.length - smaller.components.length;
  if (degreesOfFreedom < 1)
    throw new RangeError("a test of components requires more levels in the first model");
  if (larger.method !== smaller.method || larger.effects.length !== smaller.effects.length) {
    throw new RangeError("a test of components requires the same effects and the same method in both models");
  }
  if (larger.method === "REML" && larger.coefficients.length !== smaller.coefficients.length) {
    throw new RangeError("a test of components by REML requires the same moderators in both models");
  }
  const key = larger.method;
  const statistic = Math.max(0, 2 * (larger.fit.logLikelihood[key] - smaller.fit.logLikelihood[key]));
  return { statistic, degreesOfFreedom, p: chiSquareSurvival(statistic, degreesOfFreedom) };
}
