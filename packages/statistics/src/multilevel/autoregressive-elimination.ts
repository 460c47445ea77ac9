/** The relative factor Λ of one level, lower triangular, row after row: effects have covariance σ²ΛΛᵀ. */
export type RelativeFactor = Float64Array;

/** What taking the effects of one group out of the normal equations leaves behind. */
export interface Eliminated {
  /** L of ΛᵀZᵀV⁻¹ZΛ + I. */
  readonly factor: Float64Array;
  /** L⁻¹ΛᵀZᵀV⁻¹ times everything that stands after the effects. */
  readonly rest: Float64Array;
}

/** Room for the elimination of a group with `size` effects before `after` further columns. */
export function roomFor(size: number, after: number): Eliminated {
  return { factor: new Float64Array(size * size), rest: new Float64Array(size * after) };
}

/**
 * Takes `size` columns from `start` out of the products of a group, which stand from `at` on and keep what is left for
 * the columns after them. Gives log|ΛᵀZᵀV⁻¹ZΛ + I|, or NaN where the equations break down; the room holds the rest.
 */
export function eliminate(
  products: Float64Array,
  at: number,
  width: number,
  start: number,
  lambda: RelativeFactor,
  size: number,
  { factor, rest }: Eliminated,
): number {
  const after = width - start - size;
  factor.fill(0);
  rest.fill(0);
  // ΛᵀM for the rows of the effects, first over their own columns and then over those after them.
  for (let i = 0; i < size; i++) {
    for (let k = i; k < size; k++) {
      const scale = lambda[k * size + i]!;
      if (scale === 0) continue;
      const from = at + (start + k) * width + start;
      for (let j = 0; j < size; j++) factor[i * size + j]! += scale * products[from + j]!;
      for (let j = 0; j < after; j++) rest[i * after + j]! += scale * products[from + size + j]!;
    }
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) {
      let value = i === j ? 1 : 0;
      for (let k = j; k < size; k++) value += factor[i * size + k]! * lambda[k * size + j]!;
      factor[i * size + j] = value;
    }
  }
  let logDeterminant = 0;
  for (let j = 0; j < size; j++) {
    let pivot = factor[j * size + j]!;
    for (let k = 0; k < j; k++) pivot -= factor[j * size + k]! ** 2;
    if (!(pivot > 0)) return Number.NaN;
    const root = Math.sqrt(pivot);
    logDeterminant += 2 * Math.log(root);
    factor[j * size + j] = root;
    for (let i = j + 1; i < size; i++) {
      let value = factor[i * size + j]!;
      for (let k = 0; k < j; k++) value -= factor[i * size + k]! * factor[j * size + k]!;
      factor[i * size + j] = value / root;
    }
    for (let c = 0; c < after; c++) {
      let value = rest[j * after + c]!;
      for (let k = 0; k < j; k++) value -= factor[j * size + k]! * rest[k * after + c]!;
      rest[j * after + c] = value / root;
    }
  }
  for (let k = 0; k < size; k++) {
    for (let i = 0; i < after; i++) {
      const scale = rest[k * after + i]!;
      if (scale === 0) continue;
      const into = at + (start + size + i) * width + start + size;
      for (let j = 0; j < after; j++) products[into + j]! -= scale * rest[k * after + j]!;
    }
  }
  return logDeterminant;
}
