import { type Eliminated, eliminate, type RelativeFactor, roomFor } from "./autoregressive-elimination.ts";
import type { SeriesSums } from "./autoregressive-sums.ts";
import type { WhitenedSums } from "./autoregressive-whitening.ts";
import type { MultilevelMethod } from "./fit.ts";

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
