import {
  chiSquareSurvival,
  cholesky,
  fSurvival,
  type Matrix,
  solveLower,
  studentTSurvival,
  studentTUpperQuantile,
  zeros,
} from "@concord/numerics";
import type { Coefficient, OmnibusTest } from "./model.ts";

/** What coefficients are judged by: their covariance, and t on these degrees of freedom (infinite for the normal). */
export interface CoefficientTest {
  readonly covariance: Matrix;
  readonly degreesOfFreedom: number;
  readonly level: number;
}

/** Each coefficient with its standard error, test and interval. */
export function coefficientsTested(
  names: readonly string[],
  beta: ArrayLike<number>,
  { covariance, degreesOfFreedom, level }: CoefficientTest,
): readonly Coefficient[] {
  const critical = studentTUpperQuantile((1 - level) / 2, degreesOfFreedom);
  return names.map((name, i) => {
    const standardError = Math.sqrt(covariance.values[i * covariance.columns + i]!);
    return coefficientTested(name, beta[i]!, standardError, degreesOfFreedom, critical);
  });
}

/** One coefficient tested by t. */
export function coefficientTested(
  name: string,
  estimate: number,
  standardError: number,
  degreesOfFreedom: number,
  critical: number,
): Coefficient {
  const statistic = estimate / standardError;
  return {
    name,
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    p: twoSided(statistic, degreesOfFreedom),
    lower: estimate - critical * standardError,
    upper: estimate + critical * standardError,
  };
}

/** A coefficient that has an estimate and no test. */
export function coefficientUntested(name: string, estimate: number): Coefficient {
  const none = Number.NaN;
  return {
    name,
    estimate,
    standardError: none,
    statistic: none,
    degreesOfFreedom: none,
    p: none,
    lower: none,
    upper: none,
  };
}

/** P(|T| > |t|), without losing the far tail. */
export function twoSided(statistic: number, degreesOfFreedom: number): number {
  return 2 * studentTSurvival(Math.abs(statistic), degreesOfFreedom);
}

/**
 * Wald's test that the chosen coefficients are all zero: b′V⁻¹b, over m as an F when the degrees of freedom are
 * finite. Coefficients whose covariance is singular (a perfect fit) or not known have no test: NaN.
 */
export function omnibusTest(
  beta: ArrayLike<number>,
  tested: readonly number[],
  { covariance, degreesOfFreedom }: CoefficientTest,
): OmnibusTest {
  const m = tested.length;
  const part = zeros(m, m);
  const target = zeros(m, 1);
  tested.forEach((row, a) => {
    target.values[a] = beta[row]!;
    tested.forEach((column, b) => {
      part.values[a * m + b] = covariance.values[row * covariance.columns + column]!;
    });
  });
  const factored = cholesky(part);
  let statistic = Number.NaN;
  if (factored.kind === "positive-definite") {
    statistic = 0;
    for (const value of solveLower(factored.factor, target).values) statistic += value * value;
  }
  const isChiSquare = degreesOfFreedom === Number.POSITIVE_INFINITY;
  if (!isChiSquare) statistic /= m;
  return {
    kind: isChiSquare ? "chi-square" : "F",
    statistic,
    degreesOfFreedom: m,
    denominatorDegreesOfFreedom: degreesOfFreedom,
    p: isChiSquare ? chiSquareSurvival(statistic, m) : fSurvival(statistic, m, degreesOfFreedom),
    tested,
  };
}
