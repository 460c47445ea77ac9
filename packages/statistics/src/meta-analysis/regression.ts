import { type Matrix, orthogonalBasis, solveUpper, transpose, zeros } from "@concord/numerics";
import type { Effect } from "./effect.ts";

/**
 * Effects on moderators, ready to be weighted again and again: the columns are made orthonormal once, so that every
 * weighted fit solves a small well-conditioned system in time proportional to the number of studies.
 */
export interface Regression {
  readonly k: number;
  readonly p: number;
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  /** k × p, orthonormal. */
  readonly basis: Matrix;
  /** X = basis · triangle. */
  readonly triangle: Matrix;
}

export type PreparedRegression =
  | { readonly kind: "prepared"; readonly regression: Regression }
  | { readonly kind: "rank-deficient"; readonly redundant: readonly number[] };

/** The effects over a design; a column that repeats others is named instead. */
export function prepareRegression(effects: readonly Effect[], design?: Matrix): PreparedRegression {
  const k = effects.length;
  const estimates = new Float64Array(k);
  const variances = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    estimates[i] = effects[i]!.estimate;
    variances[i] = effects[i]!.variance;
  }
  if (design === undefined) {
    const basis = zeros(k, 1);
    basis.values.fill(1 / Math.sqrt(k));
    const triangle = zeros(1, 1);
    triangle.values[0] = Math.sqrt(k);
    return { kind: "prepared", regression: { k, p: 1, estimates, variances, basis, triangle } };
  }
  const decomposition = orthogonalBasis(design);
  if (decomposition.kind === "rank-deficient") {
    return { kind: "rank-deficient", redundant: decomposition.redundant };
  }
  const { basis, triangle } = decomposition;
  return { kind: "prepared", regression: { k, p: design.columns, estimates, variances, basis, triangle } };
}

/** R⁻¹MR⁻ᵀ: a covariance of the coordinates as one of the coefficients. */
export function covarianceOfCoefficients(regression: Regression, ofCoordinates: Matrix): Matrix {
  const half = solveUpper(regression.triangle, ofCoordinates);
  return solveUpper(regression.triangle, transpose(half));
}

/** log |X′X|. */
export function logDeterminantOfCrossProduct(regression: Regression): number {
  let total = 0;
  for (let j = 0; j < regression.p; j++)
    total += 2 * Math.log(regression.triangle.values[j * regression.p + j]!);
  return total;
}
