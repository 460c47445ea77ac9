import { requireFinite } from "../interval.ts";

/** What a stretch of values without a change has: its place [from, to), its mean, and Σ (x − mean)². */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  readonly squares: number;
}

/** Any stretch of a series in constant time. */
export interface Stretches {
  readonly n: number;
  readonly squares: (from: number, to: number) => number;
  readonly stretch: (from: number, to: number) => Stretch;
}

/** −2 log-likelihood of a stretch without a change, up to what all partitions share. */
export type SegmentCost = (from: number, to: number) => number;

/** What a segment is thought to be. */
export type SegmentModel =
  /** Normal around a mean of its own; the variance is known and the same throughout. */
  | { readonly kind: "mean"; readonly variance: number }
  /**
   * Normal with a mean and a variance of its own. Two equal neighbours have no variance and would be a
   * segment at any price: variances below `leastVariance` count as that. For whole numbers 1/12, what
   * rounding alone makes, is sensible; 1e-11 is what R's changepoint has.
   */
  | { readonly kind: "mean-and-variance"; readonly leastVariance?: number };

/**
 * Counts from the first value, so that a shift of level by whole numbers changes no digit and a constant has
 * no squares.
 */
export function stretchesOf(subject: string, values: readonly number[]): Stretches {
  requireFinite(subject, values);
  const n = values.length;
  const origin = values[0] ?? 0;
  const sums = new Float64Array(n + 1);
  const products = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    const away = values[i]! - origin;
    sums[i + 1] = sums[i]! + away;
    products[i + 1] = products[i]! + away * away;
  }
  // Differences of running sums keep what rounding left of the whole: below it a stretch has no scatter.
  const rounding = 4 * (n + 1) * Number.EPSILON * products[n]!;
  const squares = (from: number, to: number): number => {
    const total = sums[to]! - sums[from]!;
    const scatter = products[to]! - products[from]! - (total * total) / (to - from);
    return scatter > rounding ? scatter : 0;
  };
  const stretch = (from: number, to: number): Stretch => ({
    from,
    to,
    mean: origin + (sums[to]! - sums[from]!) / (to - from),
    squares: squares(from, to),
  });
  return { n, squares, stretch };
}

/** Σ (x − mean)² / σ², or n·(log 2πs² + 1) with the segment's own s². */
export function segmentCost(subject: string, { squares }: Stretches, model: SegmentModel): SegmentCost {
  if (model.kind === "mean") {
    const { variance } = model;
    if (!(variance > 0 && Number.isFinite(variance)))
      throw new RangeError(`${subject} requires a variance above 0: ${variance}`);
    return (from, to) => squares(from, to) / variance;
  }
  const { leastVariance = 1e-11 } = model;
  if (!(leastVariance > 0))
    throw new RangeError(`${subject} requires a least variance above 0: ${leastVariance}`);
  return (from, to) => {
    const n = to - from;
    return n * (Math.log(2 * Math.PI) + Math.log(Math.max(leastVariance, squares(from, to) / n)) + 1);
  };
}

/** A segment of one value has no variance of its own. */
export function shortestSegment(model: SegmentModel): number {
  return model.kind === "mean" ? 1 : 2;
}
