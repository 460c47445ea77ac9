import { takeMany, takeOne, takeTwo } from "./block-roots.ts";

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
