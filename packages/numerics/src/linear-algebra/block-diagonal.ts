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

/** The named rows of a matrix, in the order named. */
export function rowsAt(matrix: Matrix, at: readonly number[]): Matrix {
  const result = zeros(at.length, matrix.columns);
  at.forEach((row, i) => {
    const from = row * matrix.columns;
    result.values.set(matrix.values.subarray(from, from + matrix.columns), i * matrix.columns);
  });
  return result;
}
