/** One judged example: what was seen, and whether it was so. */
export interface Example {
  readonly features: readonly number[];
  readonly outcome: boolean;
  readonly weight: number;
}

/** The first coefficient is the intercept. */
export interface LogisticModel {
  readonly coefficients: readonly number[];
  readonly settled: boolean;
}

/**
 * How do features speak for an outcome?
 *
 * Maximum a posteriori logistic regression: log-likelihood − ½ Σ λ(β − β₀)², found by Newton's method with
 * halved steps. β₀ is what was believed before (`prior`), λ how firmly; the intercept is held a hundredth as
 * firmly. With no examples the prior comes back; with λ > 0 the answer always exists, separated data included.
 */
export function fitLogistic(
  examples: readonly Example[],
  prior: readonly number[],
  firmness: number,
  limit = 50,
): LogisticModel {
  if (!(firmness > 0)) throw new RangeError(`fitLogistic requires a firmness above 0: ${firmness}`);
  const size = prior.length;
  const penalty = prior.map((_, at) => (at === 0 ? firmness / 100 : firmness));
  let beta = [...prior];
  let value = objective(examples, beta, prior, penalty);
  for (let step = 0; step < limit; step++) {
    const gradient = new Float64Array(size);
    const hessian = Array.from({ length: size }, () => new Float64Array(size));
    for (const { features, outcome, weight } of examples) {
      const p = 1 / (1 + Math.exp(-linear(beta, features)));
      const residual = weight * ((outcome ? 1 : 0) - p);
      const curvature = weight * p * (1 - p);
      for (let i = 0; i < size; i++) {
        const x = valueAt(features, i);
        gradient[i]! += residual * x;
        for (let j = 0; j <= i; j++) hessian[i]![j]! += curvature * x * valueAt(features, j);
      }
    }
    for (let i = 0; i < size; i++) {
      gradient[i]! -= penalty[i]! * (beta[i]! - prior[i]!);
      hessian[i]![i]! += penalty[i]!;
    }
    const move = solve(hessian, gradient);
    let scale = 1;
    let next = beta.map((b, i) => b + scale * move[i]!);
    let better = objective(examples, next, prior, penalty);
    while (better < value && scale > 1e-6) {
      scale /= 2;
      next = beta.map((b, i) => b + scale * move[i]!);
      better = objective(examples, next, prior, penalty);
    }
    const gain = better - value;
    if (better >= value) {
      beta = next;
      value = better;
    }
    if (gain < 1e-10 * (1 + Math.abs(value))) return { coefficients: beta, settled: true };
  }
  return { coefficients: beta, settled: false };
}

export function probability(model: LogisticModel, features: readonly number[]): number {
  return 1 / (1 + Math.exp(-linear(model.coefficients, features)));
}

const valueAt = (features: readonly number[], at: number): number => (at === 0 ? 1 : features[at - 1]!);

function linear(beta: readonly number[], features: readonly number[]): number {
  let sum = beta[0]!;
  for (let i = 1; i < beta.length; i++) sum += beta[i]! * features[i - 1]!;
  return sum;
}

function objective(
  examples: readonly Example[],
  beta: readonly number[],
  prior: readonly number[],
  penalty: readonly number[],
): number {
  let sum = 0;
  for (const { features, outcome, weight } of examples) {
    const eta = linear(beta, features) * (outcome ? 1 : -1);
    // log of the logistic function, safe at both ends.
    sum += weight * (eta > 0 ? -Math.log1p(Math.exp(-eta)) : eta - Math.log1p(Math.exp(eta)));
  }
  beta.forEach((b, i) => {
    sum -= 0.5 * penalty[i]! * (b - prior[i]!) ** 2;
  });
  return sum;
}

/** Cholesky's factor of the lower triangle, then two substitutions. */
function solve(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const factor = lower.map((row) => row.slice());
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = factor[i]![j]!;
      for (let k = 0; k < j; k++) sum -= factor[i]![k]! * factor[j]![k]!;
      factor[i]![j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / factor[j]![j]!;
    }
  }
  const x = right.slice();
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}
