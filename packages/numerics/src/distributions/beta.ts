import { betaLogOddsQuantile, expit, incompleteBeta, logBetaPrefix } from "./incomplete-beta.ts";
import { type Tails, type Target, targetOf, targetOfLog } from "./tails.ts";

/** Density of the beta distribution. */
export function betaDensity(x: number, a: number, b: number): number {
  requireShapes(a, b);
  if (x < 0 || x > 1) return 0;
  if (x === 0) return a < 1 ? Number.POSITIVE_INFINITY : a === 1 ? b : 0;
  if (x === 1) return b < 1 ? Number.POSITIVE_INFINITY : b === 1 ? a : 0;
  return Math.exp(logBetaPrefix(a, b, x, 1 - x) - Math.log(x) - Math.log1p(-x));
}

/** P(X ≤ x). */
export function betaCumulative(x: number, a: number, b: number): number {
  return tails(x, a, b).lower;
}

/** P(X > x). */
export function betaSurvival(x: number, a: number, b: number): number {
  return tails(x, a, b).upper;
}

/** log P(X ≤ x). */
export function betaLogCumulative(x: number, a: number, b: number): number {
  return tails(x, a, b).logLower;
}

/** log P(X > x). */
export function betaLogSurvival(x: number, a: number, b: number): number {
  return tails(x, a, b).logUpper;
}

/** The x with P(X ≤ x) = p. */
export function betaQuantile(p: number, a: number, b: number): number {
  return quantile(targetOf(p, "lower"), a, b);
}

/** The x with P(X > x) = p. */
export function betaUpperQuantile(p: number, a: number, b: number): number {
  return quantile(targetOf(p, "upper"), a, b);
}

/** The x with log P(X ≤ x) = logP. */
export function betaLogQuantile(logP: number, a: number, b: number): number {
  return quantile(targetOfLog(logP, "lower"), a, b);
}

/** The x with log P(X > x) = logP. */
export function betaLogUpperQuantile(logP: number, a: number, b: number): number {
  return quantile(targetOfLog(logP, "upper"), a, b);
}

function tails(x: number, a: number, b: number): Tails {
  requireShapes(a, b);
  return incompleteBeta(a, b, x, 1 - x);
}

function quantile(target: Target, a: number, b: number): number {
  requireShapes(a, b);
  return expit(betaLogOddsQuantile(a, b, target));
}

function requireShapes(a: number, b: number): void {
  if (!(a > 0 && b > 0)) throw new RangeError(`beta distribution requires both shapes > 0: ${a}, ${b}`);
}
