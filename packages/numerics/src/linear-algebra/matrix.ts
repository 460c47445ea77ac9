/** A dense matrix, row after row. Small by intent: coefficients and clusters, never rows of data by rows of data. */
export interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** A matrix of zeros. */
export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** The identity. */
export function identity(size: number): Matrix {
  const result = zeros(size, size);
  for (let i = 0; i < size; i++) result.values[i * size + i] = 1;
  return result;
}

/** A matrix from its rows, all of one length. */
export function matrixOf(rows: readonly (readonly number[])[]): Matrix {
  const columns = rows[0]?.length ?? 0;
  const result = zeros(rows.length, columns);
  rows.forEach((row, i) => {
    if (row.length !== columns) {
      throw new RangeError(
        `matrix requires rows of one length: row ${i} has ${row.length}, the first ${columns}`,
      );
    }
    result.values.set(row, i * columns);
  });
  return result;
}

/** The rows as plain lists. */
export function rowsOf(matrix: Matrix): number[][] {
  return Array.from({ length: matrix.rows }, (_, i) =>
    Array.from(matrix.values.subarray(i * matrix.columns, (i + 1) * matrix.columns)),
  );
}

/** One entry. */
export function entry(matrix: Matrix, row: number, column: number): number {
  return matrix.values[row * matrix.columns + column]!;
}

/** The main diagonal. */
export function diagonalOf(matrix: Matrix): number[] {
  const size = Math.min(matrix.rows, matrix.columns);
  return Array.from({ length: size }, (_, i) => entry(matrix, i, i));
}

/** Aᵀ. */
export function transpose(a: Matrix): Matrix {
  const result = zeros(a.columns, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) result.values[j * a.rows + i] = a.values[i * a.columns + j]!;
  }
  return result;
}

/** AB. */
export function multiply(a: Matrix, b: Matrix): Matrix {
  if (a.columns !== b.rows) {
    throw new RangeError(
      `multiply requires inner sizes to agree: ${a.rows}×${a.columns} by ${b.rows}×${b.columns}`,
    );
  }
  const result = zeros(a.rows, b.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) {
      const factor = a.values[i * a.columns + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        result.values[i * b.columns + j]! += factor * b.values[k * b.columns + j]!;
      }
    }
  }
  return result;
}

/** Ax. */
export function multiplyVector(a: Matrix, x: ArrayLike<number>): Float64Array {
  if (a.columns !== x.length) {
    throw new RangeError(`multiplyVector requires sizes to agree: ${a.rows}×${a.columns} by ${x.length}`);
  }
  const result = new Float64Array(a.rows);
  for (let i = 0; i < a.rows; i++) {
    let total = 0;
    for (let j = 0; j < a.columns; j++) total += a.values[i * a.columns + j]! * x[j]!;
    result[i] = total;
  }
  return result;
}

/** AᵀB, without forming Aᵀ. */
export function crossProduct(a: Matrix, b: Matrix): Matrix {
  if (a.rows !== b.rows) throw new RangeError(`crossProduct requires as many rows: ${a.rows} and ${b.rows}`);
  const result = zeros(a.columns, b.columns);
  for (let r = 0; r < a.rows; r++) {
    for (let i = 0; i < a.columns; i++) {
      const factor = a.values[r * a.columns + i]!;
      if (factor === 0) continue;
      for (let j = 0; j < b.columns; j++) {
        result.values[i * b.columns + j]! += factor * b.values[r * b.columns + j]!;
      }
    }
  }
  return result;
}

/** A + factor·B. */
export function addScaled(a: Matrix, b: Matrix, factor: number): Matrix {
  if (a.rows !== b.rows || a.columns !== b.columns) {
    throw new RangeError(`addScaled requires one shape: ${a.rows}×${a.columns} and ${b.rows}×${b.columns}`);
  }
  return {
    rows: a.rows,
    columns: a.columns,
    values: a.values.map((value, i) => value + factor * b.values[i]!),
  };
}

/** xᵀAy. */
export function bilinear(x: ArrayLike<number>, a: Matrix, y: ArrayLike<number>): number {
  let total = 0;
  for (let i = 0; i < a.rows; i++) {
    let row = 0;
    for (let j = 0; j < a.columns; j++) row += a.values[i * a.columns + j]! * y[j]!;
    total += x[i]! * row;
  }
  return total;
}

/** The sum of the diagonal of AB for square matrices, without forming the product. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let total = 0;
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.columns; j++) total += a.values[i * a.columns + j]! * b.values[j * b.columns + i]!;
  }
  return total;
}

/** Fills a square matrix above its diagonal with what stands below it; for symmetric sums of which only half was taken. */
export function mirrorLower(values: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) values[i * size + j] = values[j * size + i]!;
  }
}
