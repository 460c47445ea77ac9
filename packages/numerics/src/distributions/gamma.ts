import { incompleteGamma, logGammaPrefix } from "./incomplete-gamma.ts";
import { invertTail, type Tails, type Target, targetOf, targetOfLog } from "./tails.ts";

/** Both tails of a gamma distribution with rate 1. */
function tails(x: number, shape: number): Tails {
  if (!(shape > 0)) throw new RangeError(`gamma distribution requires shape > 0: ${shape}`);
  return incompleteGamma(shape, x);
}

/** Density of the gamma distribution with rate 1. */
export function gammaDensity(x: number, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`gamma distribution requires shape > 0: ${shape}`);
  if (x < 0) return 0;
  if (x === 0) return shape < 1 ? Number.POSITIVE_INFINITY : shape === 1 ? 1 : 0;
  return Math.exp(logGammaPrefix(shape, x) + Math.log(shape / x));
}

/** P(X ≤ x) for a gamma variable with rate 1. */
export function gammaCumulative(x: number, shape: number): number {
  return tails(x, shape).lower;
}

/** P(X > x). */
export function gammaSurvival(x: number, shape: number): number {
  return tails(x, shape).upper;
}

/** log P(X ≤ x). */
export function gammaLogCumulative(x: number, shape: number): number {
  return tails(x, shape).logLower;
}

/** log P(X > x). */
export function gammaLogSurvival(x: number, shape: number): number {
  return tails(x, shape).logUpper;
}

/** The x with P(X ≤ x) = p. */
export function gammaQuantile(p: number, shape: number): number {
  return quantile(targetOf(p, "lower"), shape);
}

/** The x with P(X > x) = p. */
export function gammaUpperQuantile(p: number, shape: number): number {
  return quantile(targetOf(p, "upper"), shape);
}

/** The x with log P(X ≤ x) = logP. */
export function gammaLogQuantile(logP: number, shape: number): number {
  return quantile(targetOfLog(logP, "lower"), shape);
}

/** The x with log P(X > x) = logP. */
export function gammaLogUpperQuantile(logP: number, shape: number): number {
  return quantile(targetOfLog(logP, "upper"), shape);
}

function quantile(target: Target, shape: number): number {
  if (!(shape > 0)) throw new RangeError(`gamma distribution requires shape > 0: ${shape}`);
  if (target.logProbability === Number.NEGATIVE_INFINITY) {
    return target.side === "lower" ? 0 : Number.POSITIVE_INFINITY;
  }
  const onLogScale = {
    tails: (u: number) => incompleteGamma(shape, Math.exp(u)),
    logDensity: (u: number) => logGammaPrefix(shape, Math.exp(u)) + Math.log(shape),
  };
  return Math.exp(invertTail(onLogScale, target, Math.log(shape)));
}
