import { type Matrix, multiply, transpose } from "@concord/numerics";
import { labelledParameters } from "./constraints.ts";
import { type Dual, evaluateLabels } from "./label-expression.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import type { ParameterTable } from "./parameter-table.ts";
import { cellOf } from "./path-model.ts";
import type { Problem } from "./search.ts";
import { standardizing } from "./standardize.ts";
import type { ModelOperator } from "./syntax/statement.ts";
import { type TestedEstimate, testedEstimate } from "./tested-estimate.ts";

/** One path, or one new quantity, with its uncertainty. */
export interface StructuralEstimate extends TestedEstimate {
  readonly left: string;
  readonly operator: ModelOperator | ":=";
  readonly right: string;
  readonly group: number;
  readonly label: string;
  readonly isFree: boolean;
  /** In standard deviations; NaN where a variance is not positive. */
  readonly standardized: number;
}

/** Every row of the table with its value, its error by the covariances of the parameters and what follows from both. */
export function estimatesOf(
  problem: Problem,
  table: ParameterTable,
  values: Float64Array,
  evaluation: Evaluation,
  covariance: Matrix,
  level: number,
): {
  readonly estimates: readonly StructuralEstimate[];
  readonly explained: readonly {
    readonly variable: string;
    readonly group: number;
    readonly share: number;
  }[];
} {
  const { model } = problem;
  const q = model.parameters;
  const position = new Map(model.variables.map((name, i) => [name, i]));
  const paths = table.rows.map((row, i): StructuralEstimate => {
    const parameter = model.parameterOf[i];
    const fixed = row.value.kind === "fixed" ? row.value.at : 0;
    const estimate = parameter === undefined ? fixed : values[parameter]!;
    const variance = parameter === undefined ? 0 : covariance.values[parameter * q + parameter]!;
    const { implied } = evaluation.groups[row.group]!;
    const { left, operator, right, group, label } = row;
    const scale = standardizing(implied, cellOf(row, position));
    return {
      left,
      operator,
      right,
      group,
      label,
      isFree: parameter !== undefined,
      ...testedEstimate(estimate, Math.sqrt(Math.max(0, variance)), level),
      standardized: estimate === 0 && !Number.isNaN(scale) ? 0 : estimate * scale,
    };
  });
  const labels = labelledParameters(table, model);
  const defined = definitions(table, labels, values, paths);
  const news = defined.map(({ name, expression, dual, standardized }): StructuralEstimate => {
    let variance = 0;
    for (let i = 0; i < q; i++)
      for (let j = 0; j < q; j++)
        variance += dual.slopes[i]! * covariance.values[i * q + j]! * dual.slopes[j]!;
    return {
      left: name,
      operator: ":=",
      right: expression.replace(/\s+/gu, ""),
      group: 0,
      label: name,
      isFree: false,
      ...testedEstimate(dual.value, Math.sqrt(Math.max(0, variance)), level),
      standardized,
    };
  });
  return { estimates: [...paths, ...news], explained: explainedBy(problem, table, evaluation) };
}

/** New quantities may build on those before them. */
function definitions(
  table: ParameterTable,
  labels: ReadonlyMap<string, number>,
  values: Float64Array,
  paths: readonly StructuralEstimate[],
) {
  const q = values.length;
  const raw = new Map<string, Dual>(
    [...labels].map(([label, parameter]) => [label, own(values[parameter]!, parameter, q)]),
  );
  const standard = new Map<string, Dual>(
    [...paths].reverse().flatMap(({ label, standardized }) => {
      return label === "" ? [] : [[label, own(standardized, undefined, q)] as const];
    }),
  );
  for (const { label, estimate } of paths)
    if (label !== "" && !raw.has(label)) raw.set(label, own(estimate, undefined, q));
  return table.definitions.map(({ name, expression }) => {
    const dual = evaluateLabels(expression, (label) => raw.get(label), q);
    const standardized = evaluateLabels(expression, (label) => standard.get(label), q);
    raw.set(name, dual);
    standard.set(name, standardized);
    return { name, expression, dual, standardized: standardized.value };
  });
}

function own(value: number, parameter: number | undefined, q: number): Dual {
  const slopes = new Float64Array(q);
  if (parameter !== undefined) slopes[parameter] = 1;
  return { value, slopes };
}

/** The covariances of all parameters from those of what is free, for one row: TMT′ over N. */
export function parameterCovariances(free: Matrix, spread: Matrix | undefined, rows: number): Matrix {
  const whole = spread === undefined ? free : multiply(spread, multiply(free, transpose(spread)));
  return { ...whole, values: whole.values.map((value) => value / rows) };
}

/** 1 − residual variance over the whole, for whatever has a cause in the model. */
function explainedBy({ model }: Problem, table: ParameterTable, { groups }: Evaluation) {
  const caused = new Set(
    table.rows.flatMap(({ operator, left, right }) =>
      operator === "=~" ? [right] : operator === "~" ? [left] : [],
    ),
  );
  return groups.flatMap(({ implied }, group) =>
    model.variables.flatMap((variable, i) => {
      if (!caused.has(variable)) return [];
      const at = i * implied.size + i;
      return [{ variable, group, share: 1 - implied.symmetric[at]! / implied.covariance[at]! }];
    }),
  );
}
