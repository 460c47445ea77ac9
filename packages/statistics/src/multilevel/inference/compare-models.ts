import { chiSquareSurvival, matrixOf, transpose } from "@concord/numerics";
import type { FittedAutoregressive } from "../autoregressive/fit.ts";
import type { FittedMixedModel } from "../fit.ts";
import { fitProblem } from "../fit-multilevel.ts";
import { type ModelColumns, notNestedReason, requireSameRows, whyNotNested } from "../nested-models.ts";

/** Two models, one inside the other, by their likelihoods. */
export interface FitComparison {
  /** Of the smaller model and of the larger, under ML. */
  readonly logLikelihoods: readonly [number, number];
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  /** NaN where the models have no test. */
  readonly p: number;
  /** Why there is no test: neither model lies within the other. */
  readonly notNested: string | undefined;
  /** Where the larger model lets one more effect vary: the p that knows a variance cannot be negative. */
  readonly boundary: BoundaryTest | undefined;
  /** Whether a fit by REML was fitted again by ML. */
  readonly refitted: boolean;
}

export interface BoundaryTest {
  /** Half the weight each on χ² with these degrees of freedom. */
  readonly degreesOfFreedom: readonly [number, number];
  readonly p: number;
}

/**
 * Does a larger model describe the data better than a smaller one within it? Twice the rise in log-likelihood, against
 * χ² with as many degrees of freedom as parameters were added. Fits by REML are fitted again by ML, as R's `anova`.
 *
 * Models that are not nested have likelihoods and no p. Fits to sums of rows count as nested only where the larger
 * names every effect of the smaller.
 *
 * A variance is tested at the edge of its range, where that p is too large: where one effect more varies, beside r that
 * vary already in its term, half of χ²ᵣ and half of χ²ᵣ₊₁ hold. Stram DO, Lee JW (1994). Biometrics 50: 1171–1177.
 */
export function compareFits(first: FittedMixedModel, second: FittedMixedModel): FitComparison {
  const [smaller, larger] = first.parameters <= second.parameters ? [first, second] : [second, first];
  if (smaller.observations !== larger.observations) {
    throw new RangeError(
      `a comparison requires the same rows in both models: ${smaller.observations} and ${larger.observations}`,
    );
  }
  if (outcomeOf(smaller) !== outcomeOf(larger)) {
    throw new RangeError(
      `a comparison requires the same outcome in both models: ${outcomeOf(smaller)} and ${outcomeOf(larger)}`,
    );
  }
  const logLikelihoods = [underMaximumLikelihood(smaller), underMaximumLikelihood(larger)] as const;
  const degreesOfFreedom = larger.parameters - smaller.parameters;
  const statistic = 2 * (logLikelihoods[1] - logLikelihoods[0]);
  const reason = degreesOfFreedom > 0 ? notNested(smaller, larger) : undefined;
  const isTested = degreesOfFreedom > 0 && reason === undefined;
  return {
    logLikelihoods,
    statistic,
    degreesOfFreedom,
    p: isTested ? chiSquareSurvival(Math.max(0, statistic), degreesOfFreedom) : Number.NaN,
    notNested: reason,
    boundary: isTested ? boundaryTest(smaller, larger, Math.max(0, statistic)) : undefined,
    refitted: smaller.method === "REML" || larger.method === "REML",
  };
}

function notNested(smaller: FittedMixedModel, larger: FittedMixedModel): string | undefined {
  if (smaller.columns === undefined || larger.columns === undefined) return notNestedByNames(smaller, larger);
  const [narrow, wide] = [smaller.columns(), larger.columns()];
  requireSameRows(narrow, wide);
  return whyNotNested(narrow, wide);
}

/** By the names of the effects, where no rows are at hand. */
function notNestedByNames(smaller: FittedMixedModel, larger: FittedMixedModel): string | undefined {
  const known = larger.fixed.map(({ name }) => name);
  const outside = smaller.fixed.flatMap(({ name }) => (known.includes(name) ? [] : [name]));
  const terms = termsOf(larger);
  for (const { factor, names } of termsOf(smaller)) {
    if (!terms.some((other) => other.factor === factor && contains(other.names, names)))
      outside.push(`${names.join(", ")} over ${factor}`);
  }
  return outside.length === 0 ? undefined : notNestedReason(outside);
}

function underMaximumLikelihood(fit: FittedMixedModel): number {
  if (fit.method === "ML") return fit.logLikelihood;
  const again = fitProblem(fit.problem, "ML");
  if (again.kind === "refused") throw new RangeError(`a comparison requires a fit by ML: ${again.reason}`);
  return again.logLikelihood;
}

function boundaryTest(
  smaller: FittedMixedModel,
  larger: FittedMixedModel,
  statistic: number,
): BoundaryTest | undefined {
  const fixed = (fit: FittedMixedModel) => fit.fixed.map(({ name }) => name).join("\u0000");
  if (fixed(smaller) !== fixed(larger)) return undefined;
  const terms = termsOf(larger);
  for (const own of termsOf(smaller)) {
    const same = terms.findIndex((other) => other.factor === own.factor && contains(other.names, own.names));
    if (same < 0) return undefined;
    const added = terms[same]!.names.length - own.names.length;
    if (added === 0) terms.splice(same, 1);
    else terms[same] = { ...terms[same]!, known: own.names.length };
  }
  const [grown, ...others] = terms;
  if (grown === undefined || others.length > 0 || grown.names.length - grown.known !== 1) return undefined;
  const r = grown.known;
  const upper = chiSquareSurvival(statistic, r + 1);
  const lower = r === 0 ? (statistic > 0 ? 0 : 1) : chiSquareSurvival(statistic, r);
  return { degreesOfFreedom: [r, r + 1], p: 0.5 * (lower + upper) };
}

function termsOf({ problem }: FittedMixedModel) {
  return problem.design.terms
    .map(({ factor, names }) => ({ factor: problem.design.factors[factor]!.name, names, known: 0 }))
    .sort((a, b) => a.names.length - b.names.length);
}

function contains(all: readonly string[], some: readonly string[]): boolean {
  return some.every((name) => all.includes(name));
}

function outcomeOf({ problem }: FittedMixedModel): string {
  return problem.design.columns.at(-1)!.name;
}

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
