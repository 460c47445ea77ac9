import { chiSquareSurvival, multiply } from "@concord/numerics";
import { columnsOutside } from "../regression/columns-outside.ts";
import type { FittedMetaAnalysis } from "./model.ts";
import { requireSameEffects } from "./same-effects.ts";

/** Two nested models compared by their likelihoods. */
export interface LikelihoodRatioTest {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
  /** The share of τ² that the larger model accounts for, in percent. */
  readonly explainedPercent: number;
}

/**
 * Does the larger model fit better than chance? 2(ℓ − ℓ₀) on as many degrees of freedom as it has parameters more.
 *
 * Models with different moderators need ML: restricted likelihoods of different means are not comparable.
 */
export function likelihoodRatioTest(
  larger: FittedMetaAnalysis,
  smaller: FittedMetaAnalysis,
): LikelihoodRatioTest {
  requireSameEffects("a likelihood-ratio test", larger.effects, smaller.effects);
  const parameters = larger.regression.p - smaller.regression.p;
  if (parameters < 1)
    throw new RangeError(`a likelihood-ratio test requires a larger first model: ${parameters}`);
  if (larger.method === "REML" || smaller.method === "REML") {
    throw new RangeError(
      "a likelihood-ratio test of moderators requires ML: REML likelihoods are not comparable",
    );
  }
  const outside = columnsOutside(designMatrixOf(larger), designMatrixOf(smaller));
  if (outside.length > 0) {
    const names = outside.map((j) => smaller.coefficients[j]!.name).join(", ");
    throw new RangeError(`a likelihood-ratio test requires nested models: the larger has no ${names}`);
  }
  const statistic =
    2 * (larger.likelihoods.maximum.logLikelihood - smaller.likelihoods.maximum.logLikelihood);
  const before = smaller.betweenStudyVariance.value;
  const explained = before === 0 ? 0 : (100 * (before - larger.betweenStudyVariance.value)) / before;
  return {
    statistic,
    degreesOfFreedom: parameters,
    p: chiSquareSurvival(Math.max(0, statistic), parameters),
    explainedPercent: Math.max(0, explained),
  };
}

function designMatrixOf({ regression }: FittedMetaAnalysis) {
  return multiply(regression.basis, regression.triangle);
}
