import { squaredMultipleCorrelations } from "./squared-multiple-correlations.ts";

/** Lower bounds of reliability; the largest of them is the best. λ₃ is α. */
export interface GuttmanBounds {
  readonly lambda1: number;
  readonly lambda2: number;
  readonly lambda3: number;
  /** The best of all split halves; only up to sixteen items, beyond which there are too many to try. */
  readonly lambda4: number | undefined;
  readonly lambda5: number;
  readonly lambda6: number | undefined;
}

/** Guttman L (1945). Psychometrika 10: 255–282, of the sum of the answers as they are; λ₆ as psych has it, of correlations. */
export function guttmanBounds(
  covariance: Float64Array,
  correlation: Float64Array,
  items: number,
): GuttmanBounds {
  let whole = 0;
  let own = 0;
  let squares = 0;
  let largest = 0;
  for (let i = 0; i < items; i++) {
    let column = 0;
    for (let j = 0; j < items; j++) {
      const value = covariance[i * items + j]!;
      whole += value;
      if (i !== j) column += value * value;
    }
    own += covariance[i * items + i]!;
    squares += column;
    largest = Math.max(largest, column);
  }
  const lambda1 = 1 - own / whole;
  const multiple = squaredMultipleCorrelations(correlation, items);
  const wholeCorrelation = correlation.reduce((total, value) => total + value, 0);
  return {
    lambda1,
    lambda2: lambda1 + Math.sqrt((items / (items - 1)) * squares) / whole,
    lambda3: (items / (items - 1)) * lambda1,
    lambda4: items > 16 ? undefined : bestHalves(covariance, items, whole),
    lambda5: lambda1 + (2 * Math.sqrt(largest)) / whole,
    lambda6:
      multiple === undefined
        ? undefined
        : 1 - multiple.reduce((rest, r) => rest + 1 - r, 0) / wholeCorrelation,
  };
}

/** 4 · covariance of the halves over the variance of the whole, for the halves that give the most; the first item stays put. */
function bestHalves(covariance: Float64Array, items: number, whole: number): number {
  let best = Number.NEGATIVE_INFINITY;
  for (let side = 1; side < 2 ** (items - 1); side++) {
    let between = 0;
    for (let i = 0; i < items; i++) {
      const isOne = ((side << 1) >> i) & 1;
      for (let j = 0; j < i; j++)
        if ((((side << 1) >> j) & 1) !== isOne) between += covariance[i * items + j]!;
    }
    best = Math.max(best, between);
  }
  return (4 * best) / whole;
}
