/** One judged example: what was seen, as numbers, and whether it was so. */
export interface Example {
  readonly features: readonly number[];
  readonly outcome: boolean;
}

/** log-odds = intercept + Σ weight · feature. */
export interface LogisticModel {
  readonly intercept: number;
  readonly weights: readonly number[];
  readonly settled: boolean;
}

/** An intercept this many times as free as a weight. */
const interceptFreedom = 30;

/**
 * How do features speak for an outcome, when there may be more features than examples?
 *
 * Logistic regression with normal priors: weight j ~ N(prior j, 1/firmness). Solved by reweighted least squares
 * over the examples (Hastie, Tibshirani & Friedman 2009, The Elements of Statistical Learning, pp. 120–122, in
 * the kernel form of p. 659): log-odds = X·prior + K·α with K = XXᵀ/firmness, and (K + W⁻¹)α = z − X·prior at
 * each step. With no examples the prior comes back; with firmness above 0 an answer always exists, separated
 * outcomes included. The cost grows with the cube of the number of examples.
 */
export function fitLogistic(
  examples: readonly Example[],
  prior: LogisticModel,
  firmness: number,
  limit = 30,
): LogisticModel {
  const outcomes = examples.map(({ outcome }) => outcome);
  return fitTogether(
    examples.map(({ features }) => features),
    [{ outcomes, prior }],
    firmness,
    limit,
  )[0]!;
}

/** The same for several outcomes of the same examples: what the examples share is worked out once. */
export function fitTogether(
  features: readonly (readonly number[])[],
  questions: readonly { readonly outcomes: readonly boolean[]; readonly prior: LogisticModel }[],
  firmness: number,
  limit = 30,
): readonly LogisticModel[] {
  if (!(firmness > 0)) throw new RangeError(`fitLogistic requires a firmness above 0: ${firmness}`);
  const rows = features.map((row) => Float64Array.from(row));
  const kernel = kernelOf(rows, firmness);
  return questions.map(({ outcomes, prior }) => {
    const offset = Float64Array.from(features, (row) => logOdds(prior, row));
    const { alpha, settled } = solve(kernel, offset, outcomes, limit);
    const weights = prior.weights.map(
      (weight, j) => weight + rows.reduce((sum, row, at) => sum + alpha[at]! * row[j]!, 0) / firmness,
    );
    const lift = alpha.reduce((sum, each) => sum + each, 0) * (interceptFreedom / firmness);
    return { intercept: prior.intercept + lift, weights, settled };
  });
}

function solve(
  kernel: readonly Float64Array[],
  offset: Float64Array,
  outcomes: readonly boolean[],
  limit: number,
): { readonly alpha: Float64Array; readonly settled: boolean } {
  let odds = offset;
  let alpha = new Float64Array(offset.length);
  let settled = offset.length === 0;
  for (let step = 0; step < limit && !settled; step++) {
    const curvature = odds.map((each) => Math.max(1e-6, logistic(each) * (1 - logistic(each))));
    const right = odds.map(
      (each, at) => each - offset[at]! + ((outcomes[at] === true ? 1 : 0) - logistic(each)) / curvature[at]!,
    );
    alpha = solvePositive(
      kernel.map((row, at) => {
        const own = row.slice();
        own[at]! += 1 / curvature[at]!;
        return own;
      }),
      right,
    );
    const next = offset.map((each, at) => each + dot(kernel[at]!, alpha));
    const before = odds;
    settled = next.every((each, at) => Math.abs(each - before[at]!) < 1e-7 * (1 + Math.abs(each)));
    odds = next;
  }
  return { alpha, settled };
}

export function logOdds(model: LogisticModel, features: readonly number[]): number {
  let sum = model.intercept;
  for (let at = 0; at < model.weights.length; at++) sum += model.weights[at]! * features[at]!;
  return sum;
}

export const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

function kernelOf(rows: readonly Float64Array[], firmness: number): readonly Float64Array[] {
  const kernel = rows.map(() => new Float64Array(rows.length));
  rows.forEach((first, i) => {
    for (let j = 0; j <= i; j++) {
      const value = (interceptFreedom + dot(first, rows[j]!)) / firmness;
      kernel[i]![j] = value;
      kernel[j]![i] = value;
    }
  });
  return kernel;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

/** Cholesky's factor in place of the matrix, then two substitutions. */
function solvePositive(matrix: readonly Float64Array[], right: Float64Array): Float64Array<ArrayBuffer> {
  const size = right.length;
  for (let i = 0; i < size; i++) {
    const row = matrix[i]!;
    for (let j = 0; j <= i; j++) {
      const other = matrix[j]!;
      let sum = row[j]!;
      for (let k = 0; k < j; k++) sum -= row[k]! * other[k]!;
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / other[j]!;
    }
  }
  const x = Float64Array.from(right);
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= matrix[i]![k]! * x[k]!;
    x[i]! /= matrix[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= matrix[k]![i]! * x[k]!;
    x[i]! /= matrix[i]![i]!;
  }
  return x;
}
