import { mean } from "@concord/numerics";
import { matrixEffects } from "./effects.ts";
import type { RatingMatrix } from "./round-robin.ts";

/** A matrix without gaps, and which of its cells (diagonal apart) were filled in; empty where none was. */
export interface CompletedMatrix {
  readonly ratings: readonly (readonly number[])[];
  readonly filled: readonly (readonly boolean[])[];
  readonly missing: number;
}

/**
 * Returns the matrix with the mean of row and column in place of each rating nobody gave, taken again until the
 * effects settle. Throws a RangeError for a member without a rating given or received.
 *
 * The empty diagonal is filled alike while the means are taken, and each round starts from the means of the one
 * before. It ends when the effects together (root of the sum of squares) move by no more than `settled` of the range
 * of the ratings that were given, so that no result depends on the unit of the rating. TripleR stops at 0.01 in units
 * of the rating: 1/600 is the same on a seven-point scale that is used from end to end. Dyads with a filled cell take
 * no part in the relationship variance.
 */
export function completeMatrix(ratings: RatingMatrix, settled = 1 / 600): CompletedMatrix {
  const missing = ratings.reduce(
    (count, row, i) => count + row.filter((value, j) => i !== j && value === null).length,
    0,
  );
  // Self-ratings say nothing about others.
  if (missing === 0) {
    const full = ratings.map((row, i) => row.map((value, j) => (i === j ? 0 : (value ?? 0))));
    return { ratings: full, filled: [], missing };
  }
  const filled = ratings.map((row, i) => row.map((value, j) => i !== j && value === null));
  const reach = settled * rangeOf(ratings.flatMap((row, i) => row.filter((_, j) => i !== j)));
  let current = ratings.map((row, i) => row.map((value, j) => (i === j ? null : value)));
  let before: readonly number[] | undefined;
  for (let round = 0; round < 1000; round++) {
    const rows = current.map(meanOfKnown);
    const columns = current.map((_, j) => meanOfKnown(current.map((row) => row[j] ?? null)));
    const full = current.map((row, i) =>
      row.map((value, j) => (i === j || filled[i]![j] ? (rows[i]! + columns[j]!) / 2 : (value ?? 0))),
    );
    const { actor, partner } = matrixEffects(full);
    const effects = [...actor, ...partner];
    const moved =
      before === undefined ? undefined : Math.hypot(...effects.map((value, i) => value - before![i]!));
    if (moved !== undefined && moved <= reach) return { ratings: full, filled, missing };
    before = effects;
    current = full;
  }
  throw new RangeError("missing ratings could not be filled in: a member has too few");
}

function rangeOf(ratings: readonly (number | null)[]): number {
  const known = ratings.filter((value) => value !== null);
  return Math.max(...known) - Math.min(...known);
}

function meanOfKnown(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  if (known.length === 0)
    throw new RangeError("a member of a round robin requires a rating given and one received: 0");
  return mean(known);
}
