import type { Price } from "./penalty.ts";
import type { SegmentCost } from "./segment-cost.ts";

/** Where segments begin after the first, and what the whole costs. */
export interface Partition {
  readonly starts: readonly number[];
  /** Costs of segments, prices of segments and of changes. */
  readonly total: number;
}

/** Costs are −2 log-likelihoods: those that differ by less than this differ by rounding, and the earlier change is taken. */
const TIE = 1e-11;

/**
 * Which partition of n values costs least, among all 2ⁿ⁻¹?
 *
 * F(t) = min over s of F(s) + cost(s, t) + price, with one price too many at the start taken off again. Every
 * place may begin a segment; nothing is pruned, as an additional price by length would make pruning inexact.
 * n²/2 costs. Where two partitions cost the same, the one whose last change is earlier is taken.
 *
 * Jackson B, Scargle JD, Barnes D, et al. (2005). IEEE Signal Process Lett 12: 105–108.
 */
export function optimalPartition(
  n: number,
  cost: SegmentCost,
  price: Price,
  minimumLength: number,
): Partition {
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(n + 1);
  const perLength = Float64Array.from({ length: n + 1 }, (_, length) =>
    length === 0 ? 0 : price.perSegment(length),
  );
  best[0] = -price.perChange;
  for (let to = minimumLength; to <= n; to++) {
    for (let from = 0; from <= to - minimumLength; from++) {
      const before = best[from]!;
      if (before === Number.POSITIVE_INFINITY) continue;
      const total = before + cost(from, to) + perLength[to - from]! + price.perChange;
      if (
        total < best[to]! - TIE * Math.max(1, Math.abs(best[to]!)) ||
        best[to] === Number.POSITIVE_INFINITY
      ) {
        best[to] = total;
        cameFrom[to] = from;
      }
    }
  }
  const starts: number[] = [];
  for (let at = cameFrom[n]!; at > 0; at = cameFrom[at]!) starts.unshift(at);
  return { starts, total: best[n]! };
}
