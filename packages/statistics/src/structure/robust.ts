import {
  chiSquareSurvival,
  cholesky,
  crossProduct,
  inverseFromCholesky,
  type Matrix,
  multiply,
  traceOfProduct,
} from "@concord/numerics";
import { caseScores, rowsOfGroup } from "./case-scores.ts";
import { reductionOf } from "./constraints.ts";
import type { FitMeasures } from "./fit-measures.ts";
import { inverseInformation } from "./inverse-information.ts";
import { type Evaluation, evaluate } from "./normal-likelihood.ts";
import { observedInformation } from "./observed-information.ts";
import type { ParameterRow, ParameterTable } from "./parameter-table.ts";
import { pathModel } from "./path-model.ts";
import { saturatedMoments } from "./saturated.ts";
import { freeInformation, type Problem, search } from "./search.ts";
import { startingValues } from "./starting-values.ts";

/** MLM corrects as Satorra and Bentler do, MLR as Yuan and Bentler (in the form of Mplus). */
export type RobustEstimator = "MLM" | "MLR";

/** χ² divided by how far the data are from normal, and what follows from it. */
export interface RobustFit {
  readonly scaling: number;
  readonly chiSquare: number;
  readonly p: number | undefined;
  readonly comparativeFit: number;
  readonly approximationError: number;
}

/** The sandwich A⁻¹BA⁻¹ for one row: B from what the rows say, so that errors do not lean on normality. */
export function robustCovariance(
  problem: Problem,
  evaluation: Evaluation,
  inverse: Matrix,
  estimator: RobustEstimator,
): Matrix {
  return multiply(inverse, multiply(meat(problem, evaluation, estimator), inverse));
}

/**
 * The scaling of χ²: what normal theory expects of the moments that the model leaves over, against what the rows show.
 *
 * Satorra A, Bentler PM (1994). In: von Eye A, Clogg CC (eds), Latent variables analysis, 399–419. Yuan K-H, Bentler PM
 * (2000). Sociol Methodol 30: 165–200. Robust CFI and RMSEA: Brosseau-Liard PE, Savalei V (2014). Multivariate Behav
 * Res 49: 460–470.
 */
export function robustFit(
  problem: Problem,
  table: ParameterTable,
  evaluation: Evaluation,
  inverse: Matrix,
  fit: FitMeasures,
  estimator: RobustEstimator,
): RobustFit | undefined {
  const all = momentTrace(problem, table, evaluation, estimator);
  const base = independence(problem, table, estimator);
  if (all === undefined || base === undefined || fit.degrees === 0) return undefined;
  const used = traceOfProduct(inverse, meat(problem, evaluation, estimator));
  const scaling = (all - used) / fit.degrees;
  const baseScaling = (base.all - base.used) / fit.baselineDegrees;
  const chiSquare = fit.chiSquare / scaling;
  const excess = fit.chiSquare - scaling * fit.degrees;
  const baseExcess = fit.baselineChiSquare - baseScaling * fit.baselineDegrees;
  const worst = Math.max(excess, baseExcess, 0);
  return {
    scaling,
    chiSquare,
    p: chiSquareSurvival(Math.max(0, chiSquare), fit.degrees),
    comparativeFit: worst === 0 ? 1 : 1 - Math.max(excess, 0) / worst,
    approximationError: Math.sqrt((Math.max(excess, 0) * problem.data.length) / (fit.rows * fit.degrees)),
  };
}

function meat(problem: Problem, evaluation: Evaluation, estimator: RobustEstimator): Matrix {
  const scores = caseScores(problem, evaluation, estimator === "MLM" ? "group" : "model");
  const products = crossProduct(scores, scores);
  return { ...products, values: products.values.map((value) => value / scores.rows) };
}

/** The same for the model in which nothing goes with anything. */
function independence(problem: Problem, table: ParameterTable, estimator: RobustEstimator) {
  const rows = table.rows.filter(({ left, right, operator }) => {
    const isOwn = operator === "~1" || (operator === "~~" && left === right);
    return isOwn && table.observed.includes(left);
  });
  const among = table.explanatory.flatMap((a, i) =>
    table.explanatory.slice(i + 1).flatMap((b) => freeRows(a, "~~", b, table.groups)),
  );
  const free = [
    ...rows.map((row): ParameterRow => ({ ...row, label: "", value: { kind: "free", start: undefined } })),
    ...among,
  ];
  const own: ParameterTable = { ...table, rows: free, latent: [], definitions: [], equalities: [] };
  const fitted = fitOf(own, problem);
  if (fitted === undefined) return undefined;
  const information =
    estimator === "MLM"
      ? freeInformation(fitted.problem, fitted.evaluation)
      : observedInformation(fitted.problem, fitted.values);
  const inverse = information === undefined ? undefined : inverseInformation(information);
  const all = momentTrace(fitted.problem, own, fitted.evaluation, estimator);
  if (inverse?.kind !== "inverse" || all === undefined) return undefined;
  return { all, used: traceOfProduct(inverse.matrix, meat(fitted.problem, fitted.evaluation, estimator)) };
}

