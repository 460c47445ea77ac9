import { type Eliminated, eliminate, type RelativeFactor } from "./autoregressive-elimination.ts";
import type { SeriesSums } from "./autoregressive-sums.ts";
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
 * After whitening the rows, each group of the lowest level is taken out of the normal equations by a Cholesky step,
 * what is left of it is added to its group above, and so on to the fixed effects. Without an effect of a level
 * (no random term) the equations are those of generalised least squares. Infinite where a factor breaks down.
 *
 * Bates D, Mächler M, Bolker B, Walker S (2015). J Stat Softw 67(1), eq. 34–42; the whitening: Pinheiro and Bates
 * (2000), 5.3.
 */
export function seriesDeviance(
  sums: SeriesSums,
  sizes: readonly number[],
  factors: readonly RelativeFactor[],
  correlation: number,
  method: MultilevelMethod,
  withEffects = false,
): SeriesDeviance {
  const { width, fixed, rows } = sums;
  let logDeterminant = 0;
  for (const [gap, pairs] of sums.pairs) logDeterminant += pairs * Math.log1p(-(correlation ** (2 * gap)));
  let below = sums.groups.map((group) => whitened(group, correlation, width));
  const kept: Eliminated[][] = [];
  let start = 0;
  for (const [depth, size] of sizes.entries()) {
    const parents = sums.parents[depth]!;
    const above = 1 + parents.reduce((most, parent) => Math.max(most, parent), 0);
    const next = Array.from({ length: above }, () => new Float64Array(width * width));
    const eliminated: Eliminated[] = [];
    for (const [group, products] of below.entries()) {
      const step = eliminate(products, width, start, size, factors[depth]!);
      if (step === undefined) return broken(fixed);
      logDeterminant += step.logDeterminant;
      if (withEffects) eliminated.push(step);
      const sum = next[parents[group]!]!;
      for (let i = (start + size) * width; i < sum.length; i++) sum[i]! += products[i]!;
    }
    kept.push(eliminated);
    below = next;
    start += size;
  }
  const solved = fixedEffects(total(below, width), width, start, fixed);
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

function whitened(
  group: SeriesSums["groups"][number],
  correlation: number,
  width: number,
): Float64Array<ArrayBuffer> {
  const products = new Float64Array(width * width);
  for (const { gap, later, crossed, earlier } of group) {
    if (gap === 0) {
      for (let i = 0; i < products.length; i++) products[i]! += later[i]!;
      continue;
    }
    const reach = correlation ** gap;
    const weight = 1 / (1 - reach * reach);
    for (let i = 0; i < products.length; i++)
      products[i]! += weight * (later[i]! - reach * (crossed[i]! - reach * earlier[i]!));
  }
  return products;
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

function total(below: readonly Float64Array[], width: number): Float64Array {
  const sum = new Float64Array(width * width);
  for (const products of below) for (let i = 0; i < sum.length; i++) sum[i]! += products[i]!;
  return sum;
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
