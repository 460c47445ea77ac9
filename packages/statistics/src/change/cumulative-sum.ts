import { requireFinite } from "./interval.ts";

/** Both one-sided sums after one value, in standard deviations; `low` is nought or negative. */
export interface CumulativeStep {
  readonly high: number;
  readonly low: number;
  readonly beyond: "high" | "low" | "both" | "none";
}

export interface CumulativeOptions {
  readonly centre: number;
  readonly deviation: number;
  /** k: half the shift worth noticing, in standard deviations. */
  readonly slack?: number;
  /** h: the sum at which it is noticed, in standard deviations. */
  readonly decision?: number;
}

/**
 * Has a small shift of level been adding up?
 *
 * With zₜ = (xₜ − centre) / σ: highₜ = max(0, highₜ₋₁ + zₜ − k), lowₜ = min(0, lowₜ₋₁ + zₜ + k); noticed
 * beyond ±h. Page ES (1954). Biometrika 41: 100–115; defaults k = 0.5, h = 5 (Montgomery DC, Introduction to
 * Statistical Quality Control, 6th ed., p. 406). Assumes independent values and a known σ.
 */
export function cumulativeSum(
  values: readonly number[],
  { centre, deviation, slack = 0.5, decision = 5 }: CumulativeOptions,
): readonly CumulativeStep[] {
  requireFinite("cumulativeSum", values);
  if (!(deviation > 0)) throw new RangeError(`cumulativeSum requires a deviation above 0: ${deviation}`);
  const steps: CumulativeStep[] = [];
  let high = 0;
  let low = 0;
  for (const x of values) {
    const z = (x - centre) / deviation;
    high = Math.max(0, high + z - slack);
    low = Math.min(0, low + z + slack);
    const beyond = high > decision ? (low < -decision ? "both" : "high") : low < -decision ? "low" : "none";
    steps.push({ high, low, beyond });
  }
  return steps;
}
