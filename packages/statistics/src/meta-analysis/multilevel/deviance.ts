import {
  cholesky,
  crossProduct,
  inverseFromCholesky,
  type Matrix,
  multiplyVector,
  zeros,
} from "@concord/numerics";
import { logDeterminantOfCrossProduct, type Regression } from "../regression.ts";
import type { CovarianceStructure, SolvedCovariance } from "./covariance.ts";
import type { GroupLevel } from "./nested-groups.ts";

export type Likelihood = "ML" | "REML";

/** Generalised least squares at one set of variance components. */
export interface ComponentFit {
  readonly components: readonly number[];
  /** Coefficients in the orthonormal basis, and their covariance. */
  readonly coordinates: Float64Array;
  readonly inverse: Matrix;
  /** M⁻¹Q. */
  readonly solvedBasis: Matrix;
  /** Py = M⁻¹(y − Qγ). */
  readonly projected: Float64Array;
  readonly ofGroups: readonly Float64Array[];
  /** y′Py. */
  readonly squares: number;
  readonly logLikelihood: { readonly ML: number; readonly REML: number };
}

const LOG_TWO_PI = Math.log(2 * Math.PI);

/** The fit, and both log-likelihoods, at these components. */
export function fitComponents(
  regression: Regression,
  structure: CovarianceStructure,
  components: readonly number[],
): ComponentFit {
  const { k, p, basis, estimates } = regression;
  const joined = zeros(k, p + 1);
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) joined.values[i * (p + 1) + a] = basis.values[i * p + a]!;
    joined.values[i * (p + 1) + p] = estimates[i]!;
  }
  const covariance: SolvedCovariance = structure.solve(components, joined);
  const solvedBasis = zeros(k, p);
  const solvedEstimates = new Float64Array(k);
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) solvedBasis.values[i * p + a] = covariance.solved.values[i * (p + 1) + a]!;
    solvedEstimates[i] = covariance.solved.values[i * (p + 1) + p]!;
  }
  const information = crossProduct(basis, solvedBasis);
  const factored = cholesky(information);
  if (factored.kind === "not-positive-definite") throw new RangeError("the coefficients are not determined");
  const inverse = inverseFromCholesky(factored.factor);
  const target = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    for (let a = 0; a < p; a++) target[a]! += solvedBasis.values[i * p + a]! * estimates[i]!;
  }
  const coordinates = multiplyVector(inverse, target);
  const projected = new Float64Array(k);
  let squares = 0;
  for (let i = 0; i < k; i++) {
    let fitted = 0;
    let residual = estimates[i]!;
    for (let a = 0; a < p; a++) {
      fitted += solvedBasis.values[i * p + a]! * coordinates[a]!;
      residual -= basis.values[i * p + a]! * coordinates[a]!;
    }
    projected[i] = solvedEstimates[i]! - fitted;
    squares += projected[i]! * residual;
  }
  const whole = logDeterminantOfCrossProduct(regression);
  const ML = -0.5 * (k * LOG_TWO_PI + covariance.logDeterminant + squares);
  const restricted =
    (k - p) * LOG_TWO_PI - whole + covariance.logDeterminant + (factored.logDeterminant + whole) + squares;
  return {
    components,
    coordinates,
    inverse,
    solvedBasis,
    projected,
    ofGroups: covariance.ofGroups,
    squares,
    logLikelihood: { ML, REML: -0.5 * restricted },
  };
}

/** How −2 log L changes with each component. */
export function slopes(
  regression: Regression,
  levels: readonly GroupLevel[],
  fit: ComponentFit,
  method: Likelihood,
): readonly number[] {
  const { p } = regression;
  return levels.map((level, l) => {
    const { ofBasis, ofProjected } = groupSums(level, fit, p);
    let slope = 0;
    for (const value of fit.ofGroups[l]!) slope += value;
    for (const value of ofProjected) slope -= value * value;
    if (method === "REML") {
      for (let g = 0; g < level.groups.length; g++) slope -= quadraticAt(ofBasis, g, fit.inverse, p);
    }
    return slope;
  });
}

/**
 * The average of observed and expected information, q′Pq with q = ZZ′Py: Gilmour AR, Thompson R, Cullis BR (1995).
 * Biometrics 51: 1440–1450. It needs no traces.
 */
export function averageInformation(
  regression: Regression,
  structure: CovarianceStructure,
  levels: readonly GroupLevel[],
  fit: ComponentFit,
): Matrix {
  const { k, p } = regression;
  const count = levels.length;
  const q = zeros(k, count);
  levels.forEach((level, l) => {
    const { ofProjected } = groupSums(level, fit, p);
    for (let i = 0; i < k; i++) q.values[i * count + l] = ofProjected[level.groupOf[i]!]!;
  });
  const solved = structure.solve(fit.components, q).solved;
  const whole = crossProduct(q, solved);
  const onBasis = crossProduct(fit.solvedBasis, q);
  const result = zeros(count, count);
  for (let a = 0; a < count; a++) {
    for (let b = 0; b < count; b++) {
      let value = whole.values[a * count + b]!;
      for (let i = 0; i < p; i++) {
        for (let j = 0; j < p; j++) {
          value -=
            onBasis.values[i * count + a]! * fit.inverse.values[i * p + j]! * onBasis.values[j * count + b]!;
        }
      }
      result.values[a * count + b] = value;
    }
  }
  return result;
}

/** For each group of a level, the sums of M⁻¹Q and of Py over its rows. */
export function groupSums(
  { groups, groupOf }: GroupLevel,
  fit: ComponentFit,
  p: number,
): { readonly ofBasis: Float64Array; readonly ofProjected: Float64Array } {
  const ofBasis = new Float64Array(groups.length * p);
  const ofProjected = new Float64Array(groups.length);
  for (let i = 0; i < groupOf.length; i++) {
    const group = groupOf[i]!;
    ofProjected[group]! += fit.projected[i]!;
    for (let a = 0; a < p; a++) ofBasis[group * p + a]! += fit.solvedBasis.values[i * p + a]!;
  }
  return { ofBasis, ofProjected };
}

/** t′Gt for the sums t of one group. */
export function quadraticAt(sums: Float64Array, group: number, inverse: Matrix, p: number): number {
  let total = 0;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++)
      total += sums[group * p + a]! * inverse.values[a * p + b]! * sums[group * p + b]!;
  }
  return total;
}
