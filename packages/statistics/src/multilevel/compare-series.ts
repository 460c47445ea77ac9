import { chiSquareSurvival } from "@concord/numerics";
import type { FittedAutoregressive } from "./autoregressive.ts";

/** Two models of the same series, one within the other, by their likelihoods under ML. */
export interface SeriesComparison {
  /** Of the smaller model and of the larger. */
  readonly logLikelihoods: readonly [number, number];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** NaN where neither has a parameter more. */
  readonly p: number;
}

/**
 * Does the larger model describe the series better? Twice the rise in log-likelihood against χ² with as many degrees
 * of freedom as parameters were added. Both have to be fitted by ML to the same rows: restricted likelihoods of different
 * predictors are not comparable. Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, 2.4.1.
 */
export function compareSeries(first: FittedAutoregressive, second: FittedAutoregressive): SeriesComparison {
  const [smaller, larger] = first.parameters <= second.parameters ? [first, second] : [second, first];
  if (smaller.data.outcome.length !== larger.data.outcome.length)
    throw new RangeError(
      `a comparison requires the same rows in both models: ${smaller.data.outcome.length} and ${larger.data.outcome.length}`,
    );
  if (smaller.method !== "ML" || larger.method !== "ML")
    throw new RangeError("a comparison requires fits by ML: restricted likelihoods are not comparable");
  const statistic = 2 * (larger.logLikelihood - smaller.logLikelihood);
  const degreesOfFreedom = larger.parameters - smaller.parameters;
  return {
    logLikelihoods: [smaller.logLikelihood, larger.logLikelihood],
    statistic,
    degreesOfFreedom,
    p: degreesOfFreedom > 0 ? chiSquareSurvival(Math.max(0, statistic), degreesOfFreedom) : Number.NaN,
  };
}
