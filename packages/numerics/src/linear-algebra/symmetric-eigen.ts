import { type Matrix, zeros } from "./matrix.ts";

/** A = QΛQᵀ: eigenvalues from the smallest, eigenvectors in the columns. */
export interface SymmetricEigen {
  readonly values: readonly number[];
  readonly vectors: Matrix;
}

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by Jacobi's rotations: slow beyond some hundred rows, and
 * right to the last digits, small eigenvalues included.
 *
 * Golub GH, Van Loan CF (2013). Matrix Computations, 4th ed., 8.5.
 */
export function symmetricEigen(matrix: Matrix): SymmetricEigen {
  if (matrix.rows !== matrix.columns) {
    throw new RangeError(`symmetricEigen requires a square matrix: ${matrix.rows}×${matrix.columns}`);
  }
  const n = matrix.rows;
  const a = Float64Array.from(matrix.values);
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let sweep = 0; sweep < 60; sweep++) {
    let rotated = false;
    for (let p = 0; p < n - 1; p++) {
      for (let r = p + 1; r < n; r++) {
        const off = a[p * n + r]!;
        const size = Math.sqrt(Math.abs(a[p * n + p]! * a[r * n + r]!));
        if (Math.abs(off) <= 1e-17 * size || off === 0 || Math.abs(off) < 1e-290) continue;
        rotated = true;
        rotate(a, q, n, p, r);
      }
    }
    if (!rotated) break;
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => a[i * n + i]! - a[j * n + j]!);
  const vectors = zeros(n, n);
  order.forEach((from, to) => {
    for (let i = 0; i < n; i++) vectors.values[i * n + to] = q[i * n + from]!;
  });
  return { values: order.map((i) => a[i * n + i]!), vectors };
}

/** Aˢ for symmetric A without negative eigenvalues; those at rounding level count as zero (pseudo-inverse for s < 0). */
export function symmetricPower(matrix: Matrix, exponent: number, tolerance = 1e-12): Matrix {
  const n = matrix.rows;
  const { values, vectors } = symmetricEigen(matrix);
  const floor = tolerance * Math.max(...values.map(Math.abs));
  const result = zeros(n, n);
  for (let k = 0; k < n; k++) {
    if (!(values[k]! > floor)) continue;
    const power = values[k]! ** exponent;
    for (let i = 0; i < n; i++) {
      const factor = power * vectors.values[i * n + k]!;
      for (let j = 0; j < n; j++) result.values[i * n + j]! += factor * vectors.values[j * n + k]!;
    }
  }
  return result;
}

function rotate(a: Float64Array, q: Float64Array, n: number, p: number, r: number): void {
  const off = a[p * n + r]!;
  const theta = (a[r * n + r]! - a[p * n + p]!) / (2 * off);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(1, theta));
  const c = 1 / Math.hypot(1, t);
  const s = t * c;
  for (let i = 0; i < n; i++) {
    const left = a[i * n + p]!;
    const right = a[i * n + r]!;
    a[i * n + p] = c * left - s * right;
    a[i * n + r] = s * left + c * right;
  }
  for (let i = 0; i < n; i++) {
    const left = a[p * n + i]!;
    const right = a[r * n + i]!;
    a[p * n + i] = c * left - s * right;
    a[r * n + i] = s * left + c * right;
    const qLeft = q[i * n + p]!;
    const qRight = q[i * n + r]!;
    q[i * n + p] = c * qLeft - s * qRight;
    q[i * n + r] = s * qLeft + c * qRight;
  }
  a[p * n + r] = 0;
  a[r * n + p] = 0;
}
