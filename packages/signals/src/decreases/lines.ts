import type { Point, Series } from "@concord/course";
import type { Finding } from "../rule.ts";

/** Percentages are quotients; a fall of exactly one point of forty must not fail on the last bit. */
export const rounding = 1e-9;

/** DOMAIN's least for a rule that lives on the client's own ups and downs: the tested rating and three before it. */
export const minRatings = 4;

/** Ratings of sessions; an intake form is none. */
export function sessionRatings(series: Series): readonly Point[] {
  return series.points.filter((point) => point.session > 0);
}

/** Whose line it is, as every finding says. */
export function placeOf(series: Series): Pick<Finding, "rater" | "construct" | "scale"> & {
  readonly instrument: string;
} {
  const { rater, construct, scale, instrument } = series;
  return { rater, construct, scale, instrument };
}

/** The first later rating at this level or above, if any. */
export function firstAtLeast(points: readonly Point[], after: number, level: number): Point | undefined {
  return points.find((point) => point.session > after && point.percent >= level - rounding);
}
