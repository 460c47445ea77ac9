import { normalCumulative, normalUpperQuantile } from "@concord/numerics";
import { type Interval, requireLevel } from "./interval.ts";

/**
 * Within which limits may the true value lie that one measurement stands for?
 *
 * observed ± z · SE, with SE = SD · √(1 − r) where nothing else is known (Lord FM, Novick MR (1968). Statistical
 * Theories of Mental Test Scores, p. 67). Assumes normal errors of one size along the scale. A standard error of
 * nought gives the observed value itself.
 */
export function trueInterval(observed: number, standardError: number, level = 0.95): Interval {
  requireLevel("trueInterval", level);
  requireStandardError("trueInterval", standardError);
  const reach = normalUpperQuantile((1 - level) / 2) * standardError;
  return { value: observed, standardError, lower: observed - reach, upper: observed + reach, level };
}

/**
 * How likely is it that the true value lies above a threshold? Φ((observed − threshold) / SE).
 *
 * Every true value is held equally likely before the measurement, which leaves the person's own answer its full
 * weight. Without error it is 1 above, 0 below and ½ on the threshold.
 */
export function chanceAbove(observed: number, standardError: number, threshold: number): number {
  requireStandardError("chanceAbove", standardError);
  const distance = observed - threshold;
  if (standardError === 0) return distance === 0 ? 0.5 : distance > 0 ? 1 : 0;
  return normalCumulative(distance / standardError);
}

/**
 * How many standard errors along each axis reaches the ellipse that holds two true values together?
 *
 * √χ²(2 df) = √(−2 ln(1 − level)); for 95% that is 2.448, more than the 1.960 of one value alone. Assumes
 * errors that do not go together.
 */
export function jointReach(level = 0.95): number {
  requireLevel("jointReach", level);
  return Math.sqrt(-2 * Math.log1p(-level));
}

function requireStandardError(subject: string, standardError: number): void {
  if (!(standardError >= 0 && Number.isFinite(standardError))) {
    throw new RangeError(`${subject} requires a standard error from 0 on: ${standardError}`);
  }
}
