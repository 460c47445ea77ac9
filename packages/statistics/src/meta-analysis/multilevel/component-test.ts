import { chiSquareSurvival, multiply } from "@concord/numerics";
import { areSameGroups } from "../../formula/same-groups.ts";
import { columnsOutside } from "../../regression/columns-outside.ts";
import { requireSameEffects } from "../same-effects.ts";
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
  requireSameEffects("a test of components", larger.effects, smaller.effects);
  if (larger.method !== smaller.method)
    throw new RangeError("a test of components requires the same method in both models");
  const [wide, narrow] = [designMatrixOf(larger), designMatrixOf(smaller)];
  if (columnsOutside(wide, narrow).length + columnsOutside(narrow, wide).length > 0)
    throw new RangeError("a test of components requires the same moderators in both models");
  const lost = smaller.model.levels.find(
    (level) => !larger.model.levels.some((other) => areSameGroups(level.groupOf, other.groupOf)),
  );
  if (lost !== undefined)
    throw new RangeError(`a test of components requires nested models: the larger has no level ${lost.name}`);
  const key = larger.method;
  const statistic = Math.max(0, 2 * (larger.fit.logLikelihood[key] - smaller.fit.logLikelihood[key]));
  return { statistic, degreesOfFreedom, p: chiSquareSurvival(statistic, degreesOfFreedom) };
}

function designMatrixOf({ problem }: FittedMultilevel) {
  return multiply(problem.regression.basis, problem.regression.triangle);
}
