import {
  cholesky,
  inverseFromCholesky,
  type Matrix,
  solveLower,
  solveLowerTransposed,
} from "@concord/numerics";
import type { Eliminated, Elimination } from "../elimination/elimination.ts";
import type { MultilevelMethod } from "../model.ts";
import { type FixedPart, loadingsOf, type RandomPart, slopesInTheta } from "./problem.ts";

/** β and what is left of y, given V = W′M⁻¹W. */
export interface FixedSolution {
  readonly coefficients: Float64Array;
  /** (X′M⁻¹X)⁻¹. */
  readonly inverse: Matrix;
  readonly logDeterminant: number;
  /** r′M⁻¹r. */
  readonly residualSum: number;
  /** r = Wc: c = e − Fβ. */
  readonly residual: Float64Array;
}

/** Generalised least squares in the sums V; undefined where X′M⁻¹X is not positive definite. */
export function solveFixed(part: FixedPart, remainder: Float64Array): FixedSolution | undefined {
  const { size, effects: p, basis, outcome } = part;
  const reached = new Float64Array(size * p);
  const target = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    for (let m = 0; m < size; m++) {
      const value = remainder[i * size + m]!;
      target[i]! += value * outcome[m]!;
      for (let j = 0; j < p; j++) reached[i * p + j]! += value * basis[m * p + j]!;
    }
  }
  const gram: Matrix = { rows: p, columns: p, values: new Float64Array(p * p) };
  const cross: Matrix = { rows: p, columns: 1, values: new Float64Array(p) };
  let total = 0;
  for (let m = 0; m < size; m++) {
    total += outcome[m]! * target[m]!;
    for (let i = 0; i < p; i++) {
      const factor = basis[m * p + i]!;
      if (factor === 0) continue;
      cross.values[i]! += factor * target[m]!;
      for (let j = 0; j < p; j++) gram.values[i * p + j]! += factor * reached[m * p + j]!;
    }
  }
  const factored = cholesky(gram);
  if (factored.kind === "not-positive-definite") return undefined;
  const half = solveLower(factored.factor, cross);
  const coefficients = solveLowerTransposed(factored.factor, half).values;
  const explained = half.values.reduce((sum, value) => sum + value * value, 0);
  const residual = outcome.map((value, i) => {
    let fitted = 0;
    for (let j = 0; j < p; j++) fitted += basis[i * p + j]! * coefficients[j]!;
    return value - fitted;
  });
  return {
    coefficients,
    inverse: inverseFromCholesky(factored.factor),
    logDeterminant: factored.logDeterminant,
    residualSum: total - explained,
    residual,
  };
}

/** A value of −2 log-likelihood with its slopes in log|M|, which is 1, in V and in σ. */
export interface Criterion {
  readonly value: number;
  readonly inRemainder: () => Float64Array;
  readonly inDeviation: number;
}

/**
 * −2 log-likelihood: n log 2πσ² + log|M| + r′M⁻¹r / σ² for ML; for REML with n − p for n and log|X′M⁻¹X| added. Where
 * no σ is given it is the likeliest: σ² = r′M⁻¹r / n, or / (n − p).
 *
 * Bates D et al. (2015). J Stat Softw 67(1), equations 34 and 41.
 */
export function criterionOf(
  part: FixedPart,
  logDeterminant: number,
  solution: FixedSolution,
  method: MultilevelMethod,
  deviation?: number,
): Criterion {
  const { residualSum } = solution;
  const degrees = method === "REML" ? part.rows - part.effects : part.rows;
  const variance = deviation === undefined ? residualSum / degrees : deviation ** 2;
  const restricted = method === "REML" ? solution.logDeterminant : 0;
  return {
    value: degrees * Math.log(2 * Math.PI * variance) + residualSum / variance + logDeterminant + restricted,
    inRemainder: () => slopeInRemainder(part, solution, 1 / variance, method === "REML"),
    inDeviation: (2 * (degrees - residualSum / variance)) / Math.sqrt(variance),
  };
}

/** cc′ / σ², and F(X′M⁻¹X)⁻¹F′ under REML: β moves nothing to first order. */
function slopeInRemainder(
  { size, effects: p, basis }: FixedPart,
  { residual, inverse }: FixedSolution,
  precision: number,
  isRestricted: boolean,
): Float64Array {
  const slope = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < size; j++) slope[i * size + j] = precision * residual[i]! * residual[j]!;
  }
  if (!isRestricted) return slope;
  for (let i = 0; i < size; i++) {
    for (let a = 0; a < p; a++) {
      const left = basis[i * p + a]!;
      if (left === 0) continue;
      for (let j = 0; j < size; j++) {
        for (let b = 0; b < p; b++) {
          slope[i * size + j]! += left * inverse.values[a * p + b]! * basis[j * p + b]!;
        }
      }
    }
  }
  return slope;
}

/** −2 log-likelihood as a function of Λ and perhaps σ, with its slopes. */
export interface Deviance {
  readonly at: (loadings: readonly Float64Array[], deviation?: number) => DevianceAt;
  readonly evaluations: () => number;
}

export interface DevianceAt {
  /** Infinite where the criterion has no value. */
  readonly value: number;
  readonly solution: FixedSolution | undefined;
  readonly eliminated: Eliminated;
  /** In the elements of each Λ; to be asked before the next value. Not numbers where the criterion has no value. */
  readonly slopes: () => readonly Float64Array[];
  readonly inDeviation: number;
}

export function devianceOf(elimination: Elimination, fixed: FixedPart, method: MultilevelMethod): Deviance {
  let evaluations = 0;
  return {
    evaluations: () => evaluations,
    at: (loadings, deviation) => {
      evaluations++;
      const eliminated = elimination.eliminate(loadings);
      const solution = solveFixed(fixed, eliminated.remainder);
      const criterion: Criterion | undefined =
        solution === undefined
          ? undefined
          : criterionOf(fixed, eliminated.logDeterminant, solution, method, deviation);
      return {
        value:
          criterion === undefined || Number.isNaN(criterion.value)
            ? Number.POSITIVE_INFINITY
            : criterion.value,
        solution,
        eliminated,
        slopes: () =>
          criterion === undefined
            ? loadings.map(({ length }) => new Float64Array(length).fill(Number.NaN))
            : elimination.slopes(eliminated, criterion.inRemainder()),
        inDeviation: criterion?.inDeviation ?? Number.NaN,
      };
    },
  };
}

/** The profiled criterion over θ: one place is remembered, so that slopes after a value cost no second elimination. */
export function profiledDeviance(deviance: Deviance, random: RandomPart) {
  let last: { readonly theta: readonly number[]; readonly at: DevianceAt } | undefined;
  const at = (theta: readonly number[]): DevianceAt => {
    const known = last?.theta.every((value, i) => value === theta[i]);
    if (last === undefined || !known)
      last = { theta: [...theta], at: deviance.at(loadingsOf(random, theta)) };
    return last.at;
  };
  return {
    at,
    value: (theta: readonly number[]) => at(theta).value,
    slopes: (theta: readonly number[]) => slopesInTheta(random, at(theta).slopes()),
  };
}
