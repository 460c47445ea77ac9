import {
  cholesky,
  identity,
  type Matrix,
  multiply,
  multiplyVector,
  orthogonalBasis,
  solveCholesky,
  solveUpper,
  traceOfProduct,
  transpose,
  zeros,
} from "@concord/numerics";
import type { Effect } from "./effect.ts";

/**
 * Effects on moderators, ready to be weighted again and again: the columns are made orthonormal once, so that every
 * weighted fit solves a small well-conditioned system in time proportional to the number of studies.
 */
export interface Regression {
  readonly k: number;
  readonly p: number;
  readonly estimates: Float64Array;
  readonly variances: Float64Array;
  /** k × p, orthonormal. */
  readonly basis: Matrix;
  /** X = basis · triangle. */
  readonly triangle: Matrix;
}

export type PreparedRegression =
  | { readonly kind: "prepared"; readonly regression: Regression }
  | { readonly kind: "rank-deficient"; readonly redundant: readonly number[] };

/** The effects over a design; a column that repeats others is named instead. */
export function prepareRegression(effects: readonly Effect[], design?: Matrix): PreparedRegression {
  const k = effects.length;
  const estimates = new Float64Array(k);
  const variances = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    estimates[i] = effects[i]!.estimate;
    variances[i] = effects[i]!.variance;
  }
  if (design === undefined) {
    const basis = zeros(k, 1);
    basis.values.fill(1 / Math.sqrt(k));
    const triangle = zeros(1, 1);
    triangle.values[0] = Math.sqrt(k);
    return { kind: "prepared", regression: { k, p: 1, estimates, variances, basis, triangle } };
  }
  const decomposition = orthogonalBasis(design);
  if (decomposition.kind === "rank-deficient") {
    return { kind: "rank-deficient", redundant: decomposition.redundant };
  }
  const { basis, triangle } = decomposition;
  return { kind: "prepared", regression: { k, p: design.columns, estimates, variances, basis, triangle } };
}

/** 1/(vᵢ + τ²). */
export function inverseVarianceWeights(regression: Regression, betweenStudyVariance: number): Float64Array {
  const { k, variances } = regression;
  const weights = new Float64Array(k);
  for (let i = 0; i < k; i++) weights[i] = 1 / (variances[i]! + betweenStudyVariance);
  return weights;
}

/** A weighted fit in the orthonormal basis. */
export interface WeightedFit {
  readonly weights: Float64Array;
  readonly residuals: Float64Array;
  /** Σ w e² = y′Py */
  readonly weightedSquares: number;
  /** (Q′WQ)⁻¹ */
  readonly inverse: Matrix;
  /** log |Q′WQ| */
  readonly logDeterminant: number;
  /** The coefficients of the basis. */
  readonly coordinates: Float64Array;
}

/** Weighted least squares of the effects. */
export function weightedFit(regression: Regression, weights: Float64Array): WeightedFit {
  const { k, p, estimates } = regression;
  const q = regression.basis.values;
  if (p === 1) return weightedFitOfOne(regression, weights);
  const crossed = zeros(p, p);
  const target = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    const w = weights[i]!;
    for (let a = 0; a < p; a++) {
      const left = w * q[i * p + a]!;
      target[a]! += left * estimates[i]!;
      for (let b = 0; b <= a; b++) crossed.values[a * p + b]! += left * q[i * p + b]!;
    }
  }
  mirror(crossed);
  const factored = cholesky(crossed);
  if (factored.kind === "not-positive-definite") {
    throw new RangeError("a weighted fit requires weights that leave every coefficient determined");
  }
  const inverse = solveCholesky(factored.factor, identity(p));
  const coordinates = multiplyVector(inverse, target);
  // One step of refinement: the coordinates gain back what the small system rounded away.
  let residuals = residualsOf(regression, coordinates);
  const rest = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) rest[a]! += weights[i]! * q[i * p + a]! * residuals[i]!;
  }
  const correction = multiplyVector(inverse, rest);
  for (let a = 0; a < p; a++) coordinates[a]! += correction[a]!;
  residuals = residualsOf(regression, coordinates);
  return {
    weights,
    residuals,
    weightedSquares: weightedSquareSum(weights, residuals),
    inverse,
    logDeterminant: factored.logDeterminant,
    coordinates,
  };
}

