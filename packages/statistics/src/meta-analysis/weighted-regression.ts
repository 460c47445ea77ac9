import { leastSquares, type Matrix, studentTUpperQuantile, zeros } from "@concord/numerics";
import { coefficientTested } from "./coefficients.ts";
import type { Effect } from "./effect.ts";
import { fitsExactly } from "./exact-fit.ts";
import type { Coefficient, NotEstimable } from "./model.ts";

/** A line through effects by weighted least squares, its spread estimated from its own residuals. */
export interface WeightedRegression {
  readonly kind: "fitted";
  readonly coefficients: readonly Coefficient[];
  /** Σ e²/v over its degrees of freedom: the multiplicative dispersion. */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
}

/**
 * Effects on an intercept and a predictor, weighted by 1/v, with standard errors multiplied by the dispersion found:
 * the unrestricted weighted least squares of Stanley TD, Doucouliagos H (2015), Stat Med 34: 2116–2127.
 */
export function weightedRegression(
  effects: readonly Effect[],
  columns: readonly { readonly name: string; readonly values: readonly number[] }[],
  level = 0.95,
): WeightedRegression | NotEstimable {
  const p = columns.length + 1;
  if (effects.length <= p) {
    return {
      kind: "not-estimable",
      reason: `${p} coefficients require more than ${p} studies: ${effects.length}`,
    };
  }
  if (effects.some(({ variance }) => !(variance > 0))) {
    return { kind: "not-estimable", reason: "weights 1/v require sampling variances above zero" };
  }
  const design: Matrix = zeros(effects.length, p);
  effects.forEach((_, i) => {
    design.values[i * p] = 1;
    columns.forEach(({ values }, j) => {
      design.values[i * p + j + 1] = values[i]!;
    });
  });
  const estimates = effects.map(({ estimate }) => estimate);
  const fit = leastSquares(
    design,
    estimates,
    effects.map(({ variance }) => 1 / variance),
  );
  if (fit.kind === "rank-deficient") {
    return { kind: "not-estimable", reason: "the predictor is the same for all studies" };
  }
  if (fitsExactly(estimates, fit.residuals)) {
    return {
      kind: "not-estimable",
      reason: "the line fits every effect exactly, so that nothing is left to judge it by",
    };
  }
  const degreesOfFreedom = fit.residualDegreesOfFreedom;
  const dispersion = fit.weightedSquares / degreesOfFreedom;
  const critical = studentTUpperQuantile((1 - level) / 2, degreesOfFreedom);
  const coefficients = ["(Intercept)", ...columns.map(({ name }) => name)].map((name, j) =>
    coefficientTested(
      name,
      fit.coefficients[j]!,
      Math.sqrt(dispersion * fit.inverseCrossProduct.values[j * p + j]!),
      degreesOfFreedom,
      critical,
    ),
  );
  return { kind: "fitted", coefficients, dispersion, degreesOfFreedom };
}
