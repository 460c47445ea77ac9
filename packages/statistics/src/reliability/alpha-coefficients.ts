import { cholesky, inverseFromCholesky } from "@concord/numerics";
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

/** The same without each of the items in turn, from the sums of rows and one inverse for all. */
export function withoutEach(
  covariance: Float64Array,
  correlation: Float64Array,
  items: number,
): readonly AlphaCoefficients[] {
  const inverse = inverseOf(correlation, items);
  const raw = alphasWithout(covariance, items);
  const standardized = alphasWithout(correlation, items);
  const whole = total(correlation);
  return raw.map((alpha, dropped) => {
    const pairs: number[] = [];
    for (let i = 0; i < items; i++)
      for (let j = 0; j < i; j++) if (i !== dropped && j !== dropped) pairs.push(correlation[i * items + j]!);
    const averageCorrelation = pairs.reduce((sum, r) => sum + r, 0) / pairs.length;
    const rest = whole - 2 * rowTotal(correlation, items, dropped) + 1;
    return {
      items: items - 1,
      raw: alpha,
      standardized: standardized[dropped]!,
      guttman6: inverse === undefined ? undefined : 1 - ownWithout(inverse, items, dropped) / rest,
      averageCorrelation,
      medianCorrelation: median(pairs),
      signalToNoise: ((items - 1) * averageCorrelation) / (1 - averageCorrelation),
    };
  });
}

/** α without each item: its row and column leave the sum, its variance the variances. */
function alphasWithout(matrix: Float64Array, items: number): readonly number[] {
  let variances = 0;
  for (let i = 0; i < items; i++) variances += matrix[i * items + i]!;
  const whole = total(matrix);
  return Array.from({ length: items }, (_, dropped) => {
    const own = matrix[dropped * items + dropped]!;
    const rest = whole - 2 * rowTotal(matrix, items, dropped) + own;
    return ((items - 1) / (items - 2)) * (1 - (variances - own) / rest);
  });
}

/** Σ of what each remaining item has of its own: 1/(Pᵢᵢ − P²ᵢₖ/Pₖₖ), as the inverse without item k is P less its part. */
function ownWithout(inverse: Float64Array, items: number, dropped: number): number {
  const pivot = inverse[dropped * items + dropped]!;
  let own = 0;
  for (let i = 0; i < items; i++) {
    if (i === dropped) continue;
    own += 1 / (inverse[i * items + i]! - inverse[i * items + dropped]! ** 2 / pivot);
  }
  return own;
}

function inverseOf(correlation: Float64Array, items: number): Float64Array | undefined {
  const factored = cholesky({ rows: items, columns: items, values: correlation });
  return factored.kind === "positive-definite" ? inverseFromCholesky(factored.factor).values : undefined;
}

function rowTotal(matrix: Float64Array, items: number, row: number): number {
  let sum = 0;
  for (let j = 0; j < items; j++) sum += matrix[row * items + j]!;
  return sum;
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
