import { identity, type Matrix, multiply, transpose, zeros } from "./matrix.ts";
import { orthogonalBasis, solveUpper } from "./orthogonal-basis.ts";

/** Weighted least squares, or the columns that leave it without an answer. */
export type LeastSquares =
  | {
      readonly kind: "fitted";
      readonly coefficients: readonly number[];
      /** (XᵀWX)⁻¹ */
      readonly inverseCrossProduct: Matrix;
      readonly residuals: readonly number[];
      /** Σ w e² */
      readonly weightedSquares: number;
      readonly residualDegreesOfFreedom: number;
    }
  | { readonly kind: "rank-deficient"; readonly rank: number; readonly redundant: readonly number[] };

/**
 * The coefficients that minimise Σ wᵢ(yᵢ − xᵢβ)², by an orthogonal basis of the weighted columns, so that the
 * condition of X is never squared.
 */
export function leastSquares(x: Matrix, y: readonly number[], weights?: readonly number[]): LeastSquares {
  if (x.rows !== y.length)
    throw new RangeError(`leastSquares requires one y per row: ${y.length} for ${x.rows}`);
  const n = x.rows;
  const p = x.columns;
  const scaled = zeros(n, p);
  const target = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const root = weights === undefined ? 1 : Math.sqrt(weights[i]!);
    target[i] = root * y[i]!;
    for (let j = 0; j < p; j++) scaled.values[i * p + j] = root * x.values[i * p + j]!;
  }
  const decomposition = orthogonalBasis(scaled);
  if (decomposition.kind === "rank-deficient") return decomposition;
  const { basis, triangle } = decomposition;
  const projected = zeros(p, 1);
  const rest = Float64Array.from(target);
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < p; j++) {
      let overlap = 0;
      for (let i = 0; i < n; i++) overlap += basis.values[i * p + j]! * rest[i]!;
      for (let i = 0; i < n; i++) rest[i]! -= overlap * basis.values[i * p + j]!;
      projected.values[j]! += overlap;
    }
  }
  const coefficients = Array.from(solveUpper(triangle, projected).values);
  const inverse = solveUpper(triangle, identity(p));
  let weightedSquares = 0;
  for (let i = 0; i < n; i++) weightedSquares += rest[i]! ** 2;
  const residuals = Array.from({ length: n }, (_, i) => {
    const root = weights === undefined ? 1 : Math.sqrt(weights[i]!);
    if (root > 0) return rest[i]! / root;
    let fitted = 0;
    for (let j = 0; j < p; j++) fitted += x.values[i * p + j]! * coefficients[j]!;
    return y[i]! - fitted;
  });
  return {
    kind: "fitted",
    coefficients,
    inverseCrossProduct: multiply(inverse, transpose(inverse)),
    residuals,
    weightedSquares,
    residualDegreesOfFreedom: n - p,
  };
}
