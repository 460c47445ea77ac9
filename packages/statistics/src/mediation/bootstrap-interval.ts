import { normalCumulative, normalQuantile, normalUpperQuantile } from "@concord/numerics";

/** Two ends. */
export type Ends = readonly [number, number];

/** An estimate over resamples: its spread, and the intervals made of it. */
export interface BootstrapSummary {
  readonly mean: number;
  readonly standardError: number;
  /** Type 7, R's default, and type 6 of Hyndman and Fan (1996, Am Stat 50: 361–365). */
  readonly percentileType7: Ends;
  readonly percentileType6: Ends;
  /** Quantiles interpolated on the normal scale: Davison and Hinkley's. */
  readonly percentileNormalScale: Ends;
  /** 2θ̂ less the percentile ends. */
  readonly basic: Ends;
  /** θ̂ − bias ± z · SE. */
  readonly normal: Ends;
  readonly bca: BiasCorrected;
  readonly draws: Float64Array;
}

/** Percentiles moved for the bias and for the skew of the estimate; NaN where all draws lie on one side of it. */
export interface BiasCorrected {
  /** ẑ₀: where the estimate lies among its draws. */
  readonly biasCorrection: number;
  /** â, from leaving each row out. */
  readonly acceleration: number;
  readonly probabilities: Ends;
  readonly type7: Ends;
  readonly normalScale: Ends;
}

/**
 * Intervals from draws of an estimate.
 *
 * Efron B (1987), J Am Stat Assoc 82: 171–185 (BCa); Davison AC, Hinkley DV (1997), Bootstrap Methods and their
 * Application, equations 5.6–5.8 and section 5.3.2.
 */
export function summarizeDraws(
  draws: Float64Array,
  estimate: number,
  jackknife: ArrayLike<number>,
  level: number,
): BootstrapSummary {
  const count = draws.length;
  if (count < 2)
    throw new RangeError(`an interval requires two or more resamples that were fitted: ${count}`);
  const tail = (1 - level) / 2;
  const sorted = Float64Array.from(draws).sort();
  const mean = meanOf(draws);
  let squares = 0;
  for (const value of draws) squares += (value - mean) ** 2;
  const standardError = Math.sqrt(squares / (count - 1));
  const ends = (quantile: Quantile): Ends => [quantile(sorted, tail), quantile(sorted, 1 - tail)];
  const percentileNormalScale = ends(normalScaleQuantile);
  const reach = normalUpperQuantile(tail) * standardError;
  const centre = 2 * estimate - mean;
  return {
    mean,
    standardError,
    percentileType7: ends(quantileType7),
    percentileType6: ends(quantileType6),
    percentileNormalScale,
    basic: [2 * estimate - percentileNormalScale[1], 2 * estimate - percentileNormalScale[0]],
    normal: [centre - reach, centre + reach],
    bca: biasCorrected(sorted, estimate, jackknife, tail),
    draws,
  };
}

function biasCorrected(
  sorted: Float64Array,
  estimate: number,
  jackknife: ArrayLike<number>,
  tail: number,
): BiasCorrected {
  let below = 0;
  while (below < sorted.length && sorted[below]! < estimate) below++;
  const biasCorrection = normalQuantile(below / sorted.length);
  const mean = meanOf(jackknife);
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < jackknife.length; i++) {
    const influence = mean - jackknife[i]!;
    squares += influence ** 2;
    cubes += influence ** 3;
  }
  const acceleration = cubes / (6 * squares ** 1.5);
  const moved = (z: number) =>
    normalCumulative(biasCorrection + (biasCorrection + z) / (1 - acceleration * (biasCorrection + z)));
  const reach = normalUpperQuantile(tail);
  const probabilities: Ends = [moved(-reach), moved(reach)];
  const ends = (quantile: Quantile): Ends => [
    quantile(sorted, probabilities[0]),
    quantile(sorted, probabilities[1]),
  ];
  return {
    biasCorrection,
    acceleration,
    probabilities,
    type7: ends(quantileType7),
    normalScale: ends(normalScaleQuantile),
  };
}

type Quantile = (sorted: Float64Array, probability: number) => number;

/** The value at 1 + (n − 1)p of the sorted draws, between neighbours by a straight line. */
export function quantileType7(sorted: Float64Array, probability: number): number {
  return between(sorted, 1 + (sorted.length - 1) * probability);
}

/** The value at (n + 1)p. */
export function quantileType6(sorted: Float64Array, probability: number): number {
  return between(sorted, (sorted.length + 1) * probability);
}

/** The value at (n + 1)p, between neighbours by a straight line in the normal quantile of their ranks. */
export function normalScaleQuantile(sorted: Float64Array, probability: number): number {
  if (Number.isNaN(probability)) return Number.NaN;
  const count = sorted.length;
  const rank = (count + 1) * probability;
  const low = Math.trunc(rank);
  if (low <= 0) return sorted[0]!;
  if (low >= count) return sorted[count - 1]!;
  if (low === rank) return sorted[low - 1]!;
  const at = (k: number) => normalQuantile(k / (count + 1));
  const part = (normalQuantile(probability) - at(low)) / (at(low + 1) - at(low));
  return sorted[low - 1]! + part * (sorted[low]! - sorted[low - 1]!);
}

function between(sorted: Float64Array, position: number): number {
  if (Number.isNaN(position)) return Number.NaN;
  // A position that rounding moved off a whole number is that number, as in R.
  const whole = Math.round(position);
  const exact = Math.abs(position - whole) < 4 * Number.EPSILON * sorted.length ? whole : position;
  const low = Math.min(Math.max(Math.floor(exact), 1), sorted.length);
  const high = Math.min(low + 1, sorted.length);
  const part = Math.min(Math.max(exact - low, 0), 1);
  return sorted[low - 1]! + part * (sorted[high - 1]! - sorted[low - 1]!);
}

function meanOf(values: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i]!;
  return total / values.length;
}
