import { chiSquareCumulative, cholesky, solveLower, zeros } from "@concord/numerics";
import type { FittedMetaAnalysis } from "./model.ts";
import { othersThan, refit } from "./refit.ts";
import { covarianceOfCoefficients } from "./regression.ts";
import { fittedRows, leverages } from "./residuals.ts";
import { inverseVarianceWeights, weightedFit } from "./weighted-fit.ts";

/** What changes when one study leaves the model, or why the model has no answer without it. */
export type Influence = InfluenceOfStudy | { readonly kind: "not-estimable"; readonly reason: string };

export interface InfluenceOfStudy {
  readonly kind: "influence";
  /** The study's distance from the model of all others, and that in its standard errors. */
  readonly deletedResidual: number;
  readonly deletedStandardError: number;
  readonly studentizedResidual: number;
  /** How far its own fitted value moves, in standard errors. */
  readonly dffits: number;
  readonly cookDistance: number;
  /** Determinant of the coefficients' covariance without the study over the one with it: below 1, it blurs. */
  readonly covarianceRatio: number;
  readonly betweenStudyVariance: number;
  readonly q: number;
  readonly leverage: number;
  readonly weight: number;
  /** How far each coefficient moves, in standard errors. */
  readonly dfbetas: readonly number[];
  readonly influential: boolean;
}

/**
 * Which studies carry the result?
 *
 * The classical diagnostics of regression with τ² estimated again without each study. A study counts as influential
 * when |DFFITS| > 3√(p/(k − p)), when Cook's distance passes the median of χ²ₚ, when its leverage passes 3p/k, or
 * when any |DFBETAS| > 1.
 *
 * Viechtbauer W, Cheung MW-L (2010). Res Synth Methods 1: 112–125.
 */
export function influence(fit: FittedMetaAnalysis): readonly Influence[] {
  const { k, p } = fit.regression;
  if (k < 3) throw new RangeError(`influence requires three or more studies: ${k}`);
  const fitted = fittedRows(fit);
  const leverage = leverages(fit);
  const logDeterminant = logDeterminantOf(fit);
  return fit.effects.map(({ estimate, variance }, study) => {
    if (fit.untested !== undefined) return { kind: "not-estimable", reason: fit.untested };
    const without = refit(fit, othersThan(study, k));
    if (without.kind !== "fitted") {
      const reason =
        without.kind === "not-estimable" ? without.reason : `without it the model is ${without.kind}`;
      return { kind: "not-estimable", reason };
    }
    if (without.untested !== undefined) return { kind: "not-estimable", reason: without.untested };
    const row = rowOf(fit, study);
    const between = without.betweenStudyVariance.value;
    const expected = row.reduce((total, x, j) => total + x * without.coefficients[j]!.estimate, 0);
    const deletedResidual = estimate - expected;
    const deletedStandardError = Math.sqrt(variance + between + quadratic(row, without));
    const factor = without.covarianceFactor;
    const moved = fit.coefficients.map((c, j) => c.estimate - without.coefficients[j]!.estimate);
    const dffits = (fitted[study]! - expected) / Math.sqrt(factor * leverage[study]! * (variance + between));
    const cookDistance = mahalanobis(fit, moved);
    const spread = covarianceAt(fit, between);
    const dfbetas = moved.map((value, j) => value / Math.sqrt(factor * spread[j * p + j]!));
    const influential =
      Math.abs(dffits) > 3 * Math.sqrt(p / (k - p)) ||
      chiSquareCumulative(cookDistance, p) > 0.5 ||
      leverage[study]! > (3 * p) / k ||
      dfbetas.some((value) => Math.abs(value) > 1);
    return {
      kind: "influence",
      deletedResidual,
      deletedStandardError,
      studentizedResidual: deletedResidual / deletedStandardError,
      dffits,
      cookDistance,
      covarianceRatio: Math.exp(logDeterminantOf(without) - logDeterminant),
      betweenStudyVariance: between,
      q: without.heterogeneity.q,
      leverage: leverage[study]!,
      weight: fit.weights[study]!,
      dfbetas,
      influential,
    };
  });
}

function rowOf(fit: FittedMetaAnalysis, study: number): readonly number[] {
  const { design } = fit.model;
  if (design === undefined) return [1];
  const p = design.matrix.columns;
  return Array.from(design.matrix.values.subarray(study * p, (study + 1) * p));
}

function quadratic(row: readonly number[], fit: FittedMetaAnalysis): number {
  const p = row.length;
  let total = 0;
  for (let a = 0; a < p; a++)
    for (let b = 0; b < p; b++) total += row[a]! * fit.covariance.values[a * p + b]! * row[b]!;
  return total;
}

/** The covariance of the coefficients on all studies, had τ² been this. */
function covarianceAt(fit: FittedMetaAnalysis, betweenStudyVariance: number): Float64Array {
  const { inverse } = weightedFit(
    fit.regression,
    inverseVarianceWeights(fit.regression, betweenStudyVariance),
  );
  return covarianceOfCoefficients(fit.regression, inverse).values;
}

/** d′V⁻¹d with the covariance of the fit. */
function mahalanobis(fit: FittedMetaAnalysis, difference: readonly number[]): number {
  const factored = cholesky(fit.covariance);
  if (factored.kind === "not-positive-definite") return Number.NaN;
  const column = zeros(difference.length, 1);
  column.values.set(difference);
  let total = 0;
  for (const value of solveLower(factored.factor, column).values) total += value * value;
  return total;
}

function logDeterminantOf(fit: FittedMetaAnalysis): number {
  const factored = cholesky(fit.covariance);
  return factored.kind === "positive-definite" ? factored.logDeterminant : Number.NaN;
}
