/** Products of matrices of a few rows, row after row: the blocks of groups and factors. */

/** AB for A rows × inner and B inner × columns. */
export function multiplySmall(
  a: Float64Array,
  b: Float64Array,
  rows: number,
  inner: number,
  columns: number,
): Float64Array {
  const product = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let m = 0; m < inner; m++) {
      const factor = a[i * inner + m]!;
      if (factor === 0) continue;
      for (let j = 0; j < columns; j++) product[i * columns + j]! += factor * b[m * columns + j]!;
    }
  }
  return product;
}

/** Aᵀ for A rows × columns. */
export function transposeSmall(a: Float64Array, rows: number, columns: number): Float64Array {
  const transposed = new Float64Array(a.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) transposed[j * rows + i] = a[i * columns + j]!;
  }
  return transposed;
}
