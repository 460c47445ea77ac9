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

/** The arithmetic of one group: its sums S, its effects through E and Λ. Blocks are small, and there are many. */

/** Work space for the groups of one factor. */
export interface BlockSpace {
  readonly size: number;
  readonly effects: number;
  /** What is not zero in E: column j has `weights[k]` at `places[k]` for k from `starts[j]` to before `starts[j + 1]`. */
  readonly starts: Int32Array;
  readonly places: Int32Array;
  readonly weights: Float64Array;
  /** S, square. */
  readonly sums: Float64Array;
  /** SE, then (S − SEHE′S)E. */
  readonly reached: Float64Array;
  /** E′SE. */
  readonly inner: Float64Array;
  /** I + Λ′E′SEΛ, then its Cholesky factor L. */
  readonly factor: Float64Array;
  /** ΛL⁻ᵀ, whose product with its transpose is H = Λ(I + Λ′E′SEΛ)⁻¹Λ′. */
  readonly root: Float64Array;
  /** SEΛL⁻ᵀ. */
  readonly taken: Float64Array;
  readonly product: Float64Array;
}

export function blockSpace(size: number, effects: number, basis: Float64Array): BlockSpace {
  const starts = new Int32Array(effects + 1);
  const places: number[] = [];
  const weights: number[] = [];
  for (let j = 0; j < effects; j++) {
    for (let i = 0; i < size; i++) {
      if (basis[i * effects + j] === 0) continue;
      places.push(i);
      weights.push(basis[i * effects + j]!);
    }
    starts[j + 1] = places.length;
  }
  return {
    size,
    effects,
    starts,
    places: Int32Array.from(places),
    weights: Float64Array.from(weights),
    sums: new Float64Array(size * size),
    reached: new Float64Array(size * effects),
    inner: new Float64Array(effects * effects),
    factor: new Float64Array(effects * effects),
    root: new Float64Array(effects * effects),
    taken: new Float64Array(size * effects),
    product: new Float64Array(effects * effects),
  };
}

/** Takes a packed upper triangle into S. */
export function unpack({ size, sums }: BlockSpace, packed: Float64Array, from: number): void {
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
 * Takes the effects of one group out of its sums: S′ = S − SE H E′S with H = Λ(I + Λ′E′SEΛ)⁻¹Λ′. S stands unpacked;
 * S′ is left as S and `taken`, whose product with its transpose is the difference. Returns |I + Λ′E′SEΛ|.
 */
export function eliminateBlock(space: BlockSpace, loadings: Float64Array): number {
  const { size, effects: q, starts, places, weights, sums, reached, inner } = space;
  for (let j = 0; j < q; j++) {
    const end = starts[j + 1]!;
    for (let i = 0; i < size; i++) {
      let value = 0;
      for (let k = starts[j]!; k < end; k++) value += weights[k]! * sums[i * size + places[k]!]!;
      reached[i * q + j] = value;
    }
  }
  for (let i = 0; i < q; i++) {
    const end = starts[i + 1]!;
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let k = starts[i]!; k < end; k++) value += weights[k]! * reached[places[k]! * q + j]!;
      inner[i * q + j] = value;
    }
  }
  // Most groups have one effect or two: their loops are written out.
  if (q === 1) return takeOne(space, loadings);
  if (q === 2) return takeTwo(space, loadings);
  return takeMany(space, loadings);
}

/** Adds S′ of an eliminated block to packed sums. */
export function addRemainder(
  { size, effects: q, sums, taken }: BlockSpace,
  to: Float64Array,
  from: number,
): void {
  let at = from;
  for (let j = 0; j < size; j++) {
    for (let i = 0; i <= j; i++) {
      let value = sums[i * size + j]!;
      for (let m = 0; m < q; m++) value -= taken[i * q + m]! * taken[j * q + m]!;
      to[at++]! += value;
    }
  }
}

/** H of an eliminated block. */
export function conditionalCovariance(
  { effects: q, root }: BlockSpace,
  into: Float64Array,
  from: number,
): void {
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += root[i * q + m]! * root[j * q + m]!;
      into[from + i * q + j] = value;
    }
  }
}

// The middle of an elimination: from S E in `reached` and E′SE in `inner` to ΛL⁻ᵀ in `root`, SEΛL⁻ᵀ in `taken` and
// S′E in `reached`, with LL′ = I + Λ′E′SEΛ. Each returns |LL′|. One and two effects are written out: there are many groups.

