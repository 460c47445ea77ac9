import { type EffectSize, measured, notMeasurable } from "./effect-size.ts";

/** How many of how many. */
export interface Proportion {
  readonly events: number;
  readonly sampleSize: number;
}

/** The raw proportion (PR); half an event is added on both sides where one of them is empty. */
export function rawProportion(counts: Proportion): EffectSize {
  return withCounts(counts, "fill", (x, n) => measured(x / n, ((x / n) * (1 - x / n)) / n));
}

/** The log odds of the proportion (PLO), variance 1/x + 1/(n − x). */
export function logOdds(counts: Proportion): EffectSize {
  return withCounts(counts, "fill", (x, n) => measured(Math.log(x / (n - x)), 1 / x + 1 / (n - x)));
}

/** The logarithm of the proportion (PLN), variance 1/x − 1/n. */
export function logProportion(counts: Proportion): EffectSize {
  return withCounts(counts, "fill", (x, n) => measured(Math.log(x / n), 1 / x - 1 / n));
}

/** arcsin √p (PAS), variance 1/(4n): defined at no events and at nothing but events. */
export function arcsineProportion(counts: Proportion): EffectSize {
  return withCounts(counts, "as-is", (x, n) => measured(Math.asin(Math.sqrt(x / n)), 1 / (4 * n)));
}

/** Freeman and Tukey's double arcsine (PFT), halved, variance 1/(4n + 2). Ann Math Stat 1950, 21: 607–611. */
export function doubleArcsineProportion(counts: Proportion): EffectSize {
  return withCounts(counts, "as-is", (x, n) => {
    const below = Math.asin(Math.sqrt(x / (n + 1)));
    const above = Math.asin(Math.sqrt((x + 1) / (n + 1)));
    return measured((below + above) / 2, 1 / (4 * n + 2));
  });
}

/**
 * The proportion that a double arcsine stands for, in a sample of n (for a pooled value, the harmonic mean of the
 * sample sizes). Miller JJ (1978). Am Stat 32: 138. Clamped to 0 and 1 beyond the transform's own range.
 */
export function proportionFromDoubleArcsine(value: number, sampleSize: number): number {
  const lowest = 0.5 * Math.asin(Math.sqrt(1 / (sampleSize + 1)));
  if (value <= lowest) return 0;
  if (value >= Math.PI / 2 - lowest) return 1;
  const sine = Math.sin(2 * value);
  const inner = sine + (sine - 1 / sine) / sampleSize;
  return 0.5 * (1 - Math.sign(Math.cos(2 * value)) * Math.sqrt(Math.max(0, 1 - inner * inner)));
}

/** n/Σ(1/nᵢ): the sample size that a pooled double arcsine is turned back at. */
export function harmonicMean(values: readonly number[]): number {
  return values.length / values.reduce((total, value) => total + 1 / value, 0);
}

function withCounts(
  { events, sampleSize }: Proportion,
  empty: "fill" | "as-is",
  measure: (x: number, n: number) => EffectSize,
): EffectSize {
  if (!Number.isFinite(events) || !Number.isFinite(sampleSize)) return notMeasurable("a count is missing");
  if (!(sampleSize > 0)) return notMeasurable(`a proportion requires people: ${sampleSize}`);
  if (events < 0 || events > sampleSize) {
    return notMeasurable(`events must lie between 0 and the sample size: ${events} of ${sampleSize}`);
  }
  const filled = empty === "fill" && (events === 0 || events === sampleSize);
  return filled ? measure(events + 0.5, sampleSize + 1) : measure(events, sampleSize);
}
