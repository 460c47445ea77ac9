import { omnibusTest } from "../meta-analysis/coefficients.ts";
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
 * larger and fitted to the same rows. With robust standard errors it is Wald's test of the coefficients that only the
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
