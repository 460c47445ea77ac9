import { normalUpperQuantile } from "@concord/numerics";
import { centre } from "./centre.ts";
import { type Interval, requireFinite, requireLevel } from "./interval.ts";

/** A value at a whole-numbered place in time. */
export interface Placed {
  readonly at: number;
  readonly value: number;
}

export type Autocorrelation =
  | {
      readonly kind: "autocorrelation";
      readonly coefficient: Interval;
      readonly n: number;
      /** Neighbours both of which were observed. */
      readonly pairs: number;
    }
  | { readonly kind: "too-few"; readonly n: number; readonly pairs: number; readonly required: number }
  | { readonly kind: "constant"; readonly n: number; readonly pairs: number };

/** Below this many pairs the interval covers nearly everything between −1 and 1. */
const minPairs = 6;

/**
 * Does a value carry over to the next one?
 *
 * As R's `acf(x, na.action = na.pass)`: r₁ = [Σ (xₜ − x̄)(xₜ₊₁ − x̄) / (pairs + 1)] / [Σ (xₜ − x̄)² / n],
 * over neighbours both of which were observed; with nothing missing pairs + 1 = n, the textbook form (Box
 * GEP, Jenkins GM 1976, Time Series Analysis, p. 32). A missing place breaks the run; nothing is
 * interpolated.
 *
 * The variance of r₁ is about (1 − ρ²) / n in a first-order process (Bartlett MS 1946, J R Stat Soc Suppl 8:
 * 27–41), so that arcsin r₁ has a variance near 1 / n whatever ρ is (Jenkins GM 1954, Biometrika 41:
 * 261–265); the interval is sin(arcsin r₁ ± z / √pairs), the pairs standing for n. In short series r₁ leans
 * low by about (1 + 4ρ) / n (Kendall MG 1954, Biometrika 41: 403–404); it is not corrected.
 */
export function lagOneAutocorrelation(points: readonly Placed[], level = 0.95): Autocorrelation {
  requireLevel("lagOneAutocorrelation", level);
  const ordered = inOrder(points);
  const n = ordered.length;
  const { mean, squares } = centre(ordered.map((point) => point.value));
  let pairs = 0;
  let products = 0;
  for (let i = 1; i < n; i++) {
    const before = ordered[i - 1]!;
    const after = ordered[i]!;
    if (after.at !== before.at + 1) continue;
    pairs++;
    products += (before.value - mean) * (after.value - mean);
  }
  if (pairs < minPairs) return { kind: "too-few", n, pairs, required: minPairs };
  if (squares === 0) return { kind: "constant", n, pairs };
  const value = Math.max(-1, Math.min(1, products / (pairs + 1) / (squares / n)));
  const reach = normalUpperQuantile((1 - level) / 2) / Math.sqrt(pairs);
  return {
    kind: "autocorrelation",
    coefficient: {
      value,
      standardError: Math.sqrt((1 - value * value) / pairs),
      lower: Math.sin(Math.max(-Math.PI / 2, Math.asin(value) - reach)),
      upper: Math.sin(Math.min(Math.PI / 2, Math.asin(value) + reach)),
      level,
    },
    n,
    pairs,
  };
}

function inOrder(points: readonly Placed[]): readonly Placed[] {
  requireFinite(
    "lagOneAutocorrelation",
    points.map((point) => point.value),
  );
  const ordered = [...points].sort((a, b) => a.at - b.at);
  for (const [i, point] of ordered.entries()) {
    if (!Number.isInteger(point.at)) {
      throw new RangeError(`lagOneAutocorrelation requires whole-numbered places: ${point.at}`);
    }
    if (i > 0 && ordered[i - 1]!.at === point.at) {
      throw new RangeError(`lagOneAutocorrelation requires one value for each place: two at ${point.at}`);
    }
  }
  return ordered;
}
