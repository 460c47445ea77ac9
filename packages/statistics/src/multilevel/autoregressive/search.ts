import { minimizeWithinBounds } from "@concord/numerics";
import type { MultilevelMethod } from "../model.ts";
import { type SeriesData, type SeriesSums, seriesSums } from "./data.ts";
import { type RelativeFactor, rememberingWhitening, seriesDeviance } from "./deviance.ts";

/** One free entry of a relative factor: of which level (from the lowest), in which row and column. */
interface FreeEntry {
  readonly level: number;
  readonly row: number;
  readonly column: number;
}

/** The data as sums, and which entries of the levels' factors are free. */
export interface SeriesProblem {
  readonly sums: SeriesSums;
  /** How many effects each level has, the lowest first. */
  readonly sizes: readonly number[];
  readonly entries: readonly FreeEntry[];
}

export interface SeriesOptimum {
  readonly settled: boolean;
  readonly entries: readonly number[];
  readonly correlation: number;
  readonly deviance: number;
  readonly evaluations: number;
}

/** φ is kept this far from ±1, where a series would be a constant. */
export const FURTHEST_CORRELATION = 1 - 1e-6;

export function seriesProblem(data: SeriesData): SeriesProblem {
  const lowestFirst = [...data.levels].reverse();
  const entries = lowestFirst.flatMap(({ blocks }, level) => {
    let start = 0;
    return blocks.flatMap(({ names }) => {
      const own = names.flatMap((_, j) =>
        names.slice(j).map((_, i) => ({ level, row: start + j + i, column: start + j })),
      );
      start += names.length;
      return own;
    });
  });
  const sizes = lowestFirst.map(({ blocks }) => blocks.reduce((total, { names }) => total + names.length, 0));
  return { sums: seriesSums(data), sizes, entries };
}

/** The factors Λ of the levels, the lowest first, from their free entries. */
export function factorsOf(problem: SeriesProblem, values: readonly number[]): readonly RelativeFactor[] {
  const factors = problem.sizes.map((size) => new Float64Array(size * size));
  problem.entries.forEach(({ level, row, column }, i) => {
    factors[level]![row * problem.sizes[level]! + column] = values[i]!;
  });
  return factors;
}

/**
 * The factors and φ at which the deviance is least. Where φ is free the search starts from three places, since strong
 * serial correlation and varying effects can explain the same data; the least deviance wins.
 */
export function leastDeviance(
  problem: SeriesProblem,
  method: MultilevelMethod,
  held: number | undefined,
  start?: readonly number[],
): SeriesOptimum {
  const first = start ?? problem.entries.map(({ row, column }) => (row === column ? 1 : 0));
  if (held !== undefined) return searched(problem, method, held, { entries: first, correlation: held }, 1e-9);
  const rough = [0, 0.5, -0.3].map((from) =>
    searched(problem, method, undefined, { entries: first, correlation: from }, 1e-4),
  );
  const best = rough.reduce((least, next) => (next.deviance < least.deviance ? next : least));
  const found = searched(problem, method, undefined, best, 1e-9);
  const evaluations = [...rough, found].reduce((total, one) => total + one.evaluations, 0);
  return { ...found, evaluations };
}

function searched(
  problem: SeriesProblem,
  method: MultilevelMethod,
  held: number | undefined,
  from: { readonly entries: readonly number[]; readonly correlation: number },
  slopeTolerance: number,
): SeriesOptimum {
  const count = problem.entries.length;
  const correlationOf = (at: readonly number[]) => held ?? at[count]!;
  const whitening = rememberingWhitening(problem.sums);
  const value = (at: readonly number[]) =>
    seriesDeviance(whitening(correlationOf(at)), problem.sizes, factorsOf(problem, at), method).value;
  const lower = problem.entries.map(({ row, column }) => (row === column ? 0 : Number.NEGATIVE_INFINITY));
  const upper = problem.entries.map(() => Number.POSITIVE_INFINITY);
  const free = held === undefined ? [from.correlation] : [];
  if (count + free.length === 0)
    return { settled: true, entries: [], correlation: held ?? 0, deviance: value([]), evaluations: 1 };
  const minimum = minimizeWithinBounds(
    {
      value,
      start: [...from.entries, ...free],
      lower: [...lower, ...free.map(() => -FURTHEST_CORRELATION)],
      upper: [...upper, ...free.map(() => FURTHEST_CORRELATION)],
    },
    { slopeTolerance },
  );
  return {
    settled: minimum.kind === "settled",
    entries: minimum.at.slice(0, count),
    correlation: correlationOf(minimum.at),
    deviance: minimum.value,
    evaluations: minimum.evaluations,
  };
}
