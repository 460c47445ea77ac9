import { devianceOf, profiledDeviance } from "./deviance.ts";
import type { MultilevelMethod } from "./fit.ts";
import { nestedElimination } from "./nested-elimination.ts";
import { nestingOf } from "./nesting.ts";
import { optimumFrom, type Square } from "./optimum.ts";
import type { MultilevelProblem } from "./problem.ts";

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
