import {
  cholesky,
  identity,
  type Matrix,
  mirrorLower,
  multiplyVector,
  solveCholesky,
  solveUpper,
  zeros,
} from "@concord/numerics";
import type { Regression } from "./regression.ts";

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
  mirrorLower(crossed.values, p);
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

/** β from the coordinates of the basis. */
export function coefficientsOf(regression: Regression, fit: Pick<WeightedFit, "coordinates">): Float64Array {
  const column: Matrix = { rows: regression.p, columns: 1, values: fit.coordinates };
  return solveUpper(regression.triangle, column).values;
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
