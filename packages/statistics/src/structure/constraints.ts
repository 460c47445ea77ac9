import { type Matrix, multiplyVector, zeros } from "@concord/numerics";
import { evaluateLabels } from "./label-expression.ts";
import type { ParameterTable } from "./parameter-table.ts";
import type { PathModel } from "./path-model.ts";

/** All parameters as affine functions of those left free: θ = Tγ + c. */
export interface Reduction {
  readonly free: number;
  /** T; undefined where every parameter is its own. */
  readonly spread: Matrix | undefined;
  readonly constant: Float64Array;
  /** For each free value a parameter it equals, from which it may start. */
  readonly representative: readonly number[];
}

/**
 * What equalities such as `a == b` or `a == 2*b + 1` leave free. Each is solved for one of its parameters.
 *
 * Only linear equalities are known: others, and those that contradict each other, are the caller's mistake.
 */
export function reductionOf(table: ParameterTable, model: PathModel): Reduction {
  const q = model.parameters;
  const own = Array.from({ length: q }, (_, i) => i);
  if (table.equalities.length === 0)
    return { free: q, spread: undefined, constant: new Float64Array(q), representative: own };
  const labels = labelledParameters(table, model);
  const rows = table.equalities.map(({ left, right }) => linear(`(${left}) - (${right})`, labels, q));
  const pivots = eliminate(rows, q, table);
  const kept = own.filter((i) => !pivots.has(i));
  const spread = zeros(q, kept.length);
  const constant = new Float64Array(q);
  kept.forEach((parameter, column) => {
    spread.values[parameter * kept.length + column] = 1;
  });
  for (const [parameter, row] of pivots) {
    kept.forEach((other, column) => {
      spread.values[parameter * kept.length + column] = -row[other]!;
    });
    constant[parameter] = -row[q]!;
  }
  return { free: kept.length, spread, constant, representative: kept };
}

/** θ at γ. */
export function spreadOut(reduction: Reduction, values: Float64Array): Float64Array {
  if (reduction.spread === undefined) return values;
  return multiplyVector(reduction.spread, values).map((value, i) => value + reduction.constant[i]!);
}

/** The parameter behind each label. */
export function labelledParameters(table: ParameterTable, model: PathModel): ReadonlyMap<string, number> {
  const labels = new Map<string, number>();
  table.rows.forEach(({ label }, i) => {
    const parameter = model.parameterOf[i];
    if (label !== "" && parameter !== undefined) labels.set(label, parameter);
  });
  return labels;
}

/** Coefficients and constant of an expression that must be linear: its slopes may not depend on where they are taken. */
function linear(text: string, labels: ReadonlyMap<string, number>, q: number): Float64Array {
  const at = (point: (i: number) => number) =>
    evaluateLabels(
      text,
      (name) => {
        const parameter = labels.get(name);
        if (parameter === undefined) return undefined;
        const slopes = new Float64Array(q);
        slopes[parameter] = 1;
        return { value: point(parameter), slopes };
      },
      q,
    );
  const here = at((i) => 0.37 + 0.11 * i);
  const there = at((i) => 1.73 - 0.07 * i);
  if (here.slopes.some((slope, i) => !(Math.abs(slope - there.slopes[i]!) <= 1e-9 * (1 + Math.abs(slope)))))
    throw new RangeError(`an equality requires sums and multiples of labels: ${text} == 0`);
  const constant = here.slopes.reduce((rest, slope, i) => rest - slope * (0.37 + 0.11 * i), here.value);
  return Float64Array.of(...here.slopes, constant);
}

/** Gauss and Jordan: each row with the parameter it is solved for. */
function eliminate(
  rows: readonly Float64Array[],
  q: number,
  table: ParameterTable,
): ReadonlyMap<number, Float64Array> {
  const solved = new Map<number, Float64Array>();
  rows.forEach((given, r) => {
    const row = Float64Array.from(given);
    for (const [parameter, other] of solved) {
      const factor = row[parameter]!;
      for (let j = 0; j <= q; j++) row[j]! -= factor * other[j]!;
    }
    let pivot = -1;
    for (let j = 0; j < q; j++) if (Math.abs(row[j]!) > Math.abs(row[pivot] ?? 1e-12)) pivot = j;
    if (pivot < 0) {
      const { left, right } = table.equalities[r]!;
      if (Math.abs(row[q]!) < 1e-12) return;
      throw new RangeError(`equalities require not to contradict each other: ${left} == ${right}`);
    }
    const scale = 1 / row[pivot]!;
    for (let j = 0; j <= q; j++) row[j]! *= scale;
    for (const other of solved.values()) {
      const factor = other[pivot]!;
      for (let j = 0; j <= q; j++) other[j]! -= factor * row[j]!;
    }
    solved.set(pivot, row);
  });
  return solved;
}
