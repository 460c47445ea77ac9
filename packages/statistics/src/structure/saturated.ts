import type { GroupData, Pattern } from "./moments.ts";
import { positiveInverse } from "./positive-inverse.ts";

/** Means and covariances (n in the denominator) of one group, free of any model. */
export interface Saturated {
  readonly mean: Float64Array;
  /** Row after row. */
  readonly covariance: Float64Array;
  /** Σ n (log|S| + tr(S₀S⁻¹) + …) over patterns: −2 log likelihood without its constant. */
  readonly deviance: number;
}

export type SaturatedResult =
  | ({ readonly kind: "saturated" } & Saturated)
  /** A variable does not vary, or is the sum of others, or there are too few rows. */
  | { readonly kind: "not-positive-definite"; readonly variable: number }
  | { readonly kind: "unsettled" };

/**
 * The moments that make the data likeliest: those of the rows when all are complete; with missing answers the
 * EM steps of Dempster AP, Laird NM, Rubin DB (1977, J R Stat Soc B 39: 1–38), until nothing moves.
 */
export function saturatedMoments({ patterns, count }: GroupData, p: number): SaturatedResult {
  const [only] = patterns;
  if (patterns.length === 1 && only!.at.length === p) {
    const { mean, covariance } = only!;
    const inverted = positiveInverse(covariance, p);
    if (typeof inverted === "number") return { kind: "not-positive-definite", variable: inverted };
    return { kind: "saturated", mean, covariance, deviance: count * (inverted.logDeterminant + p) };
  }
  let mean = new Float64Array(p);
  let covariance = new Float64Array(p * p);
  for (let j = 0; j < p; j++) {
    const alone = univariate(patterns, j);
    if (!(alone.variance > 0)) return { kind: "not-positive-definite", variable: j };
    mean[j] = alone.mean;
    covariance[j * p + j] = alone.variance;
  }
  for (let step = 0; step < 20_000; step++) {
    const next = improved(patterns, count, mean, covariance, p);
    if (next.kind !== "improved") return next;
    let moved = 0;
    for (let i = 0; i < p; i++) {
      const scale = Math.sqrt(covariance[i * p + i]!);
      moved = Math.max(moved, Math.abs(next.mean[i]! - mean[i]!) / scale);
      for (let j = 0; j <= i; j++) {
        const difference = Math.abs(next.covariance[i * p + j]! - covariance[i * p + j]!);
        moved = Math.max(moved, difference / (scale * Math.sqrt(covariance[j * p + j]!)));
      }
    }
    ({ mean, covariance } = next);
    if (moved < 1e-10) return { kind: "saturated", mean, covariance, deviance: next.deviance };
  }
  return { kind: "unsettled" };
}

/** Mean and variance of one variable over the rows that answered it. */
export function univariate(
  patterns: readonly Pattern[],
  variable: number,
): { readonly count: number; readonly mean: number; readonly variance: number } {
  const parts = patterns.flatMap(({ at, count, mean, covariance }) => {
    const i = at.indexOf(variable);
    return i < 0 ? [] : [{ count, mean: mean[i]!, variance: covariance[i * at.length + i]! }];
  });
  const count = parts.reduce((total, part) => total + part.count, 0);
  const mean = parts.reduce((total, part) => total + part.count * part.mean, 0) / count;
  const squares = parts.reduce(
    (total, part) => total + part.count * (part.variance + (part.mean - mean) ** 2),
    0,
  );
  return { count, mean, variance: squares / count };
}

type Step =
  | {
      readonly kind: "improved";
      readonly mean: Float64Array<ArrayBuffer>;
      readonly covariance: Float64Array<ArrayBuffer>;
      /** Of the moments before the step. */
      readonly deviance: number;
    }
  | { readonly kind: "not-positive-definite"; readonly variable: number };

/** Fills what is missing with its expectation given what is there, and takes the moments of that. */
function improved(
  patterns: readonly Pattern[],
  count: number,
  mean: Float64Array,
  covariance: Float64Array,
  p: number,
): Step {
  const sums = new Float64Array(p);
  const products = new Float64Array(p * p);
  let deviance = 0;
  for (const pattern of patterns) {
    const { at } = pattern;
    const k = at.length;
    const answered = new Float64Array(k * k);
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++) answered[i * k + j] = covariance[at[i]! * p + at[j]!]!;
    const inverted = positiveInverse(answered, k);
    if (typeof inverted === "number") return { kind: "not-positive-definite", variable: at[inverted]! };
    const { inverse, logDeterminant } = inverted;
    const residual = pattern.mean.map((value, i) => value - mean[at[i]!]!);
    // R: the regression of every variable on those answered; the identity for these themselves.
    const regression = new Float64Array(p * k);
    for (let v = 0; v < p; v++) {
      for (let j = 0; j < k; j++) {
        let value = 0;
        for (let i = 0; i < k; i++) value += covariance[v * p + at[i]!]! * inverse[i * k + j]!;
        regression[v * k + j] = value;
      }
    }
    const centred = new Float64Array(k * k);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j < k; j++) {
        centred[i * k + j] = pattern.covariance[i * k + j]! + residual[i]! * residual[j]!;
        deviance += pattern.count * inverse[i * k + j]! * centred[i * k + j]!;
      }
    }
    deviance += pattern.count * logDeterminant;
    const half = new Float64Array(p * k);
    for (let v = 0; v < p; v++) {
      for (let i = 0; i < k; i++) {
        const factor = regression[v * k + i]!;
        sums[v]! += pattern.count * factor * residual[i]!;
        for (let j = 0; j < k; j++) half[v * k + j]! += factor * centred[i * k + j]!;
      }
    }
    for (let v = 0; v < p; v++) {
      for (let w = 0; w <= v; w++) {
        let value = covariance[v * p + w]!;
        for (let j = 0; j < k; j++)
          value +=
            half[v * k + j]! * regression[w * k + j]! - regression[v * k + j]! * covariance[at[j]! * p + w]!;
        products[v * p + w]! += pattern.count * value;
      }
    }
  }
  const shift = sums.map((value) => value / count);
  const next = new Float64Array(p * p);
  for (let v = 0; v < p; v++) {
    for (let w = 0; w <= v; w++) {
      const value = products[v * p + w]! / count - shift[v]! * shift[w]!;
      next[v * p + w] = value;
      next[w * p + v] = value;
    }
  }
  return { kind: "improved", mean: shift.map((value, i) => value + mean[i]!), covariance: next, deviance };
}
