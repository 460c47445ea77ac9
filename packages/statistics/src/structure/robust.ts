import {
  chiSquareSurvival,
  cholesky,
  crossProduct,
  inverseFromCholesky,
  type Matrix,
  multiply,
  traceOfProduct,
  zeros,
} from "@concord/numerics";
import { caseScores, rowsOfGroup } from "./case-scores.ts";
import { reductionOf } from "./constraints.ts";
import type { FitMeasures } from "./fit-measures.ts";
import { freedTable } from "./freed-table.ts";
import { inverseInformation } from "./inverse-information.ts";
import type { GroupData } from "./moments.ts";
import { type Evaluation, evaluate } from "./normal-likelihood.ts";
import { observedInformation } from "./observed-information.ts";
import type { ParameterTable } from "./parameter-table.ts";
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
  /** On complete rows only; with gaps these would need a correction of their own. */
  readonly comparativeFit: number | undefined;
  readonly approximationError: number | undefined;
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
  const isComplete = hasNoGaps(problem.data, table.observed.length);
  return {
    scaling,
    chiSquare,
    p: chiSquareSurvival(Math.max(0, chiSquare), fit.degrees),
    comparativeFit: !isComplete ? undefined : worst === 0 ? 1 : 1 - Math.max(excess, 0) / worst,
    approximationError: isComplete
      ? Math.sqrt((Math.max(excess, 0) * problem.data.length) / (fit.rows * fit.degrees))
      : undefined,
  };
}

/** Σ ss′ over rows, over N. */
function meat(problem: Problem, evaluation: Evaluation, estimator: RobustEstimator): Matrix {
  const scores = caseScores(problem, evaluation, estimator === "MLM" ? "group" : "model");
  const products = crossProduct(scores, scores);
  return { ...products, values: products.values.map((value) => value / scores.rows) };
}

/** The same for the model in which nothing goes with anything. */
function independence(problem: Problem, table: ParameterTable, estimator: RobustEstimator) {
  const own = freedTable(table, problem.meanStructure, (a, b) => {
    return a === b || (table.explanatory.includes(a) && table.explanatory.includes(b));
  });
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
 * Σ, MLR by the observed covariances; with missing answers by the information of the saturated model. Variables that the
 * model is conditional on have no part in it: the likelihood falls in two, theirs and that of the rest given them.
 */
function momentTrace(
  problem: Problem,
  table: ParameterTable,
  evaluation: Evaluation,
  estimator: RobustEstimator,
): number | undefined {
  const { data, meanStructure } = problem;
  const p = table.observed.length;
  if (!hasNoGaps(data, p)) return saturatedTrace(problem, table);
  const given = table.exogenous.map((name) => table.observed.indexOf(name));
  const all = table.observed.map((_, i) => i);
  let total = 0;
  for (let g = 0; g < data.length; g++) {
    const { covariance } = data[g]!.patterns[0]!;
    const observed = { rows: p, columns: p, values: covariance };
    const implied = cutOut(evaluation.groups[g]!.implied.covariance, evaluation.groups[g]!.implied.size, all);
    const rows = rowsOfGroup(data[g]!, evaluation, g, undefined).map(({ deviation }) => deviation);
    const weigh = estimator === "MLM" ? implied : observed;
    const whole = traceOver(rows, observed, weigh, all, meanStructure);
    const apart = given.length === 0 ? 0 : traceOver(rows, observed, weigh, given, meanStructure);
    if (whole === undefined || apart === undefined) return undefined;
    total += whole - apart;
  }
  return total;
}

function hasNoGaps(data: readonly GroupData[], p: number): boolean {
  return data.every(({ patterns }) => patterns.length === 1 && patterns[0]!.at.length === p);
}

function cutOut(values: Float64Array, size: number, at: readonly number[]): Matrix {
  const result = zeros(at.length, at.length);
  at.forEach((i, r) => {
    at.forEach((j, c) => {
      result.values[r * at.length + c] = values[i * size + j]!;
    });
  });
  return result;
}

/** ½ (mean of the squared distances, squared, less tr(WSWS)), and tr(WS) for means. */
function traceOver(
  deviations: readonly Float64Array[],
  observed: Matrix,
  weigh: Matrix,
  at: readonly number[],
  meanStructure: boolean,
): number | undefined {
  const factored = cholesky(cutOut(weigh.values, weigh.rows, at));
  if (factored.kind !== "positive-definite") return undefined;
  const weight = inverseFromCholesky(factored.factor);
  const k = at.length;
  let fourth = 0;
  for (const deviation of deviations) {
    let distance = 0;
    for (let i = 0; i < k; i++)
      for (let j = 0; j < k; j++)
        distance += deviation[at[i]!]! * weight.values[i * k + j]! * deviation[at[j]!]!;
    fourth += distance * distance;
  }
  const product = multiply(weight, cutOut(observed.values, observed.rows, at));
  let total = 0.5 * (fourth / deviations.length - traceOfProduct(product, product));
  if (meanStructure) for (let i = 0; i < k; i++) total += product.values[i * k + i]!;
  return total;
}

/** tr(A⁻¹B) of the model that leaves every mean and covariance free. */
function saturatedTrace({ data }: Problem, table: ParameterTable): number | undefined {
  const own = freedTable(table, true, () => true);
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
