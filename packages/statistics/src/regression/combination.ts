import { entry, studentTUpperQuantile } from "@concord/numerics";
import { coefficientTested, coefficientUntested } from "../meta-analysis/coefficients.ts";
import type { Coefficient } from "../meta-analysis/model.ts";
import type { FittedLinearModel } from "./linear-model.ts";

/**
 * Returns a sum of coefficients times weights, Lβ, with its standard error √(LVLᵀ), test and interval; without these
 * where one of the coefficients has none.
 */
export function combination(
  name: string,
  fit: Pick<FittedLinearModel, "coefficients" | "covariance" | "degreesOfFreedom" | "level">,
  weights: readonly number[],
): Coefficient {
  const { coefficients, covariance, degreesOfFreedom, level } = fit;
  const estimate = coefficients.reduce((sum, one, i) => sum + one.estimate * (weights[i] ?? 0), 0);
  if (coefficients.some(({ standardError }, i) => (weights[i] ?? 0) !== 0 && Number.isNaN(standardError)))
    return coefficientUntested(name, estimate);
  // A weight of zero takes no part, whatever is in the covariance.
  let variance = 0;
  for (const [i, left] of weights.entries()) {
    for (const [j, right] of weights.entries())
      if (left !== 0 && right !== 0) variance += left * right * entry(covariance, i, j);
  }
  const standardError = Math.sqrt(Math.max(0, variance));
  const critical = studentTUpperQuantile((1 - level) / 2, degreesOfFreedom);
  return coefficientTested(name, estimate, standardError, degreesOfFreedom, critical);
}

/** The coefficient of that name; terms of an interaction in any order. */
export function coefficientAt(fit: Pick<FittedLinearModel, "coefficients">, name: string): number {
  const wanted = sortedParts(name);
  return fit.coefficients.findIndex((one) => one.name === name || sortedParts(one.name) === wanted);
}

function sortedParts(name: string): string {
  return name.split(":").sort().join(":");
}
