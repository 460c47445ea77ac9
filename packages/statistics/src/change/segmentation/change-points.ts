import { chiSquareUpperQuantile } from "@concord/numerics";
import { individualsLimits } from "../individuals-chart.ts";
import { optimalPartition } from "./optimal-partition.ts";
import { type Penalty, type Price, priceOf } from "./penalty.ts";
import {
  type SegmentCost,
  type SegmentModel,
  type Stretches,
  segmentCost,
  shortestSegment,
  stretchesOf,
} from "./segment-cost.ts";

export interface ChangePointOptions {
  readonly model: SegmentModel;
  readonly penalty: Penalty;
  /** Segments shorter than this are not considered; every value may begin one unless said. */
  readonly minimumLength?: number;
}

/** Values [from, to) of the series, counted from 0, that share a level. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly mean: number;
  /** Σ (x − mean)² / n: the maximum-likelihood variance. */
  readonly variance: number;
}

export interface ChangePoint {
  /** The first value of the new level, counted from 0. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
  /**
   * Places that fit nearly as well, the other changes staying where they are: those whose −2 log-likelihood
   * is within χ²₁(.95) = 3.84 of the best. A likelihood set, not a coverage (Hinkley DV 1970, Biometrika 57:
   * 1–17).
   */
  readonly earliest: number;
  readonly latest: number;
  /** How much dearer the partition is without this change, its price counted. */
  readonly gain: number;
}

export type ChangePoints =
  | {
      readonly kind: "partition";
      readonly segments: readonly Segment[];
      readonly changes: readonly ChangePoint[];
      /** −2 log-likelihood of the segments with all prices: what no other partition undercuts. */
      readonly total: number;
      /** What each change had to earn, the price by length apart. */
      readonly price: number;
    }
  | { readonly kind: "too-few"; readonly n: number; readonly required: number };

/**
 * When did the level change, and how often?
 *
 * The partition of least −2 log-likelihood plus penalty, found exactly (`optimalPartition`). A penalty of BIC
 * or MBIC is honest only if the variance is: for a mean model take `noiseVariance` of the series, what is
 * known of the instrument, or the variance of the whole series, which is conservative. Values are taken to be
 * independent around their level: a slow trend is read as stairs, and autocorrelation as changes.
 *
 * Killick R, Fearnhead P, Eckley IA (2012). J Am Stat Assoc 107: 1590–1598. Jackson B et al. (2005). IEEE
 * Signal Process Lett 12: 105–108.
 */
export function changePoints(
  values: readonly number[],
  { model, penalty, minimumLength }: ChangePointOptions,
): ChangePoints {
  const { shortest, stretches, cost } = prepared("changePoints", values, model, minimumLength);
  const { n } = stretches;
  if (n < shortest) return { kind: "too-few", n, required: shortest };
  const price = priceOf("changePoints", penalty, model, n);
  const { starts } = optimalPartition(n, cost, price, shortest);
  return partitionAt(stretches, cost, price, shortest, starts);
}

/**
 * The spread of values around their level when the level may change: (mean moving range / 1.128)². A change
 * of level enters one moving range only. Undefined for a series that never moves or has one value.
 */
export function noiseVariance(values: readonly number[]): number | undefined {
  const limits = individualsLimits([values]);
  return limits.kind === "limits" ? limits.deviation ** 2 : undefined;
}

/** The series ready to be cut, and the shortest segment that may come of it. */
export function prepared(
  subject: string,
  values: readonly number[],
  model: SegmentModel,
  minimumLength = 1,
): { readonly shortest: number; readonly stretches: Stretches; readonly cost: SegmentCost } {
  if (!(Number.isSafeInteger(minimumLength) && minimumLength >= 1))
    throw new RangeError(`${subject} requires a whole minimum length of at least 1: ${minimumLength}`);
  const stretches = stretchesOf(subject, values);
  const cost = segmentCost(subject, stretches, model);
  return { shortest: Math.max(minimumLength, shortestSegment(model)), stretches, cost };
}

/** A partition with its levels and what speaks for each of its changes. */
export function partitionAt(
  { n, stretch }: Stretches,
  cost: SegmentCost,
  { perChange, perSegment }: Price,
  shortest: number,
  starts: readonly number[],
): ChangePoints {
  const edges = [0, ...starts, n];
  const priced = (from: number, to: number) => cost(from, to) + perSegment(to - from);
  const segments = edges.slice(1).map((to, i) => {
    const { from, mean, squares } = stretch(edges[i]!, to);
    return { from, to, mean, variance: squares / (to - from) };
  });
  const near = chiSquareUpperQuantile(0.05, 1);
  const changes = starts.map((at, i) => {
    const [from, to] = [edges[i]!, edges[i + 2]!];
    const apart = cost(from, at) + cost(at, to);
    const places = Array.from(
      { length: to - from - 2 * shortest + 1 },
      (_, step) => from + shortest + step,
    ).filter((place) => place === at || cost(from, place) + cost(place, to) <= apart + near);
    return {
      at,
      before: segments[i]!.mean,
      after: segments[i + 1]!.mean,
      earliest: places[0]!,
      latest: places.at(-1)!,
      gain: priced(from, to) - priced(from, at) - priced(at, to) - perChange,
    };
  });
  const total = segments.reduce((sum, { from, to }) => sum + priced(from, to), changes.length * perChange);
  return { kind: "partition", segments, changes, total, price: perChange };
}
