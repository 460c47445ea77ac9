import { nestedElimination, nestingOf } from "../elimination/nested.ts";
import type { MultilevelMethod } from "../model.ts";
import { devianceOf, profiledDeviance } from "./deviance.ts";
import { type Optimum, optimumFrom, type Smooth, type Square } from "./optimum.ts";
import { type MultilevelProblem, placesInBlock, type RandomPart } from "./problem.ts";

/** From this many of the finest groups on, a search over some of them pays. */
const MANY = 4000;

/** How many of the coarsest groups the search takes at least. */
const ENOUGH = 100;

export interface CoarseStart {
  readonly theta: readonly number[];
  readonly hessian: Square;
}

/**
 * The optimum over one in ten of the coarsest groups, as a start for all of them: near enough for a few steps.
 * Undefined where groups are few, or cross.
 */
export function coarseStart(
  problem: MultilevelProblem,
  method: MultilevelMethod,
  start: readonly number[],
): CoarseStart | undefined {
  const { random, scaled, fixed } = problem;
  const nesting = nestingOf(random.factors);
  if (nesting === undefined) return undefined;
  const finest = random.factors[nesting.order[0]!]!;
  const coarsest = random.factors[nesting.order.at(-1)!]!;
  const stride = Math.min(10, Math.floor(coarsest.groups / ENOUGH));
  if (finest.groups < MANY || stride < 2) return undefined;
  const cells = Array.from(coarsest.groupOf.keys()).filter((cell) => coarsest.groupOf[cell]! % stride === 0);
  const factors = random.factors.map((factor) => {
    const place = new Map<number, number>();
    const groupOf = Int32Array.from(cells, (cell) => {
      const group = factor.groupOf[cell]!;
      const known = place.get(group) ?? place.size;
      place.set(group, known);
      return known;
    });
    return { ...factor, groupOf, groups: place.size };
  });
  const triangle = (scaled.size * (scaled.size + 1)) / 2;
  const sums = new Float64Array(cells.length * triangle);
  let rows = 0;
  cells.forEach((cell, place) => {
    sums.set(scaled.sums.subarray(cell * triangle, (cell + 1) * triangle), place * triangle);
    rows += sums[place * triangle]!;
  });
  const some = { ...scaled, sums, rows, cells: cells.length };
  const elimination = nestedElimination(factors, nestingOf(factors)!, some);
  const deviance = profiledDeviance(devianceOf(elimination, { ...fixed, rows }, method), random);
  if (!Number.isFinite(deviance.value(start))) return undefined;
  const { theta, hessian } = optimumFrom(deviance, start, 1e-3);
  const share = scaled.rows / rows;
  return { theta, hessian: hessian.map((row) => row.map((value) => value * share)) };
}

/** A diagonal of Λ below this has gone to the boundary. */
const GONE = 1e-3;

/**
 * The least value of a criterion, sought from several places where one search ends on the boundary: there the criterion
 * may have more than one valley, as where a slope's predictor is far from zero.
 */
export function searchedWidely(deviance: Smooth, random: RandomPart, start: readonly number[]): Optimum {
  const diagonals = random.blocks.flatMap((block) =>
    placesInBlock(block).flatMap(([row, column], place) => (row === column ? [block.from + place] : [])),
  );
  const first = settled(deviance, optimumFrom(deviance, start));
  const gone = diagonals.filter((at) => Math.abs(first.theta[at]!) < GONE);
  const steep = steepStart(random, start);
  if (gone.length === 0 && steep === undefined) return first;
  const others = [
    ...(steep === undefined ? [] : [steep]),
    ...(gone.length === 0 ? [] : [0.1, 0.01].map((size) => start.map((value) => size * value))),
    ...gone.map((at) => first.theta.map((value, i) => (i === at ? 1 : 0.1 * value))),
  ];
  return others.reduce((best, from) => {
    const other = settled(deviance, optimumFrom(deviance, from));
    // Lower by more than rounding: of equal valleys the first is kept.
    return other.value < best.value - 1e-9 * Math.max(1, Math.abs(best.value)) ? other : best;
  }, first);
}

/** The search again from where it ended, while it still gains: a long curved valley takes it several turns. */
function settled(deviance: Smooth, found: Optimum): Optimum {
  let best = found;
  for (let turn = 0; turn < 5 && best.distance > 1e-4 && best.remaining > 1e-9; turn++) {
    const again = optimumFrom(deviance, best.theta);
    if (!(again.value <= best.value)) break;
    best = again;
  }
  return best;
}

/**
 * Where slopes vary and their predictors lie far from zero: intercepts that vary by as much as the slopes would make
 * them, so that groups differ by little where the data are. Undefined where predictors are near zero.
 */
function steepStart(random: RandomPart, start: readonly number[]): readonly number[] | undefined {
  const steep = [...start];
  for (const block of random.blocks) {
    const { basis, effects: q } = random.factors[block.factor]!;
    for (let i = 0; i < block.effects; i++) {
      // The row of the constant holds 1 for an intercept, alone in its column, and middles for other effects.
      const column = Array.from({ length: basis.length / q }, (_, row) => basis[row * q + block.offset + i]!);
      if (column.slice(1).some((value) => value !== 0)) continue;
      const middles = Array.from({ length: q }, (_, j) => (j === block.offset + i ? 0 : basis[j]!));
      const length = Math.hypot(1, ...middles);
      if (length > 3) steep[block.from + diagonalPlace(block.effects, i)] = length;
    }
  }
  return steep.some((value, i) => value !== start[i]) ? steep : undefined;
}

/** The place of a diagonal among the elements of a lower triangle, column by column. */
function diagonalPlace(size: number, i: number): number {
  return i * size - (i * (i - 1)) / 2;
}
