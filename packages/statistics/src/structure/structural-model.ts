import type { Matrix } from "@concord/numerics";
import type { Frame } from "../formula/frame.ts";
import { baselineOf } from "./baseline.ts";
import { reductionOf } from "./constraints.ts";
import { estimatesOf, parameterCovariances, type StructuralEstimate } from "./estimates.ts";
import { type FitMeasures, fitMeasures } from "./fit-measures.ts";
import { inverseInformation } from "./inverse-information.ts";
import { type GroupData, groupData, type MissingRule } from "./moments.ts";
import { namesOf } from "./names.ts";
import type { Evaluation } from "./normal-likelihood.ts";
import { observedInformation } from "./observed-information.ts";
import type { HeldEqual, ModelRules, ParameterTable } from "./parameter-table.ts";
import { pathModel } from "./path-model.ts";
import {
  farFromZero,
  notConverged,
  notIdentified,
  type RefusedStructuralModel,
  refusedMoments,
  withHint,
} from "./refusal.ts";
import { type RobustFit, robustCovariance, robustFit } from "./robust.ts";
import { type Saturated, saturatedMoments } from "./saturated.ts";
import { freeInformation, type Problem, search } from "./search.ts";
import { modelCautions } from "./solution-cautions.ts";
import { spellOut } from "./spell-out.ts";
import { startingValues } from "./starting-values.ts";
import { parseModel } from "./syntax/parse-model.ts";

/** ML with the usual errors; MLR and MLM with errors and χ² that do not lean on normality. */
export type Estimator = "ML" | "MLR" | "MLM";

export interface StructuralOptions {
  readonly form?: ModelRules["form"];
  readonly estimator?: Estimator;
  readonly missing?: MissingRule;
  /** The column whose values part the rows into groups. */
  readonly group?: string;
  readonly heldEqual?: readonly HeldEqual[];
  readonly standardizedFactors?: boolean;
  readonly meanStructure?: boolean;
  readonly fixedExogenous?: boolean;
  readonly freeIntercepts?: boolean;
  /** Coverage of the intervals of estimates; .95 unless said. */
  readonly level?: number;
}

export type { RefusedStructuralModel } from "./refusal.ts";

export type StructuralModel = FittedStructuralModel | RefusedStructuralModel;

export interface FittedStructuralModel {
  readonly kind: "fitted";
  readonly table: ParameterTable;
  readonly groups: readonly { readonly label: string; readonly rows: number }[];
  readonly estimator: Estimator;
  readonly missing: MissingRule;
  readonly steps: number;
  readonly estimates: readonly StructuralEstimate[];
  readonly fit: FitMeasures;
  /** Scaled χ² and what follows from it, for MLR and MLM. */
  readonly robust: RobustFit | undefined;
  /** The share of each explained variable that the model accounts for, group by group. */
  readonly explained: readonly {
    readonly variable: string;
    readonly group: number;
    readonly share: number;
  }[];
  readonly cautions: readonly string[];
  readonly problem: Problem;
  readonly values: Float64Array;
  /** Of all parameters, row after row. */
  readonly parameterCovariance: Matrix;
  readonly evaluation: Evaluation;
  readonly saturated: readonly Saturated[];
}

/**
 * A structural equation model: what measures what, what follows from what, and how well that fits.
 *
 * The model is in lavaan's notation; the estimates are those of maximum likelihood for normal data, by group, on
 * complete rows or on all (full information). Errors come from the expected information, with missing answers from
 * the observed. What cannot be estimated comes back as a named refusal with its reason.
 */
export function structuralModel(
  frame: Frame,
  syntax: string,
  options: StructuralOptions = {},
): StructuralModel {
  const { estimator = "ML", missing = "listwise", group, level = 0.95 } = options;
  if (estimator === "MLM" && missing === "fiml")
    throw new RangeError("MLM requires complete rows: take MLR for missing answers, or listwise");
  const statements = parseModel(syntax);
  const hasMeans = statements.some((statement) => statement.kind === "path" && statement.operator === "~1");
  const form = options.form ?? "cfa";
  const names = namesOf(statements.filter((statement) => statement.kind === "path"));
  const conditional = (options.fixedExogenous ?? true) ? names.observedExogenous : [];
  const data = groupData(frame, names.observed, missing, group, conditional);
  if (data.length === 0)
    return {
      kind: "too-few-rows",
      reason: "no row answers what the model asks for: look at the missing answers",
    };
  const meanStructure =
    options.meanStructure ?? (missing === "fiml" || group !== undefined || form === "growth" || hasMeans);
  const table = spellOut(statements, rulesOf(data.length, meanStructure));
  const saturated: Saturated[] = [];
  for (const own of data) {
    const moments = saturatedMoments(own, table.observed.length);
    if (moments.kind !== "saturated") return refusedMoments(moments, own, table);
    saturated.push(moments);
  }
  return fitted(withExogenous(table, saturated), data, saturated, {
    estimator,
    missing,
    level,
    meanStructure,
  });

  function rulesOf(groups: number, means: boolean): ModelRules {
    return {
      form,
      standardizedFactors: options.standardizedFactors ?? false,
      meanStructure: means,
      fixedExogenous: options.fixedExogenous ?? true,
      freeIntercepts: options.freeIntercepts ?? form !== "lavaan",
      groups,
      heldEqual: options.heldEqual ?? [],
    };
  }
}

