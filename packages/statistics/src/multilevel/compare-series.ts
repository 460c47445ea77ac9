import { chiSquareSurvival, matrixOf, transpose } from "@concord/numerics";
import type { FittedAutoregressive } from "./autoregressive.ts";
import { type ModelColumns, requireSameRows, whyNotNested } from "./nested-models.ts";

/** Two models of the same series, one within the other, by their likelihoods under ML. */
export interface SeriesComparison {
  /** Of the smaller model and of the larger. */
  readonly logLikelihoods: readonly [number, number];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** NaN where the models have no test. */
  readonly p: number;
  /** Why there is no test: neither model lies within the other. */
  readonly notNested: string | undefined;
}

/**
 * Does the larger model describe the series better? Twice the rise in log-likelihood against χ² with as many degrees
 * of freedom as parameters were added. Both have to be fitted by ML to the same rows: restricted likelihoods of different
 * predictors are not comparable. Pinheiro JC, Bates DM (2000). Mixed-Effects Models in S and S-PLUS, 2.4.1.
 */
export function compareSeries(first: FittedAutoregressive, second: FittedAutoregressive): SeriesComparison {
  const [smaller, larger] = first.parameters <= second.parameters ? [first, second] : [second, first];
  const [narrow, wide] = [columnsOf(smaller), columnsOf(larger)];
  requireSameRows(narrow, wide);
  if (smaller.method !== "ML" || larger.method !== "ML")
    throw new RangeError("a comparison requires fits by ML: restricted likelihoods are not comparable");
  const statistic = 2 * (larger.logLikelihood - smaller.logLikelihood);
  const degreesOfFreedom = larger.parameters - smaller.parameters;
  const notNested = degreesOfFreedom > 0 ? whyNotNested(narrow, wide) : undefined;
  const isTested = degreesOfFreedom > 0 && notNested === undefined;
  return {
    logLikelihoods: [smaller.logLikelihood, larger.logLikelihood],
    statistic,
    degreesOfFreedom,
    p: isTested ? chiSquareSurvival(Math.max(0, statistic), degreesOfFreedom) : Number.NaN,
    notNested,
  };
}

function columnsOf({ data }: FittedAutoregressive): ModelColumns {
  return {
    outcome: data.outcome,
    fixed: data.design,
    random: data.levels.flatMap(({ name, codes, blocks }) =>
      blocks.map(({ names, columns }) => ({
        factor: name,
        groups: codes,
        names,
        matrix: transpose(matrixOf(columns)),
      })),
    ),
  };
}
