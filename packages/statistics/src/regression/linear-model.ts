import { addScaled, fSurvival, leastSquares, type Matrix, zeros } from "@concord/numerics";
import { type Design, designOf } from "../formula/design.ts";
import { written } from "../formula/expression.ts";
import { type Formula, parseFormula } from "../formula/formula.ts";
import { evaluate, type Frame, rowCount } from "../formula/frame.ts";
import { type CoefficientTest, coefficientsTested, omnibusTest } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";
import { clustersDeciding, type DecisiveCluster } from "./decisive-clusters.ts";
import { decisiveRows, type RobustCovariance, robustCovariance } from "./robust-covariance.ts";

/** The test that all coefficients but the intercept are zero. */
export interface OverallTest {
  readonly statistic: number;
  readonly numeratorDegreesOfFreedom: number;
  readonly denominatorDegreesOfFreedom: number;
  readonly p: number;
}

/** A linear model fitted by ordinary least squares. */
export interface FittedLinearModel {
  readonly kind: "fitted";
  readonly response: string;
  /** NaN in all but the estimate where there is no test. */
  readonly coefficients: readonly Coefficient[];
  /** Coefficients without a robust standard error, and why. */
  readonly untested: readonly { readonly name: string; readonly reason: string }[];
  /** Rows, by their place in the table from 1, on which some coefficients rest; empty for classical errors. */
  readonly decisive: readonly DecisiveCluster[];
  /** Of the coefficients: σ̂²(XᵀX)⁻¹, or the robust one that was asked for; NaN for those without one. */
  readonly covariance: Matrix;
  /** (XᵀX)⁻¹ */
  readonly inverseCrossProduct: Matrix;
  readonly degreesOfFreedom: number;
  /** σ̂ = √(Σ e² / df) */
  readonly residualDeviation: number;
  readonly residualSquares: number;
  readonly rSquared: number;
  readonly adjustedRSquared: number;
  /** Null for a model of the intercept alone. */
  readonly overall: OverallTest | null;
  readonly n: number;
  readonly design: Design;
  readonly residuals: readonly number[];
  readonly values: readonly number[];
  readonly level: number;
  readonly standardErrors: StandardErrorKind;
}

/** The data do not determine the model, or determine it without any doubt to state. */
export interface Refused {
  readonly kind: "refused";
  /** One line: what is wrong, and what to do. */
  readonly reason: string;
}

export type LinearModel = FittedLinearModel | Refused;

/** Classical standard errors assume one residual variance; the others do not (White; MacKinnon and White). */
export type StandardErrorKind = "classical" | RobustCovariance;

export interface LinearModelOptions {
  /** Coverage of the intervals, as a share. */
  readonly level?: number;
  readonly standardErrors?: StandardErrorKind;
  /** The rows to fit; all where none are named. */
  readonly rows?: readonly number[];
}

/**
 * How does a response depend on predictors, in straight lines?
 *
 * Ordinary least squares, y = Xβ + e, with t tests on n − p degrees of freedom: R's `lm`. Rows with a missing value
 * in any variable of the formula are left out. Assumes independent errors of one variance; for unequal variances ask
 * for HC3; a coefficient that rests on one row alone has no robust standard error then. A response without scatter
 * around the model is refused: its standard errors would be zero.
 *
 * Draper NR, Smith H (1998). Applied Regression Analysis, 3rd ed., chapters 5 and 6.
 */
export function linearModel(
  formula: string | Formula,
  frame: Frame,
  options: LinearModelOptions = {},
): LinearModel {
  const parsed = typeof formula === "string" ? parseFormula(formula) : formula;
  if (parsed.response === undefined)
    throw new RangeError("linearModel requires a response: write y ~ x, not ~ x");
  if (parsed.random.length > 0)
    throw new RangeError("linearModel requires a formula without random effects: use a multilevel model");
  const name = written(parsed.response);
  const response = evaluate(parsed.response, frame);
  if (response.kind !== "numeric")
    throw new RangeError(`a response requires numbers, and column ${name} holds text`);
  const rows = options.rows ?? Array.from({ length: rowCount(frame) }, (_, i) => i);
  const design = designOf(
    parsed.fixed,
    frame,
    rows.filter((row) => Number.isFinite(response.values[row]!)),
  );
  return linearModelOf(
    name,
    design.kept.map((row) => response.values[row]!),
    design,
    options,
  );
}

