import { normalUpperQuantile } from "@concord/numerics";
import { centre } from "./centre.ts";
import { type Interval, requireFinite, requireLevel } from "./interval.ts";

export type CorrelationEstimate =
  | { readonly kind: "correlation"; readonly coefficient: Interval; readonly n: number }
  | { readonly kind: "too-few"; readonly n: number; readonly required: 4 }
  | { readonly kind: "constant"; readonly n: number };

/**
 * Do two series rise and fall together?
 *
 * Pearson's r with Fisher's interval tanh(artanh r ± z / √(n − 3)), as R's `cor.test`; the standard error is
 * the large-sample (1 − r²) / √(n − 3). Fisher RA (1921). Metron 1: 3–32.
 *
 * Assumes independent pairs: in a series of sessions shared trends and autocorrelation make the true
 * interval wider. Fewer than four pairs or a constant side give no estimate.
 */
export function estimateCorrelation(
  x: readonly number[],
  y: readonly number[],
  level = 0.95,
): CorrelationEstimate {
  requireLevel("estimateCorrelation", level);
  if (x.length !== y.length) {
    throw new RangeError(`estimateCorrelation requires as many x as y: ${x.length} and ${y.length}`);
  }
  requireFinite("estimateCorrelation", x);
  requireFinite("estimateCorrelation", y);
  const n = x.length;
  if (n < 4) return { kind: "too-few", n, required: 4 };
  const across = centre(x);
  const along = centre(y);
  if (across.squares === 0 || along.squares === 0) return { kind: "constant", n };
  let products = 0;
  for (const [i, value] of x.entries()) products += (value - across.mean) * (y[i]! - along.mean);
  const value = Math.max(-1, Math.min(1, products / Math.sqrt(across.squares) / Math.sqrt(along.squares)));
  const reach = normalUpperQuantile((1 - level) / 2) / Math.sqrt(n - 3);
  return {
    kind: "correlation",
    coefficient: {
      value,
      standardError: (1 - value * value) / Math.sqrt(n - 3),
      lower: Math.tanh(Math.atanh(value) - reach),
      upper: Math.tanh(Math.atanh(value) + reach),
      level,
    },
    n,
  };
}
