import { continuedFraction } from "../special/continued-fraction.ts";
import { deviancePart, HALF_LOG_TWO_PI, logGammaOnePlus, stirlingError } from "../special/log-gamma.ts";
import { ALL_ABOVE, ALL_BELOW, type Tails, tailsFromLog, UNDEFINED } from "./tails.ts";

/**
 * P(a, x) and Q(a, x), the regularised incomplete gamma functions, for a > 0 and x ≥ 0.
 *
 * Below the mean by the power series, above it by Legendre's continued fraction, each times xᵃe⁻ˣ/Γ(a + 1) in
 * Loader's form, so that neither tail is ever a difference of large numbers. For a < 1 the upper tail near the
 * origin comes from expm1.
 *
 * Press WH et al. (2007). Numerical Recipes, 6.2; DiDonato AR, Morris AH (1986). ACM TOMS 12: 377–393.
 */
export function incompleteGamma(a: number, x: number): Tails {
  if (Number.isNaN(x)) return UNDEFINED;
  if (x <= 0) return ALL_ABOVE;
  if (x === Number.POSITIVE_INFINITY) return ALL_BELOW;
  if (a < 1 && x < 1.5) return smallShape(a, x);
  if (x < a + 1) return tailsFromLog(logGammaPrefix(a, x) + Math.log(series(a, x)), "lower");
  return tailsFromLog(logGammaPrefix(a, x) + Math.log(a * legendreFraction(a, x)), "upper");
}

/** log of xᵃ e⁻ˣ / Γ(a + 1). */
export function logGammaPrefix(a: number, x: number): number {
  if (a < 1) return a * Math.log(x) - x - logGammaOnePlus(a);
  return -stirlingError(a) - deviancePart(a, x) - HALF_LOG_TWO_PI - 0.5 * Math.log(a);
}

/** 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + … */
function series(a: number, x: number): number {
  let sum = 1;
  let term = 1;
  for (let n = 1; n < 10_000_000; n++) {
    term *= x / (a + n);
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** Legendre's 1/(x + 1 − a − 1(1 − a)/(x + 3 − a − …)). */
function legendreFraction(a: number, x: number): number {
  const first = x + 1 - a;
  const level = (n: number) => ({ numerator: -n * (n - a), addend: first + 2 * n });
  return 1 / continuedFraction(first, level, 10_000_000);
}

/** P = eᵘ(1 + s) with u = a log x − log Γ(1 + a) and s the alternating series; Q = −expm1(u) − eᵘ s. */
function smallShape(a: number, x: number): Tails {
  const u = a * Math.log(x) - logGammaOnePlus(a);
  let s = 0;
  let power = 1;
  for (let n = 1; n < 100; n++) {
    power *= -x / n;
    const term = (a * power) / (a + n);
    s += term;
    if (Math.abs(term) < Math.abs(s) * 1e-17) break;
  }
  const upper = -Math.expm1(u) - Math.exp(u) * s;
  const logLower = Math.min(0, u + Math.log1p(s));
  return upper > 0.5
    ? { lower: Math.exp(logLower), upper, logLower, logUpper: Math.log1p(-Math.exp(logLower)) }
    : { lower: 1 - upper, upper, logLower: Math.log1p(-upper), logUpper: Math.log(upper) };
}
