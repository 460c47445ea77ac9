import {
  cholesky,
  inverseFromCholesky,
  type Matrix,
  multiply,
  traceOfProduct,
  zeros,
} from "@concord/numerics";
import { rowsOfGroup } from "./case-scores.ts";
import { reductionOf } from "./constraints.ts";
import { freedTable } from "./freed-table.ts";
import { inverseInformation } from "./inverse-information.ts";
import type { GroupData } from "./moments.ts";
import { type Evaluation, evaluate } from "./normal-likelihood.ts";
import { observedInformation } from "./observed-information.ts";
import type { ParameterTable } from "./parameter-table.ts";
import { pathModel } from "./path-model.ts";
import { meat, type RobustEstimator } from "./robust.ts";
import { saturatedMoments } from "./saturated.ts";
import type { Problem } from "./search.ts";

/**
 * What the rows show about all moments, in units of what normal theory expects: tr(VΓ). MLM weighs by the model's
 * Σ, MLR by the observed covariances; with missing answers by the information of the saturated model. Variables that the
 * model is conditional on have no part in it: the likelihood falls in two, theirs and that of the rest given them.
 */
export function momentTrace(
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

export function hasNoGaps(data: readonly GroupData[], p: number): boolean {
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
