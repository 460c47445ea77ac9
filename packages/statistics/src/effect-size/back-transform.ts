import { harmonicMean, proportionFromDoubleArcsine } from "./proportion.ts";

/** A monotone road from the scale on which effects are pooled to the scale on which they are read. */
export type BackTransform = (value: number) => number;

/** Fisher's z to r. */
export const correlationFromZ: BackTransform = (z) => Math.tanh(z);

/** Log odds to a proportion. */
export const proportionFromLogOdds: BackTransform = (value) =>
  value >= 0 ? 1 / (1 + Math.exp(-value)) : Math.exp(value) / (1 + Math.exp(value));

/** A log ratio to the ratio. */
export const ratioFromLog: BackTransform = (value) => Math.exp(value);

/** Arcsine to a proportion; beyond the transform's range the nearest end. */
export const proportionFromArcsine: BackTransform = (value) =>
  Math.sin(Math.min(Math.max(value, 0), Math.PI / 2)) ** 2;

/** −log(1 − α) to α. */
export const alphaFromLog: BackTransform = (value) => -Math.expm1(-value);

/** 1 − (1 − α)^⅓ to α. */
export const alphaFromCubeRoot: BackTransform = (value) => 1 - (1 - value) ** 3;

/** Double arcsine to a proportion, at the harmonic mean of the sample sizes. */
export function proportionFromPooledDoubleArcsine(sampleSizes: readonly number[]): BackTransform {
  const n = harmonicMean(sampleSizes);
  return (value) => proportionFromDoubleArcsine(value, n);
}
