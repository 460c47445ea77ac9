import { chiSquareQuantile, findRoot, minimizeWithinBounds } from "@concord/numerics";
import type { FittedMixedModel } from "../fit.ts";
import { devianceOf } from "../search/deviance.ts";
import { placesInBlock } from "../search/problem.ts";
import { turnedBlocks } from "../search/turned-block.ts";

/** The share of variance that lies between the groups of a factor, with its profile-likelihood interval. */
export interface IntraclassInterval {
  readonly share: number;
  readonly lower: number;
  readonly upper: number;
  /** By how much the (restricted) deviance rises where the groups' intercepts do not vary. */
  readonly riseAtZero: number;
}

/**
 * Which shares of variance between groups do the data not speak against?
 *
 * ρ = θ² / (θ² + Σ others² + 1), over the intercepts of all terms and the residual; where slopes vary too, it is the
 * share where they are zero. At each ρ the other elements of θ are at their best, and ρ belongs to the interval while
 * the deviance exceeds the least by no more than the χ²₁ quantile. The lower bound is 0 where even that is allowed.
 * Undefined where the factor has no varying intercept.
 *
 * Pawitan Y (2001). In All Likelihood, 3.4 and 3.5, for the profile of a function of the parameters.
 */
export function intraclassInterval(
  fit: FittedMixedModel,
  group: string,
  level = 0.95,
): IntraclassInterval | undefined {
  if (!(level > 0 && level < 1))
    throw new RangeError(`an interval requires a level between 0 and 1, as 0.95: ${level}`);
  const { problem, optimum } = fit;
  const intercepts = problem.random.blocks.flatMap((block) => {
    const names = problem.design.terms[block.term]!.names;
    return names[0] === "(Intercept)" ? [{ group: block.group, at: block.from, block, first: [0] }] : [];
  });
  // In these coordinates θ holds the intercepts where the predictors are zero.
  const view = turnedBlocks(problem.random, intercepts, optimum.theta);
  const square = new Map(intercepts.map(({ at }, i) => [at, view.lengths[i]![0]! ** 2]));
  const own = intercepts.find((intercept) => intercept.group === group)?.at;
  if (own === undefined) return undefined;
  const others = intercepts.flatMap(({ at }) => (at === own ? [] : [at]));
  const diagonals = problem.random.blocks.flatMap((block) =>
    placesInBlock(block).map(([row, column]) => row === column),
  );
  const deviance = devianceOf(problem.elimination, problem.fixed, fit.method);
  const valueAt = (theta: readonly number[]) => deviance.at(view.loadings(theta)).value;
  const varianceAt = (theta: readonly number[], at: number) => square.get(at)! * theta[at]! ** 2;
  const rest = (theta: readonly number[]) => others.reduce((sum, at) => sum + varianceAt(theta, at), 1);
  const shareAt = (theta: readonly number[]) =>
    varianceAt(theta, own) / (varianceAt(theta, own) + rest(theta));
  const whole = (free: readonly number[], share: number) => {
    const theta = [...free.slice(0, own), 0, ...free.slice(own)];
    theta[own] = Math.sqrt((share * rest(theta)) / (1 - share) / square.get(own)!);
    return theta;
  };
  const free = diagonals.filter((_, at) => at !== own);
  const start = view.start
    .filter((_, at) => at !== own)
    .map((value, at) => (free[at] ? Math.abs(value) : value));
  const best = valueAt(view.start);
  const rise = (share: number) => {
    const value = (others: readonly number[]) => valueAt(whole(others, share));
    const lower = free.map((isDiagonal) => (isDiagonal ? 0 : Number.NEGATIVE_INFINITY));
    return (start.length === 0 ? value([]) : minimizeWithinBounds({ value, start, lower }).value) - best;
  };
  const allowed = chiSquareQuantile(level, 1);
  const excess = (share: number) => rise(share) - allowed;
  const share = shareAt(view.start);
  const riseAtZero = share === 0 ? 0 : Math.max(0, rise(0));
  const edge = 1 - 1e-9;
  return {
    share,
    lower: riseAtZero <= allowed ? 0 : rootBetween(excess, 0, share),
    upper: excess(edge) <= 0 ? 1 : rootBetween(excess, share, edge),
    riseAtZero,
  };
}

function rootBetween(excess: (share: number) => number, low: number, high: number): number {
  const root = findRoot(excess, low, high, 1e-8);
  return root.kind === "root" ? root.at : Number.NaN;
}
