import type { FittedMetaAnalysis } from "./model.ts";

/** A study's distance from the model, in its own units and in standard errors. */
export interface Residual {
  readonly residual: number;
  readonly standardError: number;
  readonly standardized: number;
}

/**
 * The distance of each study from the fitted model: e with Var(e) = (I − H)M(I − H)′, M = diag(v + τ²).
 *
 * Hedges LV, Olkin I (1985). Statistical Methods for Meta-Analysis, p. 254.
 */
export function residuals(fit: FittedMetaAnalysis): readonly Residual[] {
  const between = fit.betweenStudyVariance.value;
  const fitted = fittedRows(fit);
  const unscaled = leverageParts(fit);
  return fit.effects.map(({ estimate, variance }, i) => {
    const residual = estimate - fitted[i]!;
    const standardError = Math.sqrt(
      Math.max(0, variance + between - 2 * unscaled.own[i]! + unscaled.fitted[i]!),
    );
    return { residual, standardError, standardized: residual / standardError };
  });
}

/** Xβ. */
export function fittedRows(fit: FittedMetaAnalysis): readonly number[] {
  const { design } = fit.model;
  const beta = fit.coefficients.map(({ estimate }) => estimate);
  return fit.effects.map((_, i) => {
    if (design === undefined) return beta[0]!;
    let total = 0;
    for (let j = 0; j < beta.length; j++) total += design.matrix.values[i * beta.length + j]! * beta[j]!;
    return total;
  });
}

/** The diagonal of X Var(b) X′. */
export function varianceOfFitted(fit: FittedMetaAnalysis): readonly number[] {
  const { design } = fit.model;
  const p = fit.coefficients.length;
  const v = fit.covariance.values;
  return fit.effects.map((_, i) => {
    if (design === undefined) return v[0]!;
    const x = design.matrix.values.subarray(i * p, (i + 1) * p);
    let total = 0;
    for (let a = 0; a < p; a++) for (let b = 0; b < p; b++) total += x[a]! * v[a * p + b]! * x[b]!;
    return total;
  });
}

/** The diagonal of H = X(X′AX)⁻¹X′A: how much each study draws the fit to itself. */
export function leverages(fit: FittedMetaAnalysis): readonly number[] {
  const between = fit.betweenStudyVariance.value;
  const { own } = leverageParts(fit);
  return fit.effects.map(({ variance }, i) => own[i]! / (variance + between));
}

/** For each study hᵢᵢ(vᵢ + τ²) and the variance of its fitted value, both without Knapp and Hartung's factor. */
function leverageParts(fit: FittedMetaAnalysis): {
  readonly own: readonly number[];
  readonly fitted: readonly number[];
} {
  const { basis, p } = fit.regression;
  const q = basis.values;
  const between = fit.betweenStudyVariance.value;
  const { chosen, sandwich } = fit.inBasis;
  const bilinearAt = (i: number, m: Float64Array) => {
    let total = 0;
    for (let a = 0; a < p; a++)
      for (let b = 0; b < p; b++) total += q[i * p + a]! * m[a * p + b]! * q[i * p + b]!;
    return total;
  };
  return {
    own: fit.effects.map(
      ({ variance }, i) => bilinearAt(i, chosen.inverse.values) * chosen.weights[i]! * (variance + between),
    ),
    fitted: fit.effects.map((_, i) => bilinearAt(i, sandwich.values)),
  };
}
