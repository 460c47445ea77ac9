import { logOneMinusExp } from "../special/log-probability.ts";
import { betaLogOddsQuantile, incompleteBeta, logBetaPrefix } from "./incomplete-beta.ts";
import {
  normalCumulative,
  normalDensity,
  normalLogCumulative,
  normalLogQuantile,
  normalLogSurvival,
  normalSurvival,
} from "./normal.ts";
import { type Tails, type Target, targetOf, targetOfLog } from "./tails.ts";

/** Density of Student's t; infinite degrees of freedom give the normal. */
export function studentTDensity(x: number, df: number): number {
  requireDegrees(df);
  if (df === Number.POSITIVE_INFINITY) return normalDensity(x);
  // At zero the beta form is 0/0, and the density is flat there to the last digit.
  const size = Math.max(Math.abs(x), 1e-20);
  const { share, rest } = shares(size, df);
  return Math.exp(logBetaPrefix(0.5, df / 2, share, rest)) / size;
}

/** P(T ≤ x). */
export function studentTCumulative(x: number, df: number): number {
  return tails(x, df).lower;
}

/** P(T > x). */
export function studentTSurvival(x: number, df: number): number {
  return tails(x, df).upper;
}

/** log P(T ≤ x). */
export function studentTLogCumulative(x: number, df: number): number {
  return tails(x, df).logLower;
}

/** log P(T > x). */
export function studentTLogSurvival(x: number, df: number): number {
  return tails(x, df).logUpper;
}

/** The x with P(T ≤ x) = p. */
export function studentTQuantile(p: number, df: number): number {
  return quantile(targetOf(p, "lower"), df);
}

/** The x with P(T > x) = p. */
export function studentTUpperQuantile(p: number, df: number): number {
  return quantile(targetOf(p, "upper"), df);
}

/** The x with log P(T ≤ x) = logP. */
export function studentTLogQuantile(logP: number, df: number): number {
  return quantile(targetOfLog(logP, "lower"), df);
}

/** The x with log P(T > x) = logP. */
export function studentTLogUpperQuantile(logP: number, df: number): number {
  return quantile(targetOfLog(logP, "upper"), df);
}

function tails(x: number, df: number): Tails {
  requireDegrees(df);
  if (df === Number.POSITIVE_INFINITY) {
    return {
      lower: normalCumulative(x),
      upper: normalSurvival(x),
      logLower: normalLogCumulative(x),
      logUpper: normalLogSurvival(x),
    };
  }
  const { share, rest } = shares(Math.abs(x), df);
  const both = incompleteBeta(0.5, df / 2, share, rest);
  const far = both.upper / 2;
  const logFar = both.logUpper - Math.LN2;
  const near = 0.5 + both.lower / 2;
  const logNear = logOneMinusExp(logFar);
  return x >= 0
    ? { lower: near, upper: far, logLower: logNear, logUpper: logFar }
    : { lower: far, upper: near, logLower: logFar, logUpper: logNear };
}

/** t²/(t² + df) and df/(t² + df), without overflow of the square. */
function shares(size: number, df: number): { share: number; rest: number } {
  const ratio = size / Math.sqrt(df);
  if (ratio < 1) {
    const square = ratio * ratio;
    return { share: square / (1 + square), rest: 1 / (1 + square) };
  }
  const inverse = 1 / ratio / ratio;
  return { share: 1 / (1 + inverse), rest: inverse / (1 + inverse) };
}

/** |T| by the beta quantile: through the two tails when they are small, through the middle when that is. */
function quantile(target: Target, df: number): number {
  requireDegrees(df);
  const sign = target.side === "lower" ? -1 : 1;
  if (df === Number.POSITIVE_INFINITY) return sign * -normalLogQuantile(target.logProbability);
  if (target.logProbability === Number.NEGATIVE_INFINITY) return sign * Number.POSITIVE_INFINITY;
  const logBothTails = target.logProbability + Math.LN2;
  if (logBothTails >= 0) return 0;
  const beta: Target =
    logBothTails <= -Math.LN2
      ? { logProbability: logBothTails, side: "upper" }
      : { logProbability: logOneMinusExp(logBothTails), side: "lower" };
  return sign * Math.sqrt(df) * Math.exp(0.5 * betaLogOddsQuantile(0.5, df / 2, beta));
}

function requireDegrees(df: number): void {
  if (!(df > 0)) throw new RangeError(`Student's t distribution requires df > 0: ${df}`);
}
