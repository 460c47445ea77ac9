import { impliedBy } from "./implied.ts";
import { cellOf } from "./path-model.ts";
import { standardizing } from "./standardize.ts";
import type { FittedStructuralModel } from "./structural-model.ts";
import { type TestedEstimate, testedEstimate } from "./tested-estimate.ts";

/**
 * The standardised paths with errors by the delta method, as lavaan's standardizedSolution(): a path in standard
 * deviations is a function of all parameters, whose slopes are taken by central differences. In the order of the
 * model's rows, without new quantities. NaN where a variance is not positive.
 */
export function standardizedSolution(
  { table, problem, values, parameterCovariance }: FittedStructuralModel,
  level = 0.95,
): readonly TestedEstimate[] {
  const { model } = problem;
  const position = new Map(model.variables.map((name, i) => [name, i]));
  const cells = table.rows.map((row) => cellOf(row, position));
  const at = (point: Float64Array) => {
    const groups = Array.from({ length: model.groups }, (_, g) => impliedBy(model, point, g));
    return table.rows.map((row, i) => {
      const implied = groups[row.group];
      const parameter = model.parameterOf[i];
      const fixed = row.value.kind === "fixed" ? row.value.at : 0;
      const value = parameter === undefined ? fixed : point[parameter]!;
      if (implied === undefined || value === 0) return 0;
      return value * standardizing(implied, cells[i]!);
    });
  };
  const q = model.parameters;
  const slopes = Array.from({ length: q }, (_, parameter) => {
    // A step by the parameter's own uncertainty has its unit; one without any moves nothing below.
    const own = Math.sqrt(Math.max(0, parameterCovariance.values[parameter * q + parameter]!));
    if (!(own > 0)) return table.rows.map(() => 0);
    const step = 1e-4 * own;
    const moved = (by: number) => at(values.map((value, i) => (i === parameter ? value + by : value)));
    const up = moved(step);
    const down = moved(-step);
    return up.map((value, i) => (value - down[i]!) / (2 * step));
  });
  return at(values).map((estimate, i) => {
    let variance = 0;
    for (let a = 0; a < q; a++) {
      const own = slopes[a]![i]!;
      if (own === 0) continue;
      for (let b = 0; b < q; b++) variance += own * parameterCovariance.values[a * q + b]! * slopes[b]![i]!;
    }
    const error = Math.sqrt(Math.max(0, variance));
    // What is standardised to one cannot vary: what is left of its variance is rounding.
    const standardError = error < 1e-7 ? 0 : error;
    return testedEstimate(estimate, standardError, level);
  });
}
