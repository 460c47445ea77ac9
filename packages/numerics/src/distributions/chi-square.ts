import {
  gammaCumulative,
  gammaDensity,
  gammaLogCumulative,
  gammaLogQuantile,
  gammaLogSurvival,
  gammaLogUpperQuantile,
  gammaQuantile,
  gammaSurvival,
  gammaUpperQuantile,
} from "./gamma.ts";

/** Density of χ² with df degrees of freedom. */
export function chiSquareDensity(x: number, df: number): number {
  return gammaDensity(x / 2, df / 2) / 2;
}

/** P(χ² ≤ x). */
export function chiSquareCumulative(x: number, df: number): number {
  return gammaCumulative(x / 2, df / 2);
}

/** P(χ² > x). */
export function chiSquareSurvival(x: number, df: number): number {
  return gammaSurvival(x / 2, df / 2);
}

/** log P(χ² ≤ x). */
export function chiSquareLogCumulative(x: number, df: number): number {
  return gammaLogCumulative(x / 2, df / 2);
}

/** log P(χ² > x). */
export function chiSquareLogSurvival(x: number, df: number): number {
  return gammaLogSurvival(x / 2, df / 2);
}

/** The x with P(χ² ≤ x) = p. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** The x with P(χ² > x) = p. */
export function chiSquareUpperQuantile(p: number, df: number): number {
  return 2 * gammaUpperQuantile(p, df / 2);
}

/** The x with log P(χ² ≤ x) = logP. */
export function chiSquareLogQuantile(logP: number, df: number): number {
  return 2 * gammaLogQuantile(logP, df / 2);
}

/** The x with log P(χ² > x) = logP. */
export function chiSquareLogUpperQuantile(logP: number, df: number): number {
  return 2 * gammaLogUpperQuantile(logP, df / 2);
}
