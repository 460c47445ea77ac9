import type { MultilevelMethod } from "../model.ts";
import type { SeriesSums } from "./data.ts";

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
function roomFor(size: number, after: number): Eliminated {
  return { factor: new Float64Array(size * size), rest: new Float64Array(size * after) };
}

/**
 * Takes `size` columns from `start` out of the products of a group, which stand from `at` on and keep what is left for
 * the columns after them. Gives log|ΛᵀZᵀV⁻¹ZΛ + I|, or NaN where the equations break down; the room holds the rest.
 */
function eliminate(
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

/** The sums of products of whitened rows at one φ: group after group of the lowest level, row after row. */
export interface WhitenedSums {
  readonly sums: SeriesSums;
  readonly products: Float64Array;
  /** log|R| of the residuals' correlations. */
  readonly logDeterminant: number;
}

/** Σ (wₜ − φᵈwₛ)(wₜ − φᵈwₛ)ᵀ / (1 − φ²ᵈ) per group, combined from the sums over pairs d places apart. */
export function whitenedSums(sums: SeriesSums, correlation: number): WhitenedSums {
  const square = sums.width * sums.width;
  const products = new Float64Array(sums.groups.length * square);
  sums.groups.forEach((group, own) => {
    const at = own * square;
    for (const { gap, later, crossed, earlier } of group) {
      if (gap === 0) {
        for (let i = 0; i < square; i++) products[at + i]! += later[i]!;
        continue;
      }
      const reach = correlation ** gap;
      const weight = 1 / (1 - reach * reach);
      for (let i = 0; i < square; i++)
        products[at + i]! += weight * (later[i]! - reach * (crossed[i]! - reach * earlier[i]!));
    }
  });
  let logDeterminant = 0;
  for (const [gap, pairs] of sums.pairs) logDeterminant += pairs * Math.log1p(-(correlation ** (2 * gap)));
  return { sums, products, logDeterminant };
}

/** Whitened sums that remember the last φ: slopes in other parameters ask for the same again and again. */
export function rememberingWhitening(sums: SeriesSums): (correlation: number) => WhitenedSums {
  let last: { readonly correlation: number; readonly whitened: WhitenedSums } | undefined;
  return (correlation) => {
    if (last?.correlation !== correlation) last = { correlation, whitened: whitenedSums(sums, correlation) };
    return last.whitened;
  };
}

/** The minus twice log-likelihood at given Λ and φ, with what is needed to read the rest off it. */
export interface SeriesDeviance {
  readonly value: number;
  /** Residual sum of squares, penalised. */
  readonly squares: number;
  readonly residualVariance: number;
  /** The triangle of XᵀV⁻¹X over the basis and its solution for the coefficients, both on the scale of the sums. */
  readonly fixedFactor: Float64Array;
  readonly fixedEffects: Float64Array;
  /** Effects of each level from the lowest, group after group, on the scale of the sums. */
  readonly effects: readonly Float64Array[];
}

/**
 * The profiled deviance of a nested mixed model whose residuals are AR(1): β and σ are at their best for Λ and φ.
 *
 * Given whitened sums, each group of the lowest level is taken out of the normal equations by a Cholesky step,
 * what is left of it is added to its group above, and so on to the fixed effects. Without an effect of a level
 * (no random term) the equations are those of generalised least squares. Infinite where a factor breaks down.
 *
 * Bates D, Mächler M, Bolker B, Walker S (2015). J Stat Softw 67(1), eq. 34–42; the whitening: Pinheiro and Bates
 * (2000), 5.3.
 */
export function seriesDeviance(
  { sums, products, logDeterminant: spread }: WhitenedSums,
  sizes: readonly number[],
  factors: readonly RelativeFactor[],
  method: MultilevelMethod,
  withEffects = false,
): SeriesDeviance {
  const { width, fixed, rows } = sums;
  const square = width * width;
  let logDeterminant = spread;
  let below = Float64Array.from(products);
  const kept: Eliminated[][] = [];
  let start = 0;
  for (const [depth, size] of sizes.entries()) {
    const parents = sums.parents[depth]!;
    const above = depth + 1 < sizes.length ? sums.parents[depth + 1]!.length : 1;
    const next = new Float64Array(above * square);
    const eliminated: Eliminated[] = [];
    const after = width - start - size;
    let room = roomFor(size, after);
    for (let group = 0; group < parents.length; group++) {
      if (withEffects) {
        room = roomFor(size, after);
        eliminated.push(room);
      }
      const at = group * square;
      logDeterminant += eliminate(below, at, width, start, factors[depth]!, size, room);
      const into = parents[group]! * square;
      for (let i = (start + size) * width; i < square; i++) next[into + i]! += below[at + i]!;
    }
    if (Number.isNaN(logDeterminant)) return broken(fixed);
    kept.push(eliminated);
    below = next;
    start += size;
  }
  const solved = fixedEffects(below, width, start, fixed);
  if (solved === undefined) return broken(fixed);
  const free = method === "REML" ? rows - fixed : rows;
  const residualVariance = solved.squares / free;
  const value =
    logDeterminant +
    (method === "REML" ? solved.logDeterminant : 0) +
    free * (1 + Math.log(2 * Math.PI * residualVariance));
  return {
    value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value,
    squares: solved.squares,
    residualVariance,
    fixedFactor: solved.factor,
    fixedEffects: solved.coefficients,
    effects: withEffects ? randomEffects(sums, sizes, factors, kept, solved.coefficients) : [],
  };
}

interface SolvedFixed {
  readonly factor: Float64Array;
  readonly coefficients: Float64Array;
  readonly squares: number;
  readonly logDeterminant: number;
}

function fixedEffects(
  products: Float64Array,
  width: number,
  start: number,
  fixed: number,
): SolvedFixed | undefined {
  const factor = new Float64Array(fixed * fixed);
  const solved = new Float64Array(fixed);
  let logDeterminant = 0;
  let squares = products[width * width - 1]!;
  for (let j = 0; j < fixed; j++) {
    for (let i = j; i < fixed; i++) {
      let value = products[(start + i) * width + start + j]!;
      for (let k = 0; k < j; k++) value -= factor[i * fixed + k]! * factor[j * fixed + k]!;
      if (i === j) {
        if (!(value > 0)) return undefined;
        factor[j * fixed + j] = Math.sqrt(value);
        logDeterminant += Math.log(value);
      } else factor[i * fixed + j] = value / factor[j * fixed + j]!;
    }
    let value = products[(start + j) * width + width - 1]!;
    for (let k = 0; k < j; k++) value -= factor[j * fixed + k]! * solved[k]!;
    solved[j] = value / factor[j * fixed + j]!;
    squares -= solved[j]! ** 2;
  }
  if (!(squares > 0)) return undefined;
  const coefficients = backSolved(factor, solved, fixed);
  return { factor, coefficients, squares, logDeterminant };
}

/** Each group's effects given those of the levels above and β: Λ L⁻ᵀ(t_y − Σ t b), from the top down. */
function randomEffects(
  sums: SeriesSums,
  sizes: readonly number[],
  factors: readonly RelativeFactor[],
  kept: readonly (readonly Eliminated[])[],
  coefficients: Float64Array,
): readonly Float64Array[] {
  const found: Float64Array[] = [];
  for (let depth = sizes.length - 1; depth >= 0; depth--) {
    const size = sizes[depth]!;
    const lambda = factors[depth]!;
    const effects = new Float64Array(size * kept[depth]!.length);
    kept[depth]!.forEach(({ factor, rest }, group) => {
      const known: number[] = [];
      let parent = group;
      for (let up = depth + 1; up < sizes.length; up++) {
        parent = sums.parents[up - 1]![parent]!;
        known.push(...found[up]!.subarray(parent * sizes[up]!, (parent + 1) * sizes[up]!));
      }
      known.push(...coefficients);
      const after = known.length + 1;
      const solved = new Float64Array(size);
      for (let i = 0; i < size; i++) {
        let value = rest[i * after + after - 1]!;
        for (let j = 0; j < known.length; j++) value -= rest[i * after + j]! * known[j]!;
        solved[i] = value;
      }
      const spherical = backSolved(factor, solved, size);
      for (let i = 0; i < size; i++)
        for (let k = 0; k <= i; k++) effects[group * size + i]! += lambda[i * size + k]! * spherical[k]!;
    });
    found[depth] = effects;
  }
  return found;
}

/** L⁻ᵀx. */
function backSolved(factor: Float64Array, x: Float64Array, size: number): Float64Array {
  const solved = Float64Array.from(x);
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) solved[i]! -= factor[k * size + i]! * solved[k]!;
    solved[i]! /= factor[i * size + i]!;
  }
  return solved;
}

function broken(fixed: number): SeriesDeviance {
  return {
    value: Number.POSITIVE_INFINITY,
    squares: Number.NaN,
    residualVariance: Number.NaN,
    fixedFactor: new Float64Array(fixed * fixed),
    fixedEffects: new Float64Array(fixed),
    effects: [],
  };
}
