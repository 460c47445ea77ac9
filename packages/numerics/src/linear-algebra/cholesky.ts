import { type Matrix, zeros } from "./matrix.ts";

/** A = LLᵀ with L lower triangular, or the column at which A stopped being positive definite. */
export type Cholesky =
  | { readonly kind: "positive-definite"; readonly factor: Matrix; readonly logDeterminant: number }
  | { readonly kind: "not-positive-definite"; readonly column: number };

/**
 * The triangular factor of a symmetric matrix, read from its lower half.
 *
 * A pivot at or below size·ε times the diagonal entry it came from counts as zero: what is left of it is rounding.
 */
export function cholesky(a: Matrix): Cholesky {
  if (a.rows !== a.columns) throw new RangeError(`cholesky requires a square matrix: ${a.rows}×${a.columns}`);
  const n = a.rows;
  const factor = zeros(n, n);
  const l = factor.values;
  let logDeterminant = 0;
  for (let j = 0; j < n; j++) {
    let pivot = a.values[j * n + j]!;
    const floor = n * Number.EPSILON * Math.abs(pivot);
    for (let k = 0; k < j; k++) pivot -= l[j * n + k]! ** 2;
    if (!(pivot > floor)) return { kind: "not-positive-definite", column: j };
    const root = Math.sqrt(pivot);
    l[j * n + j] = root;
    logDeterminant += 2 * Math.log(root);
    for (let i = j + 1; i < n; i++) {
      let value = a.values[i * n + j]!;
      for (let k = 0; k < j; k++) value -= l[i * n + k]! * l[j * n + k]!;
      l[i * n + j] = value / root;
    }
  }
  return { kind: "positive-definite", factor, logDeterminant };
}

/** L⁻¹B. */
export function solveLower(factor: Matrix, b: Matrix): Matrix {
  const n = factor.rows;
  const l = factor.values;
  const x = Float64Array.from(b.values);
  for (let c = 0; c < b.columns; c++) {
    for (let i = 0; i < n; i++) {
      let value = x[i * b.columns + c]!;
      for (let k = 0; k < i; k++) value -= l[i * n + k]! * x[k * b.columns + c]!;
      x[i * b.columns + c] = value / l[i * n + i]!;
    }
  }
  return { rows: n, columns: b.columns, values: x };
}

/** L⁻ᵀB. */
export function solveLowerTransposed(factor: Matrix, b: Matrix): Matrix {
  const n = factor.rows;
  const l = factor.values;
  const x = Float64Array.from(b.values);
  for (let c = 0; c < b.columns; c++) {
    for (let i = n - 1; i >= 0; i--) {
      let value = x[i * b.columns + c]!;
      for (let k = i + 1; k < n; k++) value -= l[k * n + i]! * x[k * b.columns + c]!;
      x[i * b.columns + c] = value / l[i * n + i]!;
    }
  }
  return { rows: n, columns: b.columns, values: x };
}

/** A⁻¹B from the factor of A. */
export function solveCholesky(factor: Matrix, b: Matrix): Matrix {
  return solveLowerTransposed(factor, solveLower(factor, b));
}

/** A⁻¹ from the factor of A: for covariances that are shown, where a factor will not do. */
export function inverseFromCholesky(factor: Matrix): Matrix {
  const n = factor.rows;
  const unit = zeros(n, n);
  for (let i = 0; i < n; i++) unit.values[i * n + i] = 1;
  const inverse = solveCholesky(factor, unit);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const middle = 0.5 * (inverse.values[i * n + j]! + inverse.values[j * n + i]!);
      inverse.values[i * n + j] = middle;
      inverse.values[j * n + i] = middle;
    }
  }
  return inverse;
}
