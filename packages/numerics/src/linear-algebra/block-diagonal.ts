import { cholesky, solveLower } from "./cholesky.ts";
import { type Matrix, zeros } from "./matrix.ts";

/** A symmetric matrix that is zero outside its blocks: rows of different blocks share nothing. */
export interface BlockDiagonal {
  readonly size: number;
  readonly blocks: readonly Block[];
}

/** One block: the rows it covers in the whole, and its entries. */
export interface Block {
  readonly at: readonly number[];
  readonly values: Matrix;
}

/** L⁻¹B with A = LLᵀ block by block, and log |A|; or the block that is not positive definite. */
export type Whitened =
  | { readonly kind: "whitened"; readonly rows: Matrix; readonly logDeterminant: number }
  | { readonly kind: "not-positive-definite"; readonly block: number };

/**
 * The rows of B whitened by A, so that BᵀA⁻¹B is the cross product of the result with itself. The cost is the sum
 * of the cubes of the block sizes, never the cube of the whole.
 */
export function whiten(a: BlockDiagonal, b: Matrix): Whitened {
  const rows = zeros(b.rows, b.columns);
  let logDeterminant = 0;
  for (let k = 0; k < a.blocks.length; k++) {
    const { at, values } = a.blocks[k]!;
    const factored = cholesky(values);
    if (factored.kind === "not-positive-definite") return { kind: "not-positive-definite", block: k };
    logDeterminant += factored.logDeterminant;
    const solved = solveLower(factored.factor, rowsAt(b, at));
    at.forEach((row, i) => {
      rows.values.set(solved.values.subarray(i * b.columns, (i + 1) * b.columns), row * b.columns);
    });
  }
  return { kind: "whitened", rows, logDeterminant };
}

/** The named rows of a matrix, in the order named. */
export function rowsAt(matrix: Matrix, at: readonly number[]): Matrix {
  const result = zeros(at.length, matrix.columns);
  at.forEach((row, i) => {
    const from = row * matrix.columns;
    result.values.set(matrix.values.subarray(from, from + matrix.columns), i * matrix.columns);
  });
  return result;
}
