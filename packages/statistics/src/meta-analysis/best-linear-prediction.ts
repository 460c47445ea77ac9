import { studentTUpperQuantile } from "@concord/numerics";
import { isCommonEffect } from "./methods.ts";
import type { FittedMetaAnalysis } from "./model.ts";
import { fittedRows, varianceOfFitted } from "./residuals.ts";

/** A study's own true effect, drawn towards what the model expects of it. */
export interface ShrunkenEffect {
  readonly estimate: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * What is the true effect of each study, given all of them? λy + (1 − λ)xβ with λ = τ²/(τ² + v).
 *
 * Raudenbush SW, Bryk AS (1985). J Educ Stat 10: 75–98. Its variance is λv + (1 − λ)² Var(xβ).
 */
export function bestLinearPrediction(fit: FittedMetaAnalysis): readonly ShrunkenEffect[] {
  if (isCommonEffect(fit.method)) throw new RangeError("shrinkage requires a random-effects model");
  const between = fit.betweenStudyVariance.value;
  const critical = studentTUpperQuantile((1 - fit.level) / 2, fit.coefficients[0]!.degreesOfFreedom);
  const fitted = fittedRows(fit);
  const variances = varianceOfFitted(fit);
  return fit.effects.map(({ estimate, variance }, i) => {
    const share = between + variance > 0 ? between / (between + variance) : 0;
    const value = share * estimate + (1 - share) * fitted[i]!;
    const standardError = Math.sqrt(share * variance + (1 - share) ** 2 * variances[i]!);
    return {
      estimate: value,
      standardError,
      lower: value - critical * standardError,
      upper: value + critical * standardError,
    };
  });
}
