import {
  chiSquareCumulative,
  chiSquareDensity,
  chiSquareLogCumulative,
  chiSquareLogSurvival,
  chiSquareSurvival,
} from "./chi-square.ts";
import { gammaLogQuantile, gammaLogUpperQuantile } from "./gamma.ts";
import { betaLogOddsQuantile, incompleteBeta, logBetaPrefix } from "./incomplete-beta.ts";
import { type Tails, type Target, targetOf, targetOfLog } from "./tails.ts";

/** Density of F with dfNumerator and dfDenominator degrees of freedom; an infinite denominator gives χ²/df. */
export function fDensity(x: number, dfNumerator: number, dfDenominator: number): number {
  requireDegrees(dfNumerator, dfDenominator);
  if (x < 0) return 0;
  if (dfDenominator === Number.POSITIVE_INFINITY)
    return dfNumerator * chiSquareDensity(x * dfNumerator, dfNumerator);
  if (x === 0) return dfNumerator < 2 ? Number.POSITIVE_INFINITY : dfNumerator === 2 ? 1 : 0;
  const { share, rest } = shares(x, dfNumerator, dfDenominator);
  return Math.exp(logBetaPrefix(dfNumerator / 2, dfDenominator / 2, share, rest) - Math.log(x));
}

/** P(F ≤ x). */
export function fCumulative(x: number, dfNumerator: number, dfDenominator: number): number {
  return tails(x, dfNumerator, dfDenominator).lower;
}

/** P(F > x). */
export function fSurvival(x: number, dfNumerator: number, dfDenominator: number): number {
  return tails(x, dfNumerator, dfDenominator).upper;
}

/** log P(F ≤ x). */
export function fLogCumulative(x: number, dfNumerator: number, dfDenominator: number): number {
  return tails(x, dfNumerator, dfDenominator).logLower;
}

/** log P(F > x). */
export function fLogSurvival(x: number, dfNumerator: number, dfDenominator: number): number {
  return tails(x, dfNumerator, dfDenominator).logUpper;
}

/** The x with P(F ≤ x) = p. */
export function fQuantile(p: number, dfNumerator: number, dfDenominator: number): number {
  return quantile(targetOf(p, "lower"), dfNumerator, dfDenominator);
}

/** The x with P(F > x) = p. */
export function fUpperQuantile(p: number, dfNumerator: number, dfDenominator: number): number {
  return quantile(targetOf(p, "upper"), dfNumerator, dfDenominator);
}

/** The x with log P(F ≤ x) = logP. */
export function fLogQuantile(logP: number, dfNumerator: number, dfDenominator: number): number {
  return quantile(targetOfLog(logP, "lower"), dfNumerator, dfDenominator);
}

/** The x with log P(F > x) = logP. */
export function fLogUpperQuantile(logP: number, dfNumerator: number, dfDenominator: number): number {
  return quantile(targetOfLog(logP, "upper"), dfNumerator, dfDenominator);
}

function tails(x: number, dfNumerator: number, dfDenominator: number): Tails {
  requireDegrees(dfNumerator, dfDenominator);
  if (dfDenominator === Number.POSITIVE_INFINITY) {
    const scaled = x * dfNumerator;
    return {
      lower: chiSquareCumulative(scaled, dfNumerator),
      upper: chiSquareSurvival(scaled, dfNumerator),
      logLower: chiSquareLogCumulative(scaled, dfNumerator),
      logUpper: chiSquareLogSurvival(scaled, dfNumerator),
    };
  }
  const { share, rest } = shares(x, dfNumerator, dfDenominator);
  return incompleteBeta(dfNumerator / 2, dfDenominator / 2, share, rest);
}

/** The beta variable of F and its complement, each computed as itself. */
function shares(x: number, dfNumerator: number, dfDenominator: number): { share: number; rest: number } {
  if (x === Number.POSITIVE_INFINITY) return { share: 1, rest: 0 };
  const total = dfNumerator * x + dfDenominator;
  // Where the product overflows, the complement is the inverse of F.
  if (total === Number.POSITIVE_INFINITY) return { share: 1, rest: dfDenominator / dfNumerator / x };
  return { share: (dfNumerator * x) / total, rest: dfDenominator / total };
}

function quantile(target: Target, dfNumerator: number, dfDenominator: number): number {
  requireDegrees(dfNumerator, dfDenominator);
  if (dfDenominator === Number.POSITIVE_INFINITY) {
    const invert = target.side === "lower" ? gammaLogQuantile : gammaLogUpperQuantile;
    return (2 * invert(target.logProbability, dfNumerator / 2)) / dfNumerator;
  }
  const logOdds = betaLogOddsQuantile(dfNumerator / 2, dfDenominator / 2, target);
  return (Math.exp(logOdds) * dfDenominator) / dfNumerator;
}

function requireDegrees(dfNumerator: number, dfDenominator: number): void {
  if (!(dfNumerator > 0 && dfDenominator > 0 && dfNumerator < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`F distribution requires degrees of freedom > 0: ${dfNumerator}, ${dfDenominator}`);
  }
}
