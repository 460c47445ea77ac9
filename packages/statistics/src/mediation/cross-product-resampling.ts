import type { FittedLinearModel } from "../regression/linear-model.ts";
import { startsOf } from "./mediated-effects.ts";

/**
 * The slopes of all equations for any resample of the rows, from sums of products.
 *
 * A regression needs its data only through the sums Σx, Σxx′ and Σxy. Each row's contribution to them is laid out once,
 * so that a resample costs one addition per product and drawn row, and a small triangular solve. Columns are centred
 * and scaled beforehand, which keeps the products well conditioned and changes no slope but by its unit.
 */
export interface CrossProducts {
  readonly rows: number;
  /** Of each row: its centred values, then the products that any equation needs. */
  readonly contributions: Float64Array;
  readonly width: number;
  /** As many coefficients as the equations have; intercepts are not computed and stay NaN. */
  readonly coefficientCount: number;
  readonly equations: readonly EquationPlan[];
}

interface EquationPlan {
  readonly columns: readonly number[];
  readonly response: number;
  /** Where the slope of each column goes, and what its unit multiplies it by. */
  readonly targets: readonly number[];
  readonly units: readonly number[];
  /** For each pair of columns, and each column with the response: the place of Σ of their products. */
  readonly pairs: Int32Array;
  readonly size: number;
}

/** Every equation must have an intercept, and all the same rows. */
export function crossProducts(equations: readonly FittedLinearModel[]): CrossProducts {
  const columns = new Map<string, { readonly values: Float64Array; readonly scale: number }>();
  const rows = equations[0]!.n;
  const indexOf = (name: string) => [...columns.keys()].indexOf(name);
  for (const { design, response, values } of equations) {
    if (!design.intercept)
      throw new RangeError("crossProducts requires an intercept in every equation: write no 0 +");
    const width = design.names.length;
    design.names.forEach((name, j) => {
      if (j > 0 && !columns.has(name))
        columns.set(
          name,
          standardised(rows, (i) => design.matrix.values[i * width + j]!),
        );
    });
    if (!columns.has(response))
      columns.set(
        response,
        standardised(rows, (i) => values[i]!),
      );
  }
  const all = [...columns.values()];
  const places = new Map<string, number>();
  const products: (readonly [number, number])[] = [];
  const placeOf = (a: number, b: number) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = all.length + products.length;
    places.set(key, place);
    products.push([a, b]);
    return place;
  };
  const starts = startsOf(equations);
  const plans = equations.map(({ design, response }, at): EquationPlan => {
    const own = design.names.slice(1).map(indexOf);
    const target = indexOf(response);
    const size = own.length;
    const pairs = new Int32Array((size * (size + 1)) / 2 + size);
    let next = 0;
    for (let a = 0; a < size; a++) {
      for (let b = 0; b <= a; b++) pairs[next++] = placeOf(own[a]!, own[b]!);
    }
    for (let a = 0; a < size; a++) pairs[next++] = placeOf(own[a]!, target);
    return {
      columns: own,
      response: target,
      targets: own.map((_, j) => starts[at]! + 1 + j),
      units: own.map((column) => all[target]!.scale / all[column]!.scale),
      pairs,
      size,
    };
  });
  const width = all.length + products.length;
  const contributions = new Float64Array(rows * width);
  for (let i = 0; i < rows; i++) {
    all.forEach(({ values }, j) => {
      contributions[i * width + j] = values[i]!;
    });
    products.forEach(([a, b], k) => {
      contributions[i * width + all.length + k] = all[a]!.values[i]! * all[b]!.values[i]!;
    });
  }
  const coefficientCount = equations.reduce((sum, { coefficients }) => sum + coefficients.length, 0);
  return { rows, contributions, width, coefficientCount, equations: plans };
}

/** Slopes from sums over `count` rows, written into `slopes`; false where a resample determines none. */
export type SlopesFromSums = (sums: Float64Array, count: number, slopes: Float64Array) => boolean;

/** The solver, with its small working space laid out once. */
export function slopeSolver({ equations }: CrossProducts): SlopesFromSums {
  const largest = Math.max(...equations.map(({ size }) => size));
  const factor = new Float64Array(largest * largest);
  const solution = new Float64Array(largest);
  return (sums, count, slopes) => {
    for (const plan of equations) {
      if (!solve(plan, sums, count, factor, solution)) return false;
      for (let j = 0; j < plan.size; j++) slopes[plan.targets[j]!] = solution[j]! * plan.units[j]!;
    }
    return true;
  };
}

/** Cholesky of the centred products, in place; a pivot that rounding could have left counts as nought. */
function solve(
  { columns, response, pairs, size }: EquationPlan,
  sums: Float64Array,
  count: number,
  factor: Float64Array,
  solution: Float64Array,
): boolean {
  let next = 0;
  for (let a = 0; a < size; a++) {
    const sumA = sums[columns[a]!]! / count;
    for (let b = 0; b <= a; b++) factor[a * size + b] = sums[pairs[next++]!]! - sumA * sums[columns[b]!]!;
  }
  const sumY = sums[response]! / count;
  for (let a = 0; a < size; a++) solution[a] = sums[pairs[next++]!]! - sums[columns[a]!]! * sumY;
  for (let a = 0; a < size; a++) {
    for (let b = 0; b <= a; b++) {
      let value = factor[a * size + b]!;
      const own = value;
      for (let k = 0; k < b; k++) value -= factor[a * size + k]! * factor[b * size + k]!;
      if (a !== b) factor[a * size + b] = value / factor[b * size + b]!;
      else if (value > 1e-12 * own && own > 1e-12 * count) factor[a * size + a] = Math.sqrt(value);
      else return false;
    }
    let value = solution[a]!;
    for (let k = 0; k < a; k++) value -= factor[a * size + k]! * solution[k]!;
    solution[a] = value / factor[a * size + a]!;
  }
  for (let a = size - 1; a >= 0; a--) {
    let value = solution[a]!;
    for (let k = a + 1; k < size; k++) value -= factor[k * size + a]! * solution[k]!;
    solution[a] = value / factor[a * size + a]!;
  }
  return true;
}

function standardised(rows: number, numberAt: (row: number) => number) {
  const values = Float64Array.from({ length: rows }, (_, i) => numberAt(i));
  const mean = values.reduce((sum, value) => sum + value, 0) / rows;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const scale = Math.sqrt(squares / rows) || 1;
  for (let i = 0; i < rows; i++) values[i] = (values[i]! - mean) / scale;
  return { values, scale };
}
