import { type Matrix, multiply, studentTSurvival, symmetricPower, transpose, zeros } from "@concord/numerics";
import type { FittedMixedModel, FixedEffect } from "../fit.ts";
import { criterionOf, solveFixed } from "../search/deviance.ts";
import { hessianOf } from "../search/optimum.ts";
import { backTransform, loadingsOf, slopesInTheta } from "../search/problem.ts";

/** A fixed effect, or a combination of several, tested by t. */
export interface TestedFixedEffect extends FixedEffect {
  /** Satterthwaite's; infinite where the standard error does not depend on the variances. */
  readonly degreesOfFreedom: number;
  /** Two-sided. */
  readonly p: number;
}

/** A combination of fixed effects: a weight for each, in their order. */
export interface Contrast {
  readonly name: string;
  readonly weights: readonly number[];
}

/**
 * Could the fixed effects be zero? t tests with Satterthwaite's degrees of freedom, df = 2v² / (g′Ag): v is the
 * variance of the estimate, g its slope in θ and σ, and A their covariance, twice the inverse Hessian of −2 log-likelihood.
 *
 * Kuznetsova A, Brockhoff PB, Christensen RHB (2017). J Stat Softw 82(13), section 2. Given contrasts, these are tested
 * instead. A variance on the boundary moves nothing and adds nothing.
 */
export function satterthwaite(
  fit: FittedMixedModel,
  contrasts: readonly Contrast[] = fit.fixed.map(({ name }, j) => ({
    name,
    weights: fit.fixed.map((_, other) => (other === j ? 1 : 0)),
  })),
): readonly TestedFixedEffect[] {
  const p = fit.fixed.length;
  for (const { name, weights } of contrasts) {
    if (weights.length !== p) {
      throw new RangeError(
        `a contrast requires a weight per fixed effect: ${name} has ${weights.length} for ${p}`,
      );
    }
  }
  const covariance = covarianceOfParameters(fit);
  const slopes = slopesOfCovariance(fit);
  return contrasts.map(({ name, weights }): TestedFixedEffect => {
    const estimate = weights.reduce((sum, weight, j) => sum + weight * fit.fixed[j]!.estimate, 0);
    const variance = quadratic(weights, fit.covariance);
    const gradient = slopes.map((slope) => quadratic(weights, slope));
    const spread = quadratic(gradient, covariance);
    const degreesOfFreedom = spread > 0 ? (2 * variance ** 2) / spread : Number.POSITIVE_INFINITY;
    const standardError = Math.sqrt(variance);
    const t = estimate / standardError;
    return {
      name,
      estimate,
      standardError,
      t,
      degreesOfFreedom,
      p: 2 * studentTSurvival(Math.abs(t), degreesOfFreedom),
    };
  });
}

/** A: of θ and σ, in the scale of the computation. */
function covarianceOfParameters({ problem, optimum, method }: FittedMixedModel): Matrix {
  const { elimination, fixed, random } = problem;
  const slopes = (parameters: readonly number[]): readonly number[] => {
    const loadings = loadingsOf(random, parameters.slice(0, -1));
    const eliminated = elimination.eliminate(loadings);
    const solution = solveFixed(fixed, eliminated.remainder)!;
    const criterion = criterionOf(fixed, eliminated.logDeterminant, solution, method, parameters.at(-1)!);
    return [
      ...slopesInTheta(random, elimination.slopes(eliminated, criterion.inRemainder())),
      criterion.inDeviation,
    ];
  };
  const hessian = hessianOf(slopes, [...optimum.theta, optimum.residualDeviation]);
  const n = hessian.length;
  const matrix = zeros(n, n);
  hessian.forEach((row, i) => {
    row.forEach((value, j) => {
      matrix.values[i * n + j] = value / 2;
    });
  });
  return symmetricPower(matrix, -1, 1e-10);
}

/** How the covariance of the fixed effects moves with each element of θ and with σ. */
function slopesOfCovariance({ problem, optimum }: FittedMixedModel): readonly Matrix[] {
  const { elimination, fixed, random, scaled } = problem;
  const p = fixed.effects;
  const deviation = optimum.residualDeviation;
  const back: Matrix = { rows: p, columns: p, values: backTransform(fixed, scaled).linear };
  const asWas = (values: Float64Array) =>
    multiply(multiply(back, { rows: p, columns: p, values }), transpose(back));
  const inverseAt = (theta: readonly number[]) =>
    solveFixed(fixed, elimination.eliminate(loadingsOf(random, theta)).remainder)!.inverse.values;
  const inTheta = optimum.theta.map((value, i) => {
    const h = 1e-4 * Math.max(1, Math.abs(value));
    const moved = (by: number) => inverseAt(optimum.theta.map((other, j) => (j === i ? value + by : other)));
    // Richardson's extrapolation of two central differences.
    const [far, farBelow, near, nearBelow] = [moved(2 * h), moved(-2 * h), moved(h), moved(-h)];
    return asWas(
      near.map(
        (_, k) => (deviation ** 2 * (8 * (near[k]! - nearBelow[k]!) - (far[k]! - farBelow[k]!))) / (12 * h),
      ),
    );
  });
  const inDeviation = asWas(inverseAt(optimum.theta).map((value) => 2 * deviation * value));
  return [...inTheta, inDeviation];
}

function quadratic(weights: readonly number[], matrix: Matrix): number {
  let sum = 0;
  weights.forEach((left, i) => {
    weights.forEach((right, j) => {
      sum += left * right * matrix.values[i * matrix.columns + j]!;
    });
  });
  return sum;
}
