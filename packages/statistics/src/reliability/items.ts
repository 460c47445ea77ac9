import { centredCrossSums, crossSums } from "./cross-sums.ts";

/** Answers to one item: numbers, with null or NaN where there is none. */
export type Answers = ArrayLike<number | null>;

/** Items under their names, and those keyed the other way round. */
export interface ItemSet {
  readonly names: readonly string[];
  /** Reversed where the key says so; missing as NaN. */
  readonly columns: readonly Float64Array[];
  readonly reversed: readonly boolean[];
  readonly rows: number;
  /** How many answers each item has, and their sum. */
  readonly answered: readonly number[];
  readonly sums: readonly number[];
  readonly isComplete: boolean;
}

/** Moments of items, each pair over the rows that answered both. */
export interface ItemMoments {
  readonly means: readonly number[];
  /** Row after row, n − 1 in the denominator. */
  readonly covariance: Float64Array;
  /** The same as correlations, by the standard deviations of each item's own answers. */
  readonly correlation: Float64Array;
  /** The same by the standard deviations over the rows that answered both, as R's `cor(use = "pairwise")`. */
  readonly pairCorrelation: Float64Array;
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
  const sums: number[] = [];
  const answered = columns.map((column) => {
    let count = 0;
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) continue;
      count++;
      sum += value;
      if (value < least) least = value;
      if (value > most) most = value;
    }
    sums.push(sum);
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
    sums: sums.map((sum, j) => (isReversed[j] ? turn * answered[j]! - sum : sum)),
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
export function itemMoments({ columns, rows, answered, sums, isComplete }: ItemSet): ItemMoments {
  const size = columns.length;
  const means = sums.map((sum, j) => sum / answered[j]!);
  const { covariance, spreads } = isComplete
    ? {
        covariance: centredCrossSums(columns, means, rows).map((sum) => sum / (rows - 1)),
        spreads: undefined,
      }
    : overPairs(columns, means, rows);
  const correlation = covariance.map((value, at) => {
    const i = Math.floor(at / size);
    const j = at % size;
    return i === j ? 1 : value / Math.sqrt(covariance[i * size + i]! * covariance[j * size + j]!);
  });
  const pairCorrelation =
    spreads === undefined
      ? correlation
      : correlation.map((value, at) => {
          const mirrored = (at % size) * size + Math.floor(at / size);
          const own = Math.sqrt(spreads[at]! * spreads[mirrored]!);
          return value === 1 ? 1 : Math.max(-1, Math.min(1, covariance[at]! / own));
        });
  return { means, covariance, correlation, pairCorrelation, size };
}

/** Σxy − ΣxΣy/n over the rows that have both, over n − 1; and the variance of the first of each pair over those. */
function overPairs(
  columns: readonly Float64Array[],
  means: readonly number[],
  rows: number,
): { readonly covariance: Float64Array; readonly spreads: Float64Array } {
  const size = columns.length;
  const present = columns.map((column) => column.map((value) => (Number.isNaN(value) ? 0 : 1)));
  const centred = columns.map((column, j) =>
    column.map((value) => (Number.isNaN(value) ? 0 : value - means[j]!)),
  );
  const counts = crossSums(present, present, rows);
  const products = crossSums(centred, centred, rows);
  const sums = crossSums(centred, present, rows);
  const squared = centred.map((column) => column.map((value) => value * value));
  const squares = crossSums(squared, present, rows);
  const covariance = new Float64Array(size * size);
  const spreads = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      const at = i * size + j;
      const n = counts[at]!;
      covariance[at] = (products[at]! - (sums[at]! * sums[j * size + i]!) / n) / (n - 1);
      spreads[at] = (squares[at]! - (sums[at]! * sums[at]!) / n) / (n - 1);
    }
  }
  return { covariance, spreads };
}
