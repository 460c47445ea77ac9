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

/** Returns the lower triangle L with a diagonal of zero or more and LL′ = BB′, by rotations: no square is taken. */
export function lowerRoot(b: Float64Array, size: number): Float64Array {
  const root = Float64Array.from(b);
  for (let row = 0; row < size; row++) {
    for (let column = row + 1; column < size; column++) {
      const own = root[row * size + row]!;
      const other = root[row * size + column]!;
      const length = Math.hypot(own, other);
      if (other === 0 || length === 0) continue;
      for (let i = row; i < size; i++) {
        const left = root[i * size + row]!;
        const right = root[i * size + column]!;
        root[i * size + row] = (own * left + other * right) / length;
        root[i * size + column] = (own * right - other * left) / length;
      }
      root[row * size + column] = 0;
    }
    if (root[row * size + row]! >= 0) continue;
    for (let i = row; i < size; i++) root[i * size + row]! *= -1;
  }
  return root;
}

/** Returns A⁻¹ of a square matrix of full rank. */
export function inverseSmall(a: Float64Array, size: number): Float64Array {
  const left = Float64Array.from(a);
  const inverse = new Float64Array(size * size);
  for (let i = 0; i < size; i++) inverse[i * size + i] = 1;
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(left[row * size + column]!) > Math.abs(left[pivot * size + column]!)) pivot = row;
    }
    for (const matrix of [left, inverse]) {
      for (let k = 0; k < size; k++) {
        const value = matrix[column * size + k]!;
        matrix[column * size + k] = matrix[pivot * size + k]!;
        matrix[pivot * size + k] = value;
      }
    }
    const divisor = left[column * size + column]!;
    for (const matrix of [left, inverse]) {
      for (let k = 0; k < size; k++) matrix[column * size + k]! /= divisor;
    }
    for (let row = 0; row < size; row++) {
      const factor = left[row * size + column]!;
      if (row === column || factor === 0) continue;
      for (const matrix of [left, inverse]) {
        for (let k = 0; k < size; k++) matrix[row * size + k]! -= factor * matrix[column * size + k]!;
      }
    }
  }
  return inverse;
}
