import { crossSums } from "./cross-sums.ts";

/** Answers to one item: numbers, with null or NaN where there is none. */
export type Answers = ArrayLike<number | null>;

/** Items under their names, and those keyed the other way round. */
export interface ItemSet {
  readonly names: readonly string[];
  /** Reversed where the key says so; missing as NaN. */
  readonly columns: readonly Float64Array[];
  readonly reversed: readonly boolean[];
  readonly rows: number;
  /** How many answers each item has. */
  readonly answered: readonly number[];
  readonly isComplete: boolean;
}

/** Moments of items, each pair over the rows that answered both. */
export interface ItemMoments {
  readonly means: readonly number[];
  /** Row after row, n − 1 in the denominator. */
  readonly covariance: Float64Array;
  /** The same as correlations, by the standard deviations of each item's own answers. */
  readonly correlation: Float64Array;
  readonly size: number;
}

/**
 * Items ready to be analysed. A reversed item becomes least + most − x, the two taken over all items, or as given.
 *
 * Columns of unequal length, fewer than two items or a reversed item that is not there are the caller's mistake.
 */
export function itemSet(
  answers: Readonly<Record<string, Answers>>,
  reversed: readonly string[] = [],
  range?: readonly [number, number],
): ItemSet {
  const names = Object.keys(answers);
  if (names.length < 2) throw new RangeError(`reliability requires two or more items: ${names.length}`);
  const unknown = reversed.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new RangeError(`a reversed item requires a column of that name: ${unknown}`);
  const rows = answers[names[0]!]!.length;
  const columns = names.map((name) => {
    if (answers[name]!.length !== rows)
      throw new RangeError(
        `items require columns of one length: ${name} has ${answers[name]!.length}, not ${rows}`,
      );
    return asNumbers(answers[name]!, name);
  });
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  const answered = columns.map((column) => {
    let count = 0;
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) continue;
      count++;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    return count;
  });
  const turn = range === undefined ? least + most : range[0] + range[1];
  const isReversed = names.map((name) => reversed.includes(name));
  return {
    names,
    columns: columns.map((column, j) => (isReversed[j] ? column.map((value) => turn - value) : column)),
    reversed: isReversed,
    rows,
    answered,
    isComplete: answered.every((count) => count === rows),
  };
}

function asNumbers(answers: Answers, name: string): Float64Array {
  if (answers instanceof Float64Array) return answers;
  const column = new Float64Array(answers.length);
  for (let i = 0; i < answers.length; i++) {
    const value: unknown = answers[i];
    if (typeof value === "number") column[i] = value;
    else if (value === null || value === undefined) column[i] = Number.NaN;
    else throw new RangeError(`an item requires numbers, and ${name} holds ${JSON.stringify(value)}`);
  }
  return column;
}

/**
 * Means, covariances and correlations of items, each pair over the rows that answered both, as R's
 * `cov(use = "pairwise")`; one pass over centred columns.
 */
export function itemMoments({ columns, rows, answered, isComplete }: ItemSet): ItemMoments {
  const size = columns.length;
  const means = columns.map((column, j) => {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (!Number.isNaN(value)) total += value;
    }
    return total / answered[j]!;
  });
  const centred = columns.map((column, j) => {
    const middle = means[j]!;
    const result = new Float64Array(rows);
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (!Number.isNaN(value)) result[i] = value - middle;
    }
    return result;
  });
  const covariance = crossSums(centred, centred, rows);
  if (isComplete) for (let at = 0; at < covariance.length; at++) covariance[at]! /= rows - 1;
  else overPairs(covariance, centred, columns, rows);
  const correlation = covariance.map((value, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return i === j ? 1 : value / Math.sqrt(covariance[i * size + i]! * covariance[j * size + j]!);
  });
  return { means, covariance, correlation, size };
}

/** Σxy − ΣxΣy/n over the rows that have both, over n − 1. */
function overPairs(
  products: Float64Array,
  centred: readonly Float64Array[],
  columns: readonly Float64Array[],
  rows: number,
): void {
  const size = columns.length;
  const present = columns.map((column) => {
    const mask = new Float64Array(rows);
    for (let i = 0; i < rows; i++) mask[i] = Number.isNaN(column[i]!) ? 0 : 1;
    return mask;
  });
  const counts = crossSums(present, present, rows);
  const sums = crossSums(centred, present, rows);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const n = counts[i * size + j]!;
      const own = products[i * size + j]! - (sums[i * size + j]! * sums[j * size + i]!) / n;
      products[i * size + j] = own / (n - 1);
    }
  }
}
