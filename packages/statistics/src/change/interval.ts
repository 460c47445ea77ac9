import { chiSquareQuantile, chiSquareUpperQuantile, studentTUpperQuantile } from "@concord/numerics";

/** A number with its doubt. */
export interface Interval {
  readonly value: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
  /** Of the interval, e.g. 0.95. */
  readonly level: number;
}

/** value ± t(df) · SE: the interval of a mean or a regression coefficient under normal errors. */
export function studentInterval(
  value: number,
  standardError: number,
  degreesOfFreedom: number,
  level: number,
): Interval {
  const reach = studentTUpperQuantile((1 - level) / 2, degreesOfFreedom) * standardError;
  return { value, standardError, lower: value - reach, upper: value + reach, level };
}

/**
 * The interval of a standard deviation: df · s² / σ² follows χ² with df degrees of freedom, so that √(df · s²
 * / χ²₁₋α⸝₂) ≤ σ ≤ √(df · s² / χ²α⸝₂).
 *
 * Not symmetrical, and wide where df is small. The standard error, s / √(2 df), is the usual large-sample
 * one. Assumes normal deviations; heavier tails make the true interval wider.
 */
export function deviationInterval(deviation: number, degreesOfFreedom: number, level: number): Interval {
  const scale = deviation * Math.sqrt(degreesOfFreedom);
  return {
    value: deviation,
    standardError: deviation / Math.sqrt(2 * degreesOfFreedom),
    lower: scale / Math.sqrt(chiSquareUpperQuantile((1 - level) / 2, degreesOfFreedom)),
    upper: scale / Math.sqrt(chiSquareQuantile((1 - level) / 2, degreesOfFreedom)),
    level,
  };
}

/** Level and finiteness are the caller's to get right. */
export function requireLevel(subject: string, level: number): void {
  if (!(level > 0 && level < 1))
    throw new RangeError(`${subject} requires a level between 0 and 1: ${level}`);
}

export function requireFinite(subject: string, values: readonly number[]): void {
  const wrong = values.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) throw new RangeError(`${subject} requires finite values: ${wrong}`);
}
