import { chiSquareSurvival, crossProduct, type Matrix, multiply, traceOfProduct } from "@concord/numerics";
import { caseScores } from "./case-scores.ts";
import { reductionOf } from "./constraints.ts";
import type { FitMeasures } from "./fit-measures.ts";
import { freedTable } from "./freed-table.ts";
import { inverseInformation } from "./inverse-information.ts";
import { hasNoGaps, momentTrace } from "./moment-trace.ts";
import type { Evaluation } from "./normal-likelihood.ts";
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
export function meat(problem: Problem, evaluation: Evaluation, estimator: RobustEstimator): Matrix {
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
