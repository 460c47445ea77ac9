import { omnibusTest } from "../meta-analysis/coefficients.ts";
import { columnsOutside } from "./columns-outside.ts";
import { type FittedLinearModel, fTest, type OverallTest } from "./linear-model.ts";

/** What a larger model explains beyond a smaller one. */
export interface LinearModelComparison extends OverallTest {
  /** R² of the larger less R² of the smaller. */
  readonly rSquaredGain: number;
}

/**
 * Does the larger model explain more than chance would give it?
 *
 * F = ((RSS₀ − RSS₁)/(df₀ − df₁)) / (RSS₁/df₁): R's `anova` of two `lm` fits. The smaller model must be nested in the
 * larger and fitted to the same rows: others throw. With robust standard errors it is Wald's test of the coefficients that only the
 * larger has.
 */
export function compareLinearModels(
  smaller: FittedLinearModel,
  larger: FittedLinearModel,
): LinearModelComparison {
  const gained = smaller.degreesOfFreedom - larger.degreesOfFreedom;
  if (smaller.n !== larger.n)
    throw new RangeError(`compareLinearModels requires the same rows in both: ${smaller.n} and ${larger.n}`);
  if (gained < 1)
    throw new RangeError(
      `compareLinearModels requires a larger model with more coefficients: ${gained} more`,
    );
  const differs = smaller.values.findIndex((value, row) => value !== larger.values[row]);
  if (differs >= 0)
    throw new RangeError(
      `compareLinearModels requires the same rows in both: row ${differs + 1} of them has ${smaller.values[differs]} and ${larger.values[differs]}`,
    );
  const outside = columnsOutside(larger.design.matrix, smaller.design.matrix);
  if (outside.length > 0)
    throw new RangeError(
      `compareLinearModels requires nested models: the larger has no ${outside.map((j) => smaller.design.names[j]).join(", ")}`,
    );
  const rSquaredGain = larger.rSquared - smaller.rSquared;
  if (larger.standardErrors !== "classical") {
    const known = new Set(smaller.design.names);
    const added = larger.design.names.flatMap((name, i) => (known.has(name) ? [] : [i]));
    const beta = larger.coefficients.map(({ estimate }) => estimate);
    const { statistic } = omnibusTest(beta, added, larger);
    return { ...fTest(statistic, added.length, larger.degreesOfFreedom), rSquaredGain };
  }
  const explained = smaller.residualSquares - larger.residualSquares;
  const variance = larger.residualSquares / larger.degreesOfFreedom;
  return {
    ...fTest(explained / gained / variance, gained, larger.degreesOfFreedom),
    rSquaredGain,
  };
}
