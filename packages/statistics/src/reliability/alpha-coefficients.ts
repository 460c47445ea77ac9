import { squaredMultipleCorrelations } from "./squared-multiple-correlations.ts";

/** The reliability of a sum of items from their covariances. */
export interface AlphaCoefficients {
  readonly items: number;
  /** Cronbach's α of the answers as they are; also Guttman's λ₃. */
  readonly raw: number;
  /** Of the answers in standard deviations. */
  readonly standardized: number;
  /** Guttman's λ₆, from how well the others explain each item; absent where correlations have no inverse. */
  readonly guttman6: number | undefined;
  readonly averageCorrelation: number;
  readonly medianCorrelation: number;
  /** k r̄ / (1 − r̄). */
  readonly signalToNoise: number;
}

/**
 * α = k/(k − 1) · (1 − Σvariances/variance of the sum).
 *
 * Cronbach LJ (1951). Psychometrika 16: 297–334. Guttman L (1945). Psychometrika 10: 255–282. Covariances and
 * correlations row after row. With one item nothing but 1 is known of correlations: α is NaN.
 */
export function alphaCoefficients(
  covariance: Float64Array,
  correlation: Float64Array,
  items: number,
): AlphaCoefficients {
  const pairs: number[] = [];
  for (let i = 0; i < items; i++) for (let j = 0; j < i; j++) pairs.push(correlation[i * items + j]!);
  const averageCorrelation = pairs.reduce((total, r) => total + r, 0) / pairs.length;
  const multiple = squaredMultipleCorrelations(correlation, items);
  const whole = total(correlation);
  return {
    items,
    raw: alphaOf(covariance, items),
    standardized: alphaOf(correlation, items),
    guttman6: multiple === undefined ? undefined : 1 - multiple.reduce((rest, r) => rest + 1 - r, 0) / whole,
    averageCorrelation,
    medianCorrelation: median(pairs),
    signalToNoise: (items * averageCorrelation) / (1 - averageCorrelation),
  };
}

/** The same without one of the items. */
export function withoutItem(
  covariance: Float64Array,
  correlation: Float64Array,
  items: number,
  dropped: number,
): AlphaCoefficients {
  const kept = Array.from({ length: items }, (_, i) => i).filter((i) => i !== dropped);
  const part = (matrix: Float64Array) =>
    Float64Array.from(kept.flatMap((i) => kept.map((j) => matrix[i * items + j]!)));
  return alphaCoefficients(part(covariance), part(correlation), items - 1);
}

function alphaOf(matrix: Float64Array, items: number): number {
  let own = 0;
  for (let i = 0; i < items; i++) own += matrix[i * items + i]!;
  return (items / (items - 1)) * (1 - own / total(matrix));
}

function total(matrix: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < matrix.length; at++) sum += matrix[at]!;
  return sum;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
