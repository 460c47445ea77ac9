import { type Implied, impliedBy } from "./implied.ts";
import type { GroupData, Pattern } from "./moments.ts";
import type { Cell, PathModel } from "./path-model.ts";
import { positiveInverse } from "./positive-inverse.ts";

/** Σ over the variables a pattern answered, inverted, and how far its means are from the model's. */
interface Fitted {
  readonly pattern: Pattern;
  readonly inverse: Float64Array;
  readonly residual: Float64Array;
}

/** The model beside the data of each group. */
export interface Evaluation {
  /** −2 log likelihood without the constant, over the number of rows. */
  readonly deviance: number;
  readonly groups: readonly { readonly implied: Implied; readonly fitted: readonly Fitted[] }[];
}

/**
 * How unlikely are the data under the model? Σ n (log|Σ| + tr(SΣ⁻¹) + (m − μ)′Σ⁻¹(m − μ)) over groups and patterns of
 * answers, over N. Undefined where a Σ is not positive definite.
 */
export function evaluate(
  model: PathModel,
  values: ArrayLike<number>,
  data: readonly GroupData[],
  meanStructure: boolean,
): Evaluation | undefined {
  let deviance = 0;
  let rows = 0;
  const groups: { readonly implied: Implied; readonly fitted: readonly Fitted[] }[] = [];
  for (let g = 0; g < data.length; g++) {
    const implied = impliedBy(model, values, g);
    if (implied === undefined) return undefined;
    const fitted: Fitted[] = [];
    for (const pattern of data[g]!.patterns) {
      const { at, count, mean, covariance } = pattern;
      const k = at.length;
      const sigma = new Float64Array(k * k);
      for (let i = 0; i < k; i++) {
        const from = at[i]! * implied.size;
        for (let j = 0; j < k; j++) sigma[i * k + j] = implied.covariance[from + at[j]!]!;
      }
      const inverted = positiveInverse(sigma, k);
      if (typeof inverted === "number") return undefined;
      const { inverse, logDeterminant } = inverted;
      const residual = new Float64Array(k);
      if (meanStructure) for (let i = 0; i < k; i++) residual[i] = mean[i]! - implied.mean[at[i]!]!;
      let trace = 0;
      for (let i = 0; i < k; i++) {
        for (let j = 0; j < k; j++)
          trace += inverse[i * k + j]! * (covariance[i * k + j]! + residual[i]! * residual[j]!);
      }
      deviance += count * (logDeterminant + trace);
      rows += count;
      fitted.push({ pattern, inverse, residual });
    }
    groups.push({ implied, fitted });
  }
  return Number.isFinite(deviance) ? { deviance: deviance / rows, groups } : undefined;
}

/** Half the slope of the deviance in each cell: −∂ log L/∂ over N. */
export function slopes(
  { groups }: Evaluation,
  data: readonly GroupData[],
  cells: readonly (readonly Cell[])[],
  observed: number,
): readonly Float64Array[] {
  const rows = data.reduce((total, { count }) => total + count, 0);
  return groups.map(({ implied, fitted }, g) => {
    const n = implied.size;
    const pull = new Float64Array(observed * observed);
    const push = new Float64Array(observed);
    for (const { pattern, inverse, residual } of fitted) {
      accumulate(pattern, inverse, residual, pattern.count / rows, pull, push, observed);
    }
    const left = new Float64Array(n * observed);
    const shift = new Float64Array(n);
    for (let i = 0; i < observed; i++) {
      for (let v = 0; v < n; v++) {
        const effect = implied.total[i * n + v]!;
        if (effect === 0) continue;
        shift[v]! += effect * push[i]!;
        for (let j = 0; j < observed; j++) left[v * observed + j]! += effect * pull[i * observed + j]!;
      }
    }
    const times = (matrix: Float64Array, row: number, column: number) => {
      let value = 0;
      for (let j = 0; j < observed; j++) value += left[row * observed + j]! * matrix[j * n + column]!;
      return value;
    };
    return Float64Array.from(cells[g]!, ({ place, row, column }) => {
      if (place === "mean") return -shift[row]!;
      if (place === "directed")
        return times(implied.covariance, row, column) - shift[row]! * implied.mean[column]!;
      return (row === column ? 0.5 : 1) * times(implied.total, row, column);
    });
  });
}

/** Adds weight · (Σ⁻¹ − Σ⁻¹(S + dd′)Σ⁻¹) and weight · Σ⁻¹d of one pattern. */
function accumulate(
  { at, covariance }: Pattern,
  inverse: Float64Array,
  residual: Float64Array,
  weight: number,
  pull: Float64Array,
  push: Float64Array,
  observed: number,
): void {
  const k = at.length;
  const half = new Float64Array(k * k);
  for (let i = 0; i < k; i++) {
    for (let l = 0; l < k; l++) {
      const factor = inverse[i * k + l]!;
      for (let j = 0; j < k; j++)
        half[i * k + j]! += factor * (covariance[l * k + j]! + residual[l]! * residual[j]!);
    }
  }
  // Both factors are symmetric: rows stand for columns, and half of the result for the whole.
  for (let i = 0; i < k; i++) {
    let moved = 0;
    for (let j = 0; j < k; j++) moved += inverse[i * k + j]! * residual[j]!;
    push[at[i]!]! += weight * moved;
    for (let j = 0; j <= i; j++) {
      let value = inverse[i * k + j]!;
      for (let l = 0; l < k; l++) value -= half[i * k + l]! * inverse[j * k + l]!;
      pull[at[i]! * observed + at[j]!]! += weight * value;
      if (j < i) pull[at[j]! * observed + at[i]!]! += weight * value;
    }
  }
}
