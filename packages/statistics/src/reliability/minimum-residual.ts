import { diagonalOf, type Matrix, minimizeWithinBounds, symmetricEigen, zeros } from "@concord/numerics";
import { squaredMultipleCorrelations } from "./squared-multiple-correlations.ts";

/** Loadings of items (rows) on factors (columns), before any rotation. */
export interface ExtractedFactors {
  readonly loadings: Matrix;
  /** The share of each item that the factors do not reach. */
  readonly uniqueness: readonly number[];
  /** Whether the search ended where nothing improves. */
  readonly isSettled: boolean;
  /** Items with next to nothing of their own left (Heywood). */
  readonly heywood: readonly number[];
}

/**
 * The factors that leave the smallest correlations behind.
 *
 * Harman HH, Jones WH (1966). Psychometrika 31: 351–368. The squares left over by the best factors for given
 * uniquenesses are those of the remaining eigenvalues of R − Ψ; they fall along −Σ λω², Ψ between .005 and 1.
 */
export function minimumResidualFactors(
  correlation: Float64Array,
  size: number,
  factors: number,
): ExtractedFactors {
  if (!(factors >= 1 && factors < size))
    throw new RangeError(`factors require to be fewer than the ${size} items, and one or more: ${factors}`);
  const multiple = squaredMultipleCorrelations(correlation, size);
  const start = Array.from({ length: size }, (_, i) => (multiple === undefined ? 0.5 : 1 - multiple[i]!));
  const decomposed = (uniqueness: readonly number[]) => {
    const values = Float64Array.from(correlation);
    uniqueness.forEach((own, i) => {
      values[i * size + i]! -= own;
    });
    return symmetricEigen({ rows: size, columns: size, values });
  };
  const rest = size - factors;
  const found = minimizeWithinBounds(
    {
      value: (x) =>
        decomposed(x)
          .values.slice(0, rest)
          .reduce((total, value) => total + value * value, 0) / 2,
      gradient: (x) => {
        const { values, vectors } = decomposed(x);
        return x.map((_, i) => {
          let slope = 0;
          for (let k = 0; k < rest; k++) slope -= values[k]! * vectors.values[i * size + k]! ** 2;
          return slope;
        });
      },
      start,
      lower: start.map(() => 0.005),
      upper: start.map(() => 1),
    },
    { slopeTolerance: 1e-9, limit: 1000 },
  );
  const { values, vectors } = decomposed(found.at);
  const loadings = zeros(size, factors);
  for (let f = 0; f < factors; f++) {
    const from = size - 1 - f;
    const length = Math.sqrt(Math.max(0, values[from]!));
    let direction = 0;
    for (let i = 0; i < size; i++) direction += vectors.values[i * size + from]!;
    for (let i = 0; i < size; i++)
      loadings.values[i * factors + f] =
        (direction < 0 ? -length : length) * vectors.values[i * size + from]!;
  }
  return {
    loadings,
    uniqueness: found.at,
    isSettled: found.kind === "settled",
    heywood: found.at.flatMap((own, i) => (own < 0.0051 ? [i] : [])),
  };
}

/** The share of each item that loadings reach, with correlated factors. */
export function communalities({ rows, columns, values }: Matrix, between: Matrix): readonly number[] {
  const square = zeros(rows, rows);
  for (let i = 0; i < rows; i++) {
    for (let f = 0; f < columns; f++)
      for (let g = 0; g < columns; g++)
        square.values[i * rows + i]! +=
          values[i * columns + f]! * between.values[f * columns + g]! * values[i * columns + g]!;
  }
  return diagonalOf(square);
}
