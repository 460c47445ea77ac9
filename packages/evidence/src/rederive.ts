import type { StaffMessage } from "@concord/messages";
import { correlationFromZ } from "@concord/statistics/effect-size";
import { metaAnalysis } from "@concord/statistics/meta-analysis";
import type { PublishedEffect } from "./published.ts";
import type { Bounds } from "./synthesis/pooled-mean.ts";

/** What a printed correlation and its interval imply, when they were pooled as Fisher's z. */
export interface Rederived {
  readonly kind: "rederived";
  readonly effect: PublishedEffect;
  /** The middle of the interval in z, turned back to r: what the estimate should be. */
  readonly midpoint: number;
  /** Whether that rounds to the printed estimate. */
  readonly agreement: "agrees" | "disagrees";
  readonly z: number;
  readonly standardError: number;
  /**
   * How many independent people would give so narrow an interval if all studies had one true effect (more, if they
   * differ): 1/SE² + 3 per study at the least, over the range that rounding leaves open.
   */
  readonly people: Bounds;
}

export interface NotRederivable {
  readonly kind: "not-rederivable";
  readonly effect: PublishedEffect;
  readonly reason: string;
}

/** What cannot be had from pooled figures alone; it needs the correlation and sample of every study. */
export const cannotBeRederived: readonly StaffMessage[] = [
  { id: "evidence.not-derivable.weights", values: {} },
  { id: "evidence.not-derivable.heterogeneity", values: {} },
  { id: "evidence.not-derivable.influence", values: {} },
  { id: "evidence.not-derivable.small-studies", values: {} },
  { id: "evidence.not-derivable.moderators", values: {} },
  { id: "evidence.not-derivable.dependence", values: {} },
];

/** The 97.5% point of the normal: published intervals are 95%. */
const normal = 1.959963984540054;

/** Is a printed correlation consistent with its own interval, and how much information does that interval hold? */
export function rederive(effect: PublishedEffect): Rederived | NotRederivable {
  const { metric, estimate, lower, upper } = effect;
  if (metric !== "r" || estimate === null || lower === null || upper === null)
    return { kind: "not-rederivable", effect, reason: "a correlation with its interval is not printed" };
  const z = (Math.atanh(lower) + Math.atanh(upper)) / 2;
  const half = halfLastDigit([estimate, lower, upper]);
  // The bounds were rounded: the true interval is as wide as this at the least, and at the most.
  const narrow = (Math.atanh(upper - half) - Math.atanh(lower + half)) / (2 * normal);
  const wide = (Math.atanh(upper + half) - Math.atanh(lower - half)) / (2 * normal);
  const middles: Bounds = {
    lower: correlationFromZ((Math.atanh(lower - half) + Math.atanh(upper - half)) / 2),
    upper: correlationFromZ((Math.atanh(lower + half) + Math.atanh(upper + half)) / 2),
  };
  return {
    kind: "rederived",
    effect,
    midpoint: correlationFromZ(z),
    agreement: middles.upper >= estimate - half && middles.lower <= estimate + half ? "agrees" : "disagrees",
    z,
    standardError: (Math.atanh(upper) - Math.atanh(lower)) / (2 * normal),
    people: { lower: 1 / wide ** 2 + 3, upper: 1 / narrow ** 2 + 3 },
  };
}

/** Two printed figures held against each other: who rated, for instance. */
export interface PublishedContrast {
  /** In z: the first less the second. */
  readonly difference: number;
  readonly standardError: number;
  readonly statistic: number;
  readonly p: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Do two published figures differ? Their difference in z over its standard error, as if no study stood behind both:
 * where the same studies give both figures, the true standard error is smaller or larger, and nobody can say which
 * without the studies.
 */
export function contrast(first: Rederived, second: Rederived): PublishedContrast {
  const estimate = first.z - second.z;
  const variance = first.standardError ** 2 + second.standardError ** 2;
  const fitted = metaAnalysis([{ estimate, variance }], { method: "FE" });
  if (fitted.kind !== "fitted")
    throw new RangeError("a contrast requires two figures with intervals of some width");
  const { standardError, statistic, p, lower, upper } = fitted.coefficients[0]!;
  return { difference: estimate, standardError, statistic, p, lower, upper };
}

/** Half of the last digit that was printed. */
function halfLastDigit(values: readonly number[]): number {
  const places = Math.max(...values.map((value) => (String(value).split(".")[1] ?? "").length));
  return 0.5 * 10 ** -Math.max(2, places);
}
