import { requireFinite } from "./interval.ts";

/** One step of an exponentially weighted moving average, with the limits that hold at that step. */
export interface WeightedStep {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly beyond: boolean;
}

export interface WeightedOptions {
  /** Where the process is expected to lie, and its spread from one value to the next. */
  readonly centre: number;
  readonly deviation: number;
  /** λ: how much the newest value counts, above 0 to 1. */
  readonly weight?: number;
  /** Half-width of the limits in standard deviations of the average. */
  readonly width?: number;
}

/**
 * Is the level creeping away in steps too small to notice one by one?
 *
 * zₜ = λ·xₜ + (1 − λ)·zₜ₋₁ from z₀ = centre, with limits centre ± width · σ · √[λ/(2 − λ) · (1 − (1 −
 * λ)^(2t))]. Roberts SW (1959). Technometrics 1: 239–250; defaults λ = 0.2 and 2.7 σ as Lucas JM, Saccucci MS
 * (1990), Technometrics 32: 1–12. Assumes independent values; autocorrelation raises false alarms.
 */
export function exponentiallyWeighted(
  values: readonly number[],
  { centre, deviation, weight = 0.2, width = 2.7 }: WeightedOptions,
): readonly WeightedStep[] {
  requireFinite("exponentiallyWeighted", values);
  if (!(deviation > 0)) {
    throw new RangeError(`exponentiallyWeighted requires a deviation above 0: ${deviation}`);
  }
  if (!(weight > 0 && weight <= 1)) {
    throw new RangeError(`exponentiallyWeighted requires a weight above 0 to 1: ${weight}`);
  }
  const steps: WeightedStep[] = [];
  let value = centre;
  for (const [i, x] of values.entries()) {
    value = weight * x + (1 - weight) * value;
    const share = (weight / (2 - weight)) * -Math.expm1(2 * (i + 1) * Math.log1p(-weight));
    const reach = width * deviation * Math.sqrt(share);
    const [lower, upper] = [centre - reach, centre + reach];
    steps.push({ value, lower, upper, beyond: value < lower || value > upper });
  }
  return steps;
}