function weightedFitOfOne(regression: Regression, weights: Float64Array): WeightedFit {
  const { k, estimates } = regression;
  const q = regression.basis.values;
  let total = 0;
  let target = 0;
  for (let i = 0; i < k; i++) {
    const left = weights[i]! * q[i]!;
    total += left * q[i]!;
    target += left * estimates[i]!;
  }
  let coordinate = target / total;
  let rest = 0;
  for (let i = 0; i < k; i++) rest += weights[i]! * q[i]! * (estimates[i]! - coordinate * q[i]!);
  coordinate += rest / total;
  const residuals = new Float64Array(k);
  for (let i = 0; i < k; i++) residuals[i] = estimates[i]! - coordinate * q[i]!;
  const inverse = zeros(1, 1);
  inverse.values[0] = 1 / total;
  return {
    weights,
    residuals,
    weightedSquares: weightedSquareSum(weights, residuals),
    inverse,
    logDeterminant: Math.log(total),
    coordinates: Float64Array.of(coordinate),
  };
}

/** Py for P = W − WX(X′WX)⁻¹X′W and any y. */
export function project(regression: Regression, fit: WeightedFit, y: Float64Array): Float64Array {
  const { k, p } = regression;
  const q = regression.basis.values;
  const target = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    const weighted = fit.weights[i]! * y[i]!;
    for (let a = 0; a < p; a++) target[a]! += q[i * p + a]! * weighted;
  }
  const coordinates = multiplyVector(fit.inverse, target);
  const result = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let fitted = 0;
    for (let a = 0; a < p; a++) fitted += q[i * p + a]! * coordinates[a]!;
    result[i] = fit.weights[i]! * (y[i]! - fitted);
  }
  return result;
}

/** tr P and tr P², each in time proportional to k. */
export interface Traces {
  readonly trace: number;
  readonly traceOfSquare: number;
}

export function tracesOf(regression: Regression, fit: WeightedFit): Traces {
  const { k, p } = regression;
  const q = regression.basis.values;
  if (p === 1) return tracesOfOne(q, fit);
  const second = zeros(p, p);
  const third = zeros(p, p);
  let sum = 0;
  let sumOfSquares = 0;
  for (let i = 0; i < k; i++) {
    const w = fit.weights[i]!;
    sum += w;
    sumOfSquares += w * w;
    for (let a = 0; a < p; a++) {
      const left = w * w * q[i * p + a]!;
      for (let b = 0; b <= a; b++) {
        const value = left * q[i * p + b]!;
        second.values[a * p + b]! += value;
        third.values[a * p + b]! += w * value;
      }
    }
  }
  mirror(second);
  mirror(third);
  const scaled = multiply(fit.inverse, second);
  return {
    trace: sum - traceOfProduct(fit.inverse, second),
    traceOfSquare: sumOfSquares - 2 * traceOfProduct(fit.inverse, third) + traceOfProduct(scaled, scaled),
  };
}

function tracesOfOne(q: Float64Array, { weights, inverse }: WeightedFit): Traces {
  let sum = 0;
  let sumOfSquares = 0;
  let second = 0;
  let third = 0;
  for (let i = 0; i < weights.length; i++) {
    const w = weights[i]!;
    const square = w * w;
    const own = square * q[i]! * q[i]!;
    sum += w;
    sumOfSquares += square;
    second += own;
    third += w * own;
  }
  const factor = inverse.values[0]!;
  return {
    trace: sum - factor * second,
    traceOfSquare: sumOfSquares - 2 * factor * third + (factor * second) ** 2,
  };
}

/** β from the coordinates of the basis. */
export function coefficientsOf(regression: Regression, fit: WeightedFit): Float64Array {
  const column: Matrix = { rows: regression.p, columns: 1, values: fit.coordinates };
  return solveUpper(regression.triangle, column).values;
}

/** R⁻¹MR⁻ᵀ: a covariance of the coordinates as one of the coefficients. */
export function covarianceOfCoefficients(regression: Regression, ofCoordinates: Matrix): Matrix {
  const half = solveUpper(regression.triangle, ofCoordinates);
  return solveUpper(regression.triangle, transpose(half));
}

/** log |X′X|. */
export function logDeterminantOfCrossProduct(regression: Regression): number {
  let total = 0;
  for (let j = 0; j < regression.p; j++)
    total += 2 * Math.log(regression.triangle.values[j * regression.p + j]!);
  return total;
}

function residualsOf(regression: Regression, coordinates: Float64Array): Float64Array {
  const { k, p, estimates } = regression;
  const q = regression.basis.values;
  const residuals = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    let fitted = 0;
    for (let a = 0; a < p; a++) fitted += q[i * p + a]! * coordinates[a]!;
    residuals[i] = estimates[i]! - fitted;
  }
  return residuals;
}

function weightedSquareSum(weights: Float64Array, residuals: Float64Array): number {
  let total = 0;
  for (let i = 0; i < weights.length; i++) total += weights[i]! * residuals[i]! * residuals[i]!;
  return total;
}

function mirror(matrix: Matrix): void {
  const n = matrix.rows;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < a; b++) matrix.values[b * n + a] = matrix.values[a * n + b]!;
  }
}