/** The same for a design that is there already, with one value per row of it. */
function linearModelOf(
  response: string,
  values: readonly number[],
  design: Design,
  { level = 0.95, standardErrors = "classical" }: LinearModelOptions = {},
): LinearModel {
  const n = design.matrix.rows;
  const p = design.matrix.columns;
  if (!(level > 0 && level < 1))
    throw new RangeError(`linearModel requires a level between 0 and 1: ${level}`);
  if (p === 0) return refused(`a model of ${response} requires an intercept or a predictor`);
  if (n <= p)
    return refused(
      `${p} coefficients require more than ${p} complete rows: ${n} for the model of ${response}; add rows or leave predictors out`,
    );
  const constant = values.every((value) => value === values[0]);
  if (constant) return refused(`${response} has the same value in every row, so that nothing can explain it`);
  const fit = leastSquares(design.matrix, values);
  if (fit.kind === "rank-deficient") return refused(redundantReason(design, response, fit.redundant));
  const { coefficients, residuals, residualDegreesOfFreedom: degreesOfFreedom } = fit;
  const fitted = values.map((value, i) => value - residuals[i]!);
  const centre = design.intercept ? fitted.reduce((sum, value) => sum + value, 0) / n : 0;
  const explained = fitted.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  if (fit.weightedSquares <= 1e-24 * (explained + fit.weightedSquares))
    return refused(
      `the model fits every value of ${response} exactly: it leaves no scatter to judge its doubt by`,
    );
  const variance = fit.weightedSquares / degreesOfFreedom;
  const isRobust = standardErrors !== "classical";
  const covariance = isRobust
    ? robustCovariance(design.matrix, residuals, fit.inverseCrossProduct, standardErrors)
    : addScaled(zeros(p, p), fit.inverseCrossProduct, variance);
  const decisive = isRobust
    ? decisiveRows(design.matrix, fit.inverseCrossProduct).map((one) => ({
        ...one,
        cluster: design.kept[Number(one.cluster)]! + 1,
      }))
    : [];
  const untested = design.names.flatMap((name, j) => {
    const unit = design.names.map((_, other) => (other === j ? 1 : 0));
    const deciding = clustersDeciding(decisive, fit.inverseCrossProduct, unit);
    const classical = variance * fit.inverseCrossProduct.values[j * p + j]!;
    const reason =
      deciding.length > 0
        ? `it rests on row ${deciding.join(" and row ")} alone, which the model fits exactly`
        : isRobust && !(covariance.values[j * p + j]! > NO_SCATTER * classical)
          ? "the model fits all rows that it rests on exactly, so that there is nothing to judge it by"
          : undefined;
    if (reason === undefined) return [];
    for (let k = 0; k < p; k++) covariance.values[j * p + k] = covariance.values[k * p + j] = Number.NaN;
    return [{ name, reason }];
  });
  const intercepts = design.intercept ? 1 : 0;
  const rSquared = explained / (explained + fit.weightedSquares);
  const testing = { covariance, degreesOfFreedom, level };
  return {
    kind: "fitted",
    response,
    coefficients: coefficientsTested(design.names, coefficients, testing),
    untested,
    decisive,
    covariance,
    inverseCrossProduct: fit.inverseCrossProduct,
    degreesOfFreedom,
    residualDeviation: Math.sqrt(variance),
    residualSquares: fit.weightedSquares,
    rSquared,
    adjustedRSquared: 1 - (1 - rSquared) * ((n - intercepts) / degreesOfFreedom),
    overall:
      p > intercepts
        ? overallTest(coefficients, testing, intercepts, explained, variance, standardErrors)
        : null,
    n,
    design,
    residuals,
    values,
    level,
    standardErrors,
  };
}

/** Below this share of the classical variance a robust one is rounding of residuals that are zero. */
const NO_SCATTER = 1e-16;

function refused(reason: string): Refused {
  return { kind: "refused", reason };
}

/** F from the sums of squares; Wald's where the standard errors are robust. */
function overallTest(
  coefficients: readonly number[],
  testing: CoefficientTest,
  intercepts: number,
  explained: number,
  variance: number,
  kind: StandardErrorKind,
): OverallTest {
  const tested = coefficients.map((_, i) => i).slice(intercepts);
  const { degreesOfFreedom } = testing;
  if (kind === "classical")
    return fTest(explained / tested.length / variance, tested.length, degreesOfFreedom);
  return fTest(omnibusTest(coefficients, tested, testing).statistic, tested.length, degreesOfFreedom);
}

/** P(F > f) with its degrees of freedom. */
export function fTest(statistic: number, numerator: number, denominator: number): OverallTest {
  return {
    statistic,
    numeratorDegreesOfFreedom: numerator,
    denominatorDegreesOfFreedom: denominator,
    p: fSurvival(statistic, numerator, denominator),
  };
}

function redundantReason(design: Design, response: string, redundant: readonly number[]): string {
  const names = redundant.map((column) => design.names[column]!);
  return `the model of ${response} cannot tell ${names.join(", ")} from the other predictors: constant or repeated columns must be left out`;
}
