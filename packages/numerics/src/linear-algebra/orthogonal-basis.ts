import { type Matrix, zeros } from "./matrix.ts";

/**
 * X = QR with orthonormal Q and upper triangular R, or the columns that are linear combinations of those before
 * them.
 */
export type OrthogonalBasis =
  | { readonly kind: "full-rank"; readonly basis: Matrix; readonly triangle: Matrix }
  | { readonly kind: "rank-deficient"; readonly rank: number; readonly redundant: readonly number[] };

/**
 * An orthonormal basis of the columns, in their order.
 *
 * Gram and Schmidt, twice over, which leaves Q orthogonal to rounding (Giraud L et al. 2005, Numer Math 101:
 * 87–100). A column whose remainder is below the tolerance times its own length counts as redundant; the default
 * is that of R's `lm`.
 */
export function orthogonalBasis(x: Matrix, tolerance = 1e-7): OrthogonalBasis {
  const { rows, columns } = x;
  const basis = zeros(rows, columns);
  const triangle = zeros(columns, columns);
  const q = basis.values;
  const redundant: number[] = [];
  for (let j = 0; j < columns; j++) {
    for (let i = 0; i < rows; i++) q[i * columns + j] = x.values[i * columns + j]!;
    const before = columnNorm(basis, j);
    for (let pass = 0; pass < 2; pass++) {
      for (let k = 0; k < j; k++) {
        let overlap = 0;
        for (let i = 0; i < rows; i++) overlap += q[i * columns + k]! * q[i * columns + j]!;
        for (let i = 0; i < rows; i++) q[i * columns + j]! -= overlap * q[i * columns + k]!;
        triangle.values[k * columns + j]! += overlap;
      }
    }
    const after = columnNorm(basis, j);
    if (!(after > tolerance * before)) {
      redundant.push(j);
      for (let i = 0; i < rows; i++) q[i * columns + j] = 0;
      continue;
    }
    triangle.values[j * columns + j] = after;
    for (let i = 0; i < rows; i++) q[i * columns + j]! /= after;
  }
  if (redundant.length > 0) return { kind: "rank-deficient", rank: columns - redundant.length, redundant };
  return { kind: "full-rank", basis, triangle };
}

/** R⁻¹B for upper triangular R. */
export function solveUpper(triangle: Matrix, b: Matrix): Matrix {
  const n = triangle.rows;
  const r = triangle.values;
  const x = Float64Array.from(b.values);
  for (let c = 0; c < b.columns; c++) {
    for (let i = n - 1; i >= 0; i--) {
      let value = x[i * b.columns + c]!;
      for (let k = i + 1; k < n; k++) value -= r[i * n + k]! * x[k * b.columns + c]!;
      x[i * b.columns + c] = value / r[i * n + i]!;
    }
  }
  return { rows: n, columns: b.columns, values: x };
}

function columnNorm(matrix: Matrix, column: number): number {
  let largest = 0;
  for (let i = 0; i < matrix.rows; i++) {
    largest = Math.max(largest, Math.abs(matrix.values[i * matrix.columns + column]!));
  }
  if (largest === 0) return 0;
  let total = 0;
  for (let i = 0; i < matrix.rows; i++) {
    total += (matrix.values[i * matrix.columns + column]! / largest) ** 2;
  }
  return largest * Math.sqrt(total);
}
