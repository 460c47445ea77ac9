import { type AlphaCoefficients, alphaCoefficients, withoutEach } from "./alpha-coefficients.ts";
import { type AlphaInterval, alphaStandardError, feldtInterval, normalInterval } from "./alpha-interval.ts";
import { type GuttmanBounds, guttmanBounds } from "./guttman-bounds.ts";
import { type ItemStatistics, itemStatistics } from "./item-statistics.ts";
import { type Answers, itemMoments, itemSet } from "./items.ts";

export interface ScaleOptions {
  /** Items keyed the other way round. */
  readonly reversed?: readonly string[];
  /** The least and the most an item allows; what was answered unless said. */
  readonly range?: readonly [number, number];
  /** Coverage of intervals; .95 unless said. */
  readonly level?: number;
}

export type ScaleReliability = FittedScale | RefusedScale;

export interface FittedScale {
  readonly kind: "fitted";
  readonly rows: number;
  readonly alpha: AlphaCoefficients;
  readonly standardError: number;
  /** By Feldt; `normal` by the standard error. */
  readonly interval: AlphaInterval;
  readonly normal: AlphaInterval;
  readonly guttman: GuttmanBounds;
  /** Of the mean of each row's answers. */
  readonly mean: number;
  readonly standardDeviation: number;
  /** How far a person's sum lies from the true one: SD of the sum · √(1 − α). */
  readonly standardErrorOfMeasurement: number;
  readonly items: readonly (ItemStatistics & { readonly ifDropped: AlphaCoefficients })[];
  readonly covariance: Float64Array;
  readonly correlation: Float64Array;
  readonly cautions: readonly string[];
}

export interface RefusedScale {
  readonly kind: "refused";
  readonly reason: string;
}

/**
 * How far would another set of such items order the same people the same way?
 *
 * Cronbach's α with its intervals, Guttman's bounds, and what each item brings. Missing answers are left out pair by
 * pair; scores are means of what a person answered. An item that does not vary, or too few rows, is a refusal.
 */
export function scaleReliability(
  answers: Readonly<Record<string, Answers>>,
  options: ScaleOptions = {},
): ScaleReliability {
  const { level = 0.95 } = options;
  const set = itemSet(answers, options.reversed, options.range);
  const few = set.names.find((_, j) => set.answered[j]! < 3);
  if (few !== undefined) return { kind: "refused", reason: `${few} requires three or more answers` };
  const moments = itemMoments(set);
  const { covariance, correlation, size } = moments;
  const still = set.names.find((_, j) => !(covariance[j * size + j]! > 0));
  if (still !== undefined)
    return { kind: "refused", reason: `everyone answered ${still} alike: leave it out, it orders nobody` };
  if (covariance.some(Number.isNaN))
    return { kind: "refused", reason: "some two items were never answered by the same people" };
  const alpha = alphaCoefficients(covariance, correlation, size);
  const dropped = withoutEach(covariance, correlation, size);
  const statistics = itemStatistics(set, moments, level);
  const standardError = alphaStandardError(covariance, size, set.rows);
  const sum = covariance.reduce((total, value) => total + value, 0);
  return {
    kind: "fitted",
    rows: set.rows,
    alpha,
    standardError,
    interval: feldtInterval(alpha.raw, set.rows, size, level),
    normal: normalInterval(alpha.raw, standardError, level),
    guttman: guttmanBounds(covariance, correlation, size),
    mean: statistics.mean,
    standardDeviation: statistics.standardDeviation,
    standardErrorOfMeasurement: Math.sqrt(Math.max(0, sum * (1 - alpha.raw))),
    items: statistics.items.map((item, j) => ({
      ...item,
      ifDropped: dropped[j]!,
    })),
    covariance,
    correlation,
    cautions: statistics.items.flatMap(({ name, restCorrelation }) =>
      restCorrelation < 0 ? [`${name} goes against the others: is it keyed the other way round?`] : [],
    ),
  };
}
