import { mirrorLower, multiply, multiplyVector, traceOfProduct, zeros } from "@concord/numerics";
import type { Regression } from "./regression.ts";
import type { WeightedFit } from "./weighted-fit.ts";

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
  mirrorLower(second.values, p);
  mirrorLower(third.values, p);
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
