/** The arithmetic of one group: its sums S, its effects through E and Λ. Blocks are small, and there are many. */

/** Work space for groups with `size` columns and `effects` effects. */
export interface BlockSpace {
  readonly size: number;
  readonly effects: number;
  /** S, square. */
  readonly sums: Float64Array;
  /** EΛ. */
  readonly loaded: Float64Array;
  /** SEΛ, then SEΛL⁻ᵀ. */
  readonly crossed: Float64Array;
  /** I + Λ′E′SEΛ, then its Cholesky factor L. */
  readonly factor: Float64Array;
}

export function blockSpace(size: number, effects: number): BlockSpace {
  return {
    size,
    effects,
    sums: new Float64Array(size * size),
    loaded: new Float64Array(size * effects),
    crossed: new Float64Array(size * effects),
    factor: new Float64Array(effects * effects),
  };
}

/** EΛ into the space. */
export function load(space: BlockSpace, basis: Float64Array, loadings: Float64Array): void {
  const { size, effects: q, loaded } = space;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += basis[i * q + m]! * loadings[m * q + j]!;
      loaded[i * q + j] = value;
    }
  }
}

/** Takes a packed upper triangle into S. */
export function unpack(space: BlockSpace, packed: Float64Array, from: number): void {
  const { size, sums } = space;
  let at = from;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      const value = packed[at++]!;
      sums[i * size + j] = value;
      sums[j * size + i] = value;
    }
  }
}

/**
 * S becomes S − SEΛ(I + Λ′E′SEΛ)⁻¹Λ′E′S; `factor` and `crossed` are left as L and SEΛL⁻ᵀ. Returns the determinant of
 * the matrix in the middle.
 */
export function eliminateBlock(space: BlockSpace): number {
  const { size, effects: q, sums, loaded, crossed, factor } = space;
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < size; m++) value += sums[i * size + m]! * loaded[m * q + j]!;
      crossed[i * q + j] = value;
    }
  }
  let determinant = 1;
  for (let j = 0; j < q; j++) {
    for (let i = j; i < q; i++) {
      let value = i === j ? 1 : 0;
      for (let m = 0; m < size; m++) value += loaded[m * q + i]! * crossed[m * q + j]!;
      factor[i * q + j] = value;
    }
  }
  for (let j = 0; j < q; j++) {
    let pivot = factor[j * q + j]!;
    for (let m = 0; m < j; m++) pivot -= factor[j * q + m]! ** 2;
    determinant *= pivot;
    const root = Math.sqrt(pivot);
    factor[j * q + j] = root;
    for (let i = j + 1; i < q; i++) {
      let value = factor[i * q + j]!;
      for (let m = 0; m < j; m++) value -= factor[i * q + m]! * factor[j * q + m]!;
      factor[i * q + j] = value / root;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = crossed[i * q + j]!;
      for (let m = 0; m < j; m++) value -= crossed[i * q + m]! * factor[j * q + m]!;
      crossed[i * q + j] = value / factor[j * q + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let value = sums[i * size + j]!;
      for (let m = 0; m < q; m++) value -= crossed[i * q + m]! * crossed[j * q + m]!;
      sums[i * size + j] = value;
      sums[j * size + i] = value;
    }
  }
  return determinant;
}

/** H = Λ(I + Λ′E′SEΛ)⁻¹Λ′ from the factor of an eliminated block. */
export function conditionalCovariance(space: BlockSpace, loadings: Float64Array): Float64Array {
  const { effects: q, factor } = space;
  const solved = new Float64Array(q * q);
  // Row by row ΛL⁻ᵀ.
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = loadings[i * q + j]!;
      for (let m = 0; m < j; m++) value -= solved[i * q + m]! * factor[j * q + m]!;
      solved[i * q + j] = value / factor[j * q + j]!;
    }
  }
  return multiplySmall(solved, transposeSmall(solved, q, q), q, q, q);
}

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
