import { normalQuantile } from "@concord/numerics";
import type { ItemMoments, ItemSet } from "./items.ts";
import { squaredMultipleCorrelations } from "./squared-multiple-correlations.ts";

/** What one item is and brings. */
export interface ItemStatistics {
  readonly name: string;
  readonly isReversed: boolean;
  readonly answered: number;
  /** With the mean of all items, itself included. */
  readonly totalCorrelation: number;
  /** With the sum of the standardised items. */
  readonly standardizedTotalCorrelation: number;
  /** With the whole, corrected for overlap and unreliability; absent where correlations have no inverse. */
  readonly correctedCorrelation: number | undefined;
  /** With the others only, from the covariances of pairs. */
  readonly restCorrelation: number;
  /** By Fisher's z. */
  readonly restInterval: readonly [number, number];
  readonly mean: number;
  readonly standardDeviation: number;
  /** How often each answer was given, from the lowest; shares of those who answered. Empty with many different answers. */
  readonly frequencies: readonly { readonly answer: number; readonly share: number }[];
}

/** Item by item; scores are means of what a row answered. */
export function itemStatistics(
  set: ItemSet,
  moments: ItemMoments,
  level: number,
): { readonly mean: number; readonly standardDeviation: number; readonly items: readonly ItemStatistics[] } {
  const { covariance, correlation, size, means } = moments;
  const multiple = squaredMultipleCorrelations(correlation, size);
  const sums = (matrix: Float64Array, i: number) => {
    let total = 0;
    for (let j = 0; j < size; j++) total += matrix[i * size + j]!;
    return total;
  };
  const whole = correlation.reduce((total, value) => total + value, 0);
  const common = multiple === undefined ? 0 : whole - size + multiple.reduce((total, r) => total + r, 0);
  const scores = set.isComplete ? fromMoments(moments) : fromRows(set);
  return {
    mean: scores.mean,
    standardDeviation: scores.standardDeviation,
    items: set.names.map((name, i) => ({
      name,
      isReversed: set.reversed[i]!,
      answered: set.answered[i]!,
      totalCorrelation: scores.total[i]!,
      standardizedTotalCorrelation: sums(correlation, i) / Math.sqrt(whole),
      correctedCorrelation:
        multiple === undefined ? undefined : (sums(correlation, i) - 1 + multiple[i]!) / Math.sqrt(common),
      restCorrelation: restCorrelation(moments, i),
      restInterval: fisherInterval(restCorrelation(moments, i), set.answered[i]!, level),
      mean: means[i]!,
      standardDeviation: Math.sqrt(covariance[i * size + i]!),
      frequencies: frequenciesOf(set.columns[i]!, set.answered[i]!),
    })),
  };
}

interface Scores {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly total: readonly number[];
}

/** With complete rows everything follows from the covariances. */
function fromMoments({ covariance, means, size }: ItemMoments): Scores {
  const whole = covariance.reduce((total, value) => total + value, 0);
  const own = means.map((_, i) => covariance[i * size + i]!);
  const withAll = means.map((_, i) =>
    covariance.subarray(i * size, (i + 1) * size).reduce((t, v) => t + v, 0),
  );
  return {
    mean: means.reduce((total, value) => total + value, 0) / size,
    standardDeviation: Math.sqrt(whole) / size,
    total: withAll.map((value, i) => value / Math.sqrt(own[i]! * whole)),
  };
}

/** tanh(artanh r ± z/√(n − 3)). */
function fisherInterval(r: number, n: number, level: number): readonly [number, number] {
  if (n < 4 || Math.abs(r) >= 1) return [-1, 1];
  const width = normalQuantile((1 + level) / 2) / Math.sqrt(n - 3);
  return [Math.tanh(Math.atanh(r) - width), Math.tanh(Math.atanh(r) + width)];
}

/** Of an item with the sum of the others. */
function restCorrelation({ covariance, size }: ItemMoments, i: number): number {
  const own = covariance[i * size + i]!;
  let withAll = 0;
  for (let j = 0; j < size; j++) withAll += covariance[i * size + j]!;
  const whole = covariance.reduce((total, value) => total + value, 0);
  return (withAll - own) / Math.sqrt(own * (whole - 2 * withAll + own));
}

/** With gaps: the score of a row is the mean over the items it answered. */
function fromRows({ columns, rows }: ItemSet): Scores {
  const sums = new Float64Array(rows);
  const counts = new Float64Array(rows);
  for (const column of columns) {
    for (let i = 0; i < rows; i++) {
      const value = column[i]!;
      if (Number.isNaN(value)) continue;
      sums[i]! += value;
      counts[i]! += 1;
    }
  }
  const scores = sums.map((value, i) => value / counts[i]!);
  const { mean, variance } = spread(scores);
  return {
    mean,
    standardDeviation: Math.sqrt(variance),
    total: columns.map((column) => correlationOf(column, scores)),
  };
}

function spread(values: Float64Array): { readonly mean: number; readonly variance: number } {
  let count = 0;
  let total = 0;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    count++;
    total += value;
  }
  const mean = total / count;
  let squares = 0;
  for (const value of values) if (!Number.isNaN(value)) squares += (value - mean) ** 2;
  return { mean, variance: squares / (count - 1) };
}

/** Over the rows that have both. */
function correlationOf(a: Float64Array, b: Float64Array): number {
  const both = Float64Array.from(a, (value, i) => (Number.isNaN(value + b[i]!) ? Number.NaN : value));
  const other = Float64Array.from(b, (value, i) => (Number.isNaN(value + a[i]!) ? Number.NaN : value));
  const first = spread(both);
  const second = spread(other);
  let products = 0;
  let count = 0;
  for (let i = 0; i < a.length; i++) {
    const product = (both[i]! - first.mean) * (other[i]! - second.mean);
    if (Number.isNaN(product)) continue;
    products += product;
    count++;
  }
  return products / (count - 1) / Math.sqrt(first.variance * second.variance);
}

/** Beyond this many different answers an item is no rating scale. */
const MOST_ANSWERS = 11;

function frequenciesOf(column: Float64Array, answered: number): ItemStatistics["frequencies"] {
  const counts = smallWholeCounts(column) ?? anyCounts(column);
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([answer, count]) => ({ answer, share: count / answered }));
}

/** Whole numbers within a short stretch, counted by their place in it; undefined for anything else. */
function smallWholeCounts(column: Float64Array): ReadonlyMap<number, number> | undefined {
  const places = new Int32Array(256);
  const middle = 128;
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    const place = (value + middle) | 0;
    if (place - middle === value && place >= 0 && place < 256) places[place]!++;
    else if (!Number.isNaN(value)) return undefined;
  }
  const counts = new Map<number, number>();
  places.forEach((count, place) => {
    if (count > 0) counts.set(place - middle, count);
  });
  return counts.size > MOST_ANSWERS ? new Map() : counts;
}

function anyCounts(column: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < column.length; i++) {
    const value = column[i]!;
    if (Number.isNaN(value)) continue;
    const known = counts.get(value);
    if (known === undefined && counts.size === MOST_ANSWERS) return new Map();
    counts.set(value, (known ?? 0) + 1);
  }
  return counts;
}
