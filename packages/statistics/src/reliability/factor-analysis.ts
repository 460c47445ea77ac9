import { type Matrix, symmetricEigen } from "@concord/numerics";
import { communalities, minimumResidualFactors } from "./minimum-residual.ts";
import { type Rotation, rotateFactors } from "./rotation.ts";

export interface FactorAnalysis {
  /** Items by factors, the strongest factor first. */
  readonly loadings: Matrix;
  /** Correlations of the factors. */
  readonly between: Matrix;
  readonly communality: readonly number[];
  readonly uniqueness: readonly number[];
  /** Of the correlation matrix, from the largest: how many factors are worth looking for? */
  readonly eigenvalues: readonly number[];
  /** The share of all variance that each factor explains. */
  readonly explained: readonly number[];
  readonly cautions: readonly string[];
}

/** Which groups do the items form? Factors by least residuals, then turned; correlations row after row. */
export function factorAnalysis(
  correlation: Float64Array,
  size: number,
  factors: number,
  rotation: Rotation = "oblimin",
): FactorAnalysis {
  const extracted = minimumResidualFactors(correlation, size, factors);
  const { loadings, between, isSettled } = rotateFactors(extracted.loadings, rotation);
  const { values } = symmetricEigen({ rows: size, columns: size, values: correlation });
  return {
    loadings,
    between,
    communality: communalities(loadings, between),
    uniqueness: extracted.uniqueness,
    eigenvalues: [...values].reverse(),
    explained: shares(loadings, between),
    cautions: [
      ...(extracted.isSettled ? [] : ["the search for factors did not settle: fewer of them may do"]),
      ...(isSettled ? [] : ["the rotation did not settle: the factors may not be told apart"]),
      ...extracted.heywood.map(
        (i) => `item ${i + 1} has nothing of its own left (Heywood): read it with doubt`,
      ),
    ],
  };
}

/** The diagonal of ΦΛ′Λ over the number of items. */
function shares({ rows, columns, values }: Matrix, between: Matrix): readonly number[] {
  return Array.from({ length: columns }, (_, f) => {
    let total = 0;
    for (let g = 0; g < columns; g++) {
      let product = 0;
      for (let i = 0; i < rows; i++) product += values[i * columns + f]! * values[i * columns + g]!;
      total += between.values[f * columns + g]! * product;
    }
    return total / rows;
  });
}