interface Setting {
  readonly estimator: Estimator;
  readonly missing: MissingRule;
  readonly level: number;
  readonly meanStructure: boolean;
}

function fitted(
  table: ParameterTable,
  data: readonly GroupData[],
  saturated: readonly Saturated[],
  { estimator, missing, level, meanStructure }: Setting,
): StructuralModel {
  const model = pathModel(table);
  const reduction = reductionOf(table, model);
  const problem: Problem = { model, data, meanStructure, reduction };
  const degrees = momentCount(table) - reduction.free;
  if (degrees < 0)
    return {
      kind: "not-identified",
      reason: `the model asks for ${reduction.free} values of ${momentCount(table)} moments: fix or equate ${-degrees} or more of them`,
    };
  const found = search(problem, startingValues(table, model, saturated));
  const distant = meanStructure ? farFromZero(table, saturated) : "";
  if (found.kind === "unsettled") return withHint(notConverged(found.reason), distant);
  const { values, evaluation, steps } = found;
  const expected = freeInformation(problem, evaluation);
  const identified = inverseInformation(expected);
  if (identified.kind !== "inverse") return withHint(notIdentified(identified, table, problem), distant);
  const isObserved = missing === "fiml" || estimator === "MLR";
  const information = isObserved ? observedInformation(problem, values) : expected;
  const inverse = information === undefined ? undefined : inverseInformation(information);
  if (inverse?.kind !== "inverse") return withHint(notConverged("limit"), distant);
  const rows = data.reduce((total, { count }) => total + count, 0);
  const covariance =
    estimator === "ML" ? inverse.matrix : robustCovariance(problem, evaluation, inverse.matrix, estimator);
  const parameterCovariance = parameterCovariances(covariance, reduction.spread, rows);
  const { estimates, explained } = estimatesOf(
    problem,
    table,
    values,
    evaluation,
    parameterCovariance,
    level,
  );
  const baseline = baselineOf(table, data, saturated);
  const fit = fitMeasures({
    rows,
    parameters: reduction.free,
    chiSquare: withoutRounding(
      rows * evaluation.deviance - sum(saturated.map(({ deviance }) => deviance)),
      rows,
      table.observed.length + Math.abs(evaluation.deviance),
    ),
    degrees,
    baseline,
    logLikelihood: -0.5 * (rows * evaluation.deviance + constantOf(data)) - baseline.exogenousLogLikelihood,
    saturatedLogLikelihood:
      -0.5 * (sum(saturated.map(({ deviance }) => deviance)) + constantOf(data)) -
      baseline.exogenousLogLikelihood,
    evaluation,
    saturated,
    data,
    meanStructure,
    exogenous: new Set(table.exogenous.map((name) => table.observed.indexOf(name))),
  });
  return {
    kind: "fitted",
    table,
    groups: data.map(({ label, count }) => ({ label, rows: count })),
    estimator,
    missing,
    steps,
    estimates,
    fit,
    robust:
      estimator === "ML" ? undefined : robustFit(problem, table, evaluation, inverse.matrix, fit, estimator),
    explained,
    cautions: modelCautions(table, evaluation),
    problem,
    values,
    parameterCovariance,
    evaluation,
    saturated,
  };
}

/**
 * Returns the difference of two deviances, zero where it is no more than their rounding: a deviance of N rows is N times
 * a logarithm and a trace of this size, and a model that repeats the moments has nothing left.
 */
function withoutRounding(chiSquare: number, rows: number, size: number): number {
  return chiSquare > 64 * Number.EPSILON * rows * size ? chiSquare : 0;
}

/** Returns the table with the moments of exogenous variables that the model is conditional on. */
export function withExogenous(table: ParameterTable, saturated: readonly Saturated[]): ParameterTable {
  const at = new Map(table.observed.map((name, i) => [name, i]));
  const p = table.observed.length;
  const rows = table.rows.map((row) => {
    if (!row.isExogenous) return row;
    const { mean, covariance } = saturated[row.group]!;
    const left = at.get(row.left)!;
    const value = row.operator === "~1" ? mean[left]! : covariance[left * p + at.get(row.right)!]!;
    return { ...row, value: { kind: "fixed" as const, at: value } };
  });
  return { ...table, rows };
}

/** Means, variances and covariances that the model has to explain, over all groups. */
function momentCount({ observed, exogenous, groups, meanStructure }: ParameterTable): number {
  const count = (p: number) => (p * (p + 1)) / 2 + (meanStructure ? p : 0);
  return groups * (count(observed.length) - count(exogenous.length));
}

/** log 2π for every answer. */
function constantOf(data: readonly GroupData[]): number {
  const answers = data.flatMap(({ patterns }) => patterns.map(({ at, count }) => at.length * count));
  return Math.log(2 * Math.PI) * sum(answers);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
