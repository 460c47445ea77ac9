import type { Point, Series } from "@concord/course";
import { leastSquares } from "@concord/statistics/change";

/** Used where nothing is known of other clients; about half a step of a seven-point form. */
const borrowedDeviation = 6;

/** s_p: the typical spread of one client's ratings, from the model of the expected course. */
export function pooledDeviation(series: Series): number {
  return series.expected?.pooledDeviation ?? borrowedDeviation;
}

/** s_w: standard deviation of a client's ratings around their mean; null with fewer than two. */
export function deviationOf(points: readonly Point[]): number | null {
  if (points.length < 2) return null;
  const mean = meanOf(points);
  const squares = points.reduce((sum, point) => sum + (point.percent - mean) ** 2, 0);
  return Math.sqrt(squares / (points.length - 1));
}

/** Spread of a client's ratings around their own line on ln(session); the pooled one where that has none. */
export function deviationAroundTrend(series: Series, points: readonly Point[]): number {
  const fit = leastSquares(
    points.map((point) => Math.log(point.session)),
    points.map((point) => point.percent),
  );
  return fit.kind === "scattered" ? fit.deviation : pooledDeviation(series);
}

export function meanOf(points: readonly Point[]): number {
  return points.reduce((sum, point) => sum + point.percent, 0) / points.length;
}
