import type { PathModel } from "./path-model.ts";

/** The matrices of one group at given values of the parameters; square ones row after row over all variables. */
export interface Implied {
  readonly size: number;
  /** B = (I − A)⁻¹: total effects. */
  readonly total: Float64Array;
  readonly directed: Float64Array;
  readonly symmetric: Float64Array;
  /** BSB′. */
  readonly covariance: Float64Array;
  /** Bm. */
  readonly mean: Float64Array;
}

/** What the model says about one group, or undefined where I − A has no inverse. */
export function impliedBy(model: PathModel, values: ArrayLike<number>, group: number): Implied | undefined {
  const n = model.variables.length;
  const directed = new Float64Array(n * n);
  const symmetric = new Float64Array(n * n);
  const own = new Float64Array(n);
  const put = (place: string, row: number, column: number, value: number) => {
    if (place === "mean") own[row] = value;
    else if (place === "directed") directed[row * n + column] = value;
    else {
      symmetric[row * n + column] = value;
      symmetric[column * n + row] = value;
    }
  };
  for (const { place, row, column, value } of model.fixed[group]!) put(place, row, column, value);
  for (const { place, row, column, parameter } of model.free[group]!)
    put(place, row, column, values[parameter]!);
  const total =
    model.order === undefined ? inverseOfDifference(directed, n) : totalEffects(directed, n, model.order);
  if (total === undefined) return undefined;
  const half = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      const factor = total[i * n + k]!;
      if (factor === 0) continue;
      for (let j = 0; j < n; j++) half[i * n + j]! += factor * symmetric[k * n + j]!;
    }
  }
  const covariance = new Float64Array(n * n);
  const mean = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = 0;
      for (let k = 0; k < n; k++) value += half[i * n + k]! * total[j * n + k]!;
      covariance[i * n + j] = value;
      covariance[j * n + i] = value;
    }
    let value = 0;
    for (let k = 0; k < n; k++) value += total[i * n + k]! * own[k]!;
    mean[i] = value;
  }
  return { size: n, total, directed, symmetric, covariance, mean };
}

/** Without loops each variable is itself plus what explains it: B's rows follow from those before. */
function totalEffects(directed: Float64Array, n: number, order: readonly number[]): Float64Array {
  const total = new Float64Array(n * n);
  for (const i of order) {
    total[i * n + i] = 1;
    for (let k = 0; k < n; k++) {
      const effect = directed[i * n + k]!;
      if (effect === 0) continue;
      for (let j = 0; j < n; j++) total[i * n + j]! += effect * total[k * n + j]!;
    }
  }
  return total;
}

/** With feedback: Gauss and Jordan on I − A, the largest pivot first. */
function inverseOfDifference(directed: Float64Array, n: number): Float64Array | undefined {
  const a = directed.map((value, at) => (at % (n + 1) === 0 ? 1 - value : -value));
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) inverse[i * n + i] = 1;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let i = c + 1; i < n; i++) if (Math.abs(a[i * n + c]!) > Math.abs(a[pivot * n + c]!)) pivot = i;
    if (Math.abs(a[pivot * n + c]!) < 1e-12) return undefined;
    for (let j = 0; j < n; j++) {
      [a[c * n + j], a[pivot * n + j]] = [a[pivot * n + j]!, a[c * n + j]!];
      [inverse[c * n + j], inverse[pivot * n + j]] = [inverse[pivot * n + j]!, inverse[c * n + j]!];
    }
    const scale = 1 / a[c * n + c]!;
    for (let j = 0; j < n; j++) {
      a[c * n + j]! *= scale;
      inverse[c * n + j]! *= scale;
    }
    for (let i = 0; i < n; i++) {
      const factor = a[i * n + c]!;
      if (i === c || factor === 0) continue;
      for (let j = 0; j < n; j++) {
        a[i * n + j]! -= factor * a[c * n + j]!;
        inverse[i * n + j]! -= factor * inverse[c * n + j]!;
      }
    }
  }
  return inverse;
}
