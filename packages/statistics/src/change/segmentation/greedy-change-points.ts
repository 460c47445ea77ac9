import { type ChangePointOptions, type ChangePoints, partitionAt, prepared } from "./change-points.ts";
import { type Price, priceOf } from "./penalty.ts";
import type { SegmentCost } from "./segment-cost.ts";

/**
 * Is there a change at all, and if one, where? At most one: the likelihood-ratio test of a single change with
 * the price of the penalty. Hinkley DV (1970). Biometrika 57: 1–17. As changepoint's `method = "AMOC"`.
 */
export function singleChangePoint(values: readonly number[], options: ChangePointOptions): ChangePoints {
  return greedyChangePoints(values, options, 1);
}

/**
 * Changes found one at a time: the best first, then the best within what it left, until none earns its price
 * or `most` are found.
 *
 * Quick, and for comparison: a level that rises and falls back may hide from the first cut, which the exact
 * `changePoints` does not miss. Scott AJ, Knott M (1974). Biometrics 30: 507–512. As changepoint's `method =
 * "BinSeg"`.
 */
export function greedyChangePoints(
  values: readonly number[],
  { model, penalty, minimumLength }: ChangePointOptions,
  most: number,
): ChangePoints {
  const { shortest, stretches, cost } = prepared("greedyChangePoints", values, model, minimumLength);
  const { n } = stretches;
  if (n < shortest) return { kind: "too-few", n, required: shortest };
  const price = priceOf("greedyChangePoints", penalty, model, n);
  let starts: readonly number[] = [];
  while (starts.length < most) {
    const edges = [0, ...starts, n];
    const found = edges
      .slice(1)
      .map((to, i) => bestCut(edges[i]!, to, cost, price, shortest))
      .reduce((best, cut) => (cut.gain > best.gain + 1e-9 ? cut : best));
    if (!(found.gain > 1e-9)) break;
    starts = [...starts, found.at].sort((a, b) => a - b);
  }
  return partitionAt(stretches, cost, price, shortest, starts);
}

function bestCut(from: number, to: number, cost: SegmentCost, price: Price, shortest: number) {
  const priced = (start: number, end: number) => cost(start, end) + price.perSegment(end - start);
  const whole = priced(from, to) - price.perChange;
  let best = { at: from, gain: Number.NEGATIVE_INFINITY };
  for (let at = from + shortest; at <= to - shortest; at++) {
    const gain = whole - priced(from, at) - priced(at, to);
    // Gains are −2 log-likelihoods: a difference below 1e-9 is rounding, and the earlier cut is taken.
    if (gain > best.gain + 1e-9) best = { at, gain };
  }
  return best;
}
