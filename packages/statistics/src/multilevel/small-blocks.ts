import { takeMany, takeOne, takeTwo } from "./block-roots.ts";

/** The arithmetic of one group: its sums S, its effects through E and Λ. Blocks are small, and there are many. */

/** Work space for the groups of one factor. */
export interface BlockSpace {
  readonly size: number;
  readonly effects: number;
  /** Each column of E is 1 at one place, and a middle at the constant. */
  readonly places: Int32Array;
  readonly middles: Float64Array;
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
  const places = Int32Array.from({ length: effects }, (_, j) => {
    for (let i = size - 1; i > 0; i--) if (basis[i * effects + j] !== 0) return i;
    return 0;
  });
  return {
    size,
    effects,
    places,
    middles: Float64Array.from(places, (place, j) => (place === 0 ? 0 : basis[j]!)),
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
  const { size, effects: q, places, middles, sums, reached, inner } = space;
  for (let j = 0; j < q; j++) {
    const place = places[j]!;
    const middle = middles[j]!;
    for (let i = 0; i < size; i++) reached[i * q + j] = sums[i * size + place]! + middle * sums[i * size]!;
  }
  for (let i = 0; i < q; i++) {
    const from = places[i]! * q;
    const middle = middles[i]!;
    for (let j = 0; j < q; j++) inner[i * q + j] = reached[from + j]! + middle * reached[j]!;
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