function fitOf(table: ParameterTable, { data, meanStructure }: Problem) {
  const model = pathModel(table);
  const problem: Problem = { model, data, meanStructure, reduction: reductionOf(table, model) };
  const moments = data.map((group) => saturatedMoments(group, table.observed.length));
  const saturated = moments.flatMap((own) => (own.kind === "saturated" ? [own] : []));
  if (saturated.length < data.length) return undefined;
  const found = search(problem, startingValues(table, model, saturated));
  return found.kind === "settled"
    ? { problem, values: found.values, evaluation: found.evaluation }
    : undefined;
}

/**
 * What the rows show about all moments, in units of what normal theory expects: tr(VΓ). MLM weighs by the model's
 * Σ, MLR by the observed covariances; with missing answers by the information of the saturated model.
 */
function momentTrace(
  problem: Problem,
  table: ParameterTable,
  evaluation: Evaluation,
  estimator: RobustEstimator,
): number | undefined {
  const { data, meanStructure } = problem;
  const p = table.observed.length;
  const isComplete = data.every(({ patterns }) => patterns.length === 1 && patterns[0]!.at.length === p);
  if (!isComplete) return saturatedTrace(problem, table);
  let total = 0;
  for (let g = 0; g < data.length; g++) {
    const { covariance } = data[g]!.patterns[0]!;
    const rows = rowsOfGroup(data[g]!, evaluation, g, undefined);
    const factored = cholesky({ rows: p, columns: p, values: covariance });
    if (factored.kind !== "positive-definite") return undefined;
    const weight = estimator === "MLM" ? rows[0]!.inverse : inverseFromCholesky(factored.factor).values;
    let fourth = 0;
    for (const { deviation } of rows) {
      let distance = 0;
      for (let i = 0; i < p; i++)
        for (let j = 0; j < p; j++) distance += deviation[i]! * weight[i * p + j]! * deviation[j]!;
      fourth += distance * distance;
    }
    const square = { rows: p, columns: p, values: covariance };
    const product = multiply({ rows: p, columns: p, values: weight }, square);
    total += 0.5 * (fourth / rows.length - traceOfProduct(product, product));
    if (meanStructure) for (let i = 0; i < p; i++) total += product.values[i * p + i]!;
  }
  return total;
}

/** tr(A⁻¹B) of the model that leaves every mean and covariance free. */
function saturatedTrace({ data }: Problem, table: ParameterTable): number | undefined {
  const rows = table.observed.flatMap((a, i) => [
    ...freeRows(a, "~1", "", table.groups),
    ...table.observed.slice(i).flatMap((b) => freeRows(a, "~~", b, table.groups)),
  ]);
  const own: ParameterTable = { ...table, rows, latent: [], definitions: [], equalities: [] };
  const model = pathModel(own);
  const problem: Problem = { model, data, meanStructure: true, reduction: reductionOf(own, model) };
  const p = table.observed.length;
  const values = new Float64Array(model.parameters);
  for (let g = 0; g < data.length; g++) {
    const moments = saturatedMoments(data[g]!, p);
    if (moments.kind !== "saturated") return undefined;
    for (const { place, row, column, parameter } of model.free[g]!)
      values[parameter] = place === "mean" ? moments.mean[row]! : moments.covariance[row * p + column]!;
  }
  const evaluation = evaluate(model, values, data, true);
  const information = evaluation === undefined ? undefined : observedInformation(problem, values);
  const inverse = information === undefined ? undefined : inverseInformation(information);
  if (evaluation === undefined || inverse?.kind !== "inverse") return undefined;
  return traceOfProduct(inverse.matrix, meat(problem, evaluation, "MLR"));
}

function freeRows(
  left: string,
  operator: "~~" | "~1",
  right: string,
  groups: number,
): readonly ParameterRow[] {
  return Array.from({ length: groups }, (_, group) => ({
    left,
    operator,
    right,
    group,
    label: "",
    isExogenous: false,
    value: { kind: "free", start: undefined },
  }));
}