function takeOne({ size, reached, inner, root, taken }: BlockSpace, loadings: Float64Array): number {
  const loading = loadings[0]!;
  const pivot = 1 + loading * loading * inner[0]!;
  const own = loading / Math.sqrt(pivot);
  root[0] = own;
  for (let i = 0; i < size; i++) {
    const value = reached[i]!;
    taken[i] = value * own;
    reached[i] = value / pivot;
  }
  return pivot;
}

function takeTwo({ size, reached, inner, root, taken }: BlockSpace, loadings: Float64Array): number {
  const l00 = loadings[0]!;
  const l01 = loadings[1]!;
  const l10 = loadings[2]!;
  const l11 = loadings[3]!;
  const t00 = inner[0]!;
  const t10 = inner[2]!;
  const t11 = inner[3]!;
  const u00 = t00 * l00 + t10 * l10;
  const u01 = t00 * l01 + t10 * l11;
  const u10 = t10 * l00 + t11 * l10;
  const u11 = t10 * l01 + t11 * l11;
  const first = 1 + l00 * u00 + l10 * u10;
  const f00 = Math.sqrt(first);
  const f10 = (l01 * u00 + l11 * u10) / f00;
  const second = 1 + l01 * u01 + l11 * u11 - f10 * f10;
  const f11 = Math.sqrt(second);
  const r00 = l00 / f00;
  const r01 = (l01 - r00 * f10) / f11;
  const r10 = l10 / f00;
  const r11 = (l11 - r10 * f10) / f11;
  root[0] = r00;
  root[1] = r01;
  root[2] = r10;
  root[3] = r11;
  const p00 = t00 * r00 + t10 * r10;
  const p01 = t00 * r01 + t10 * r11;
  const p10 = t10 * r00 + t11 * r10;
  const p11 = t10 * r01 + t11 * r11;
  for (let i = 0; i < size; i++) {
    const a = reached[2 * i]!;
    const b = reached[2 * i + 1]!;
    const c = a * r00 + b * r10;
    const d = a * r01 + b * r11;
    taken[2 * i] = c;
    taken[2 * i + 1] = d;
    reached[2 * i] = a - c * p00 - d * p01;
    reached[2 * i + 1] = b - c * p10 - d * p11;
  }
  return first * second;
}

function takeMany(space: BlockSpace, loadings: Float64Array): number {
  const { size, effects: q, reached, inner, root, taken, product } = space;
  const determinant = rootOfMany(space, loadings);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += reached[i * q + m]! * root[m * q + j]!;
      taken[i * q + j] = value;
    }
  }
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += inner[i * q + m]! * root[m * q + j]!;
      product[i * q + j] = value;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < q; j++) {
      let value = reached[i * q + j]!;
      for (let m = 0; m < q; m++) value -= taken[i * q + m]! * product[j * q + m]!;
      reached[i * q + j] = value;
    }
  }
  return determinant;
}

/** L of I + Λ′E′SEΛ, and ΛL⁻ᵀ. */
function rootOfMany(
  { effects: q, inner, factor, root, product }: BlockSpace,
  loadings: Float64Array,
): number {
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = 0;
      for (let m = 0; m < q; m++) value += inner[i * q + m]! * loadings[m * q + j]!;
      product[i * q + j] = value;
    }
  }
  let determinant = 1;
  for (let j = 0; j < q; j++) {
    for (let i = j; i < q; i++) {
      let value = i === j ? 1 : 0;
      for (let m = 0; m < q; m++) value += loadings[m * q + i]! * product[m * q + j]!;
      for (let m = 0; m < j; m++) value -= factor[i * q + m]! * factor[j * q + m]!;
      if (i === j) {
        determinant *= value;
        factor[j * q + j] = Math.sqrt(value);
      } else factor[i * q + j] = value / factor[j * q + j]!;
    }
  }
  for (let i = 0; i < q; i++) {
    for (let j = 0; j < q; j++) {
      let value = loadings[i * q + j]!;
      for (let m = 0; m < j; m++) value -= root[i * q + m]! * factor[j * q + m]!;
      root[i * q + j] = value / factor[j * q + j]!;
    }
  }
  return determinant;
}
