import { centre } from "./centre.ts";
import { type Interval, requireFinite, requireLevel, studentInterval } from "./interval.ts";

/** The mean with its interval, or why there is no doubt to state. */
export type MeanEstimate =
  | { readonly kind: "mean"; readonly mean: Interval; readonly n: number }
  | { readonly kind: "too-few"; readonly n: number; readonly required: 2 }
  | { readonly kind: "constant"; readonly value: number; readonly n: number };

/**
 * At what level do these values lie?
 *
 * Mean ± t(n − 1) · SD / √n. Assumes independent values: with positive autocorrelation the true
 * interval is wider, and a trend counts as spread. A constant series has a level but no measurable doubt.
 */
export function estimateMean(values: readonly number[], level = 0.95): MeanEstimate {
  requireLevel("estimateMean", level);
  requireFinite("estimateMean", values);
  const { n, mean, squares } = centre(values);
  if (n < 2) return { kind: "too-few", n, required: 2 };
  if (squares === 0) return { kind: "constant", value: mean, n };
  return { kind: "mean", mean: studentInterval(mean, Math.sqrt(squares / (n - 1) / n), n - 1, level), n };
}
