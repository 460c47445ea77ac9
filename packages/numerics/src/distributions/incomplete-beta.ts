import { continuedFraction } from "../special/continued-fraction.ts";
import { deviancePart, HALF_LOG_TWO_PI, stirlingError } from "../special/log-gamma.ts";
import {
  ALL_ABOVE,
  ALL_BELOW,
  invertTail,
  type Tails,
  type Target,
  tailsFromLog,
  UNDEFINED,
} from "./tails.ts";

/**
 * I(x; a, b) and its complement, the regularised incomplete beta function, for a, b > 0.
 *
 * The caller gives x and its complement separately, so that neither end of the interval loses digits. The side
 * of the mean on which x lies is computed by a continued fraction, times xᵃ(1 − x)ᵇ/B(a, b) in Loader's form.
 */
export function incompleteBeta(a: number, b: number, x: number, complement: number): Tails {
  if (Number.isNaN(x) || Number.isNaN(complement)) return UNDEFINED;
  if (x <= 0) return ALL_ABOVE;
  if (complement <= 0) return ALL_BELOW;
  const prefix = logBetaPrefix(a, b, x, complement);
  // The same comparison as x < (a + 1)/(a + b + 2), with both ends kept.
  if (x * (b + 1) < complement * (a + 1)) {
    return tailsFromLog(prefix + Math.log(contractedFraction(a, b, x, complement)), "lower");
  }
  return tailsFromLog(prefix + Math.log(contractedFraction(b, a, complement, x)), "upper");
}

/** log of xᵃ (1 − x)ᵇ / B(a, b). */
export function logBetaPrefix(a: number, b: number, x: number, complement: number): number {
  const n = a + b;
  return (
    -deviancePart(a, n * x) -
    deviancePart(b, n * complement) +
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) +
    0.5 * (Math.log(a) + Math.log(b / n)) -
    HALF_LOG_TWO_PI
  );
}

/**
 * log(x/(1 − x)) at the quantile. The log odds keep every digit at both ends, and give the F and t quantiles
 * by one more step.
 */
export function betaLogOddsQuantile(a: number, b: number, target: Target): number {
  if (target.logProbability === Number.NEGATIVE_INFINITY) {
    return target.side === "lower" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  }
  const distribution = {
    tails: (u: number) => incompleteBeta(a, b, expit(u), expit(-u)),
    logDensity: (u: number) => logBetaPrefix(a, b, expit(u), expit(-u)),
  };
  return invertTail(distribution, target, Math.log(a / b));
}

/** 1/(1 + e⁻ᵘ). */
export function expit(u: number): number {
  if (u >= 0) return 1 / (1 + Math.exp(-u));
  const odds = Math.exp(u);
  return odds / (1 + odds);
}

/**
 * The contracted fraction α₁/(β₁ + α₂/(β₂ + …)) with I = xᵃ(1 − x)ᵇ/B(a, b) times its value. Its first terms carry
 * λ = a − (a + b)x, taken here as a(1 − x) − bx: nothing cancels however large a or b.
 *
 * DiDonato AR, Morris AH (1992). ACM TOMS 18: 360–373, equations 7 to 9.
 */
function contractedFraction(a: number, b: number, x: number, complement: number): number {
  const distance = a * complement - b * x;
  const level = (n: number) => {
    const at = a + 2 * n;
    const step = n * (b - n) * x;
    return {
      numerator: ((a + n - 1) / (at - 1)) * ((a + b + n - 1) / (at - 1)) * step * x,
      addend: n + step / (at - 1) + ((a + n) / (at + 1)) * (distance + 1 + n * (1 + complement)),
    };
  };
  return 1 / continuedFraction((a / (a + 1)) * (distance + 1), level, 1_000_000);
}
