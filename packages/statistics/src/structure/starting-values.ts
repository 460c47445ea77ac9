import type { ParameterRow, ParameterTable } from "./parameter-table.ts";
import type { PathModel } from "./path-model.ts";
import type { Saturated } from "./saturated.ts";

/**
 * Where the search begins: loadings by the centroid of each factor's indicators, half of each variance unexplained,
 * no regression, means as observed.
 */
export function startingValues(
  table: ParameterTable,
  model: PathModel,
  saturated: readonly Saturated[],
): Float64Array {
  const start = new Float64Array(model.parameters);
  const isObserved = new Map(table.observed.map((name, i) => [name, i]));
  const scales = saturated.map((moments, group) => factorScales(table, moments, group, isObserved));
  const set = new Set<number>();
  table.rows.forEach((row, i) => {
    const parameter = model.parameterOf[i];
    if (parameter === undefined || row.value.kind !== "free") return;
    if (set.has(parameter) && row.value.start === undefined) return;
    set.add(parameter);
    start[parameter] =
      row.value.start ??
      guess(row, saturated[row.group]!, scales[row.group]!, isObserved, table.observed.length);
  });
  return start;
}

interface FactorScale {
  readonly variance: number;
  readonly loadings: ReadonlyMap<string, number>;
}

function guess(
  { left, operator, right }: ParameterRow,
  { mean, covariance }: Saturated,
  scales: ReadonlyMap<string, FactorScale>,
  isObserved: ReadonlyMap<string, number>,
  p: number,
): number {
  const at = isObserved.get(left);
  switch (operator) {
    case "=~":
      return scales.get(left)?.loadings.get(right) ?? 1;
    case "~":
      return 0;
    case "~1":
      return at === undefined ? 0 : mean[at]!;
    case "~~":
      if (left !== right) return 0;
      return at === undefined ? (scales.get(left)?.variance ?? 0.3) : 0.5 * covariance[at * p + at]!;
  }
}

/** Loadings that reproduce the sums of covariances among a factor's indicators, on the scale the model gives it. */
function factorScales(
  table: ParameterTable,
  { covariance }: Saturated,
  group: number,
  isObserved: ReadonlyMap<string, number>,
): ReadonlyMap<string, FactorScale> {
  const p = table.observed.length;
  const scales = new Map<string, FactorScale>();
  for (const factor of table.latent) {
    const rows = table.rows.filter(
      (row) =>
        row.group === group && row.operator === "=~" && row.left === factor && isObserved.has(row.right),
    );
    if (rows.length === 0) continue;
    const at = rows.map(({ right }) => isObserved.get(right)!);
    const raw = centroid(at, covariance, p);
    const marker = rows.findIndex(({ value }) => value.kind === "fixed" && value.at !== 0);
    const fixed = marker < 0 ? undefined : rows[marker]!.value;
    const unit = fixed?.kind === "fixed" ? raw[marker]! / fixed.at : 1;
    const scale = unit === 0 ? 1 : unit;
    scales.set(factor, {
      variance: scale * scale,
      loadings: new Map(rows.map(({ right }, i) => [right, raw[i]! / scale])),
    });
  }
  return scales;
}

function centroid(at: readonly number[], covariance: Float64Array, p: number): readonly number[] {
  const s = (i: number, j: number) => covariance[at[i]! * p + at[j]!]!;
  const own = at.map((_, i) => Math.sqrt(s(i, i)));
  if (at.length === 1) return [Math.SQRT1_2 * own[0]!];
  const signs = at.map((_, i) => (s(0, i) < 0 ? -1 : 1));
  const sums = at.map((_, i) =>
    at.reduce((total, __, j) => (i === j ? total : total + signs[i]! * signs[j]! * s(i, j)), 0),
  );
  const all = sums.reduce((total, value) => total + value, 0);
  return at.map((_, i) => {
    const raw = all > 0 ? sums[i]! / Math.sqrt(all * (1 - 1 / at.length)) : 0.3 * own[i]!;
    const size = Math.min(0.9 * own[i]!, Math.max(0.2 * own[i]!, raw));
    return signs[i]! * size;
  });
}
