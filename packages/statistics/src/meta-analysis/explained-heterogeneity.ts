import { metaAnalysis } from "./meta-analysis.ts";
import { isCommonEffect } from "./methods.ts";
import type { FittedMetaAnalysis } from "./model.ts";

/** How much of the heterogeneity the moderators account for, in percent, or why that cannot be said. */
export type ExplainedHeterogeneity =
  | { readonly kind: "share"; readonly percent: number }
  | { readonly kind: "not-defined"; readonly reason: string };

/**
 * R² = 100 (τ²₀ − τ²)/τ²₀, not below zero, with τ²₀ of the model without moderators (Raudenbush 2009, p. 311).
 * Under a common effect, where there is no τ², the adjusted R² of the weighted regression.
 *
 * An uncertain quantity: López-López JA et al. (2014). Br J Math Stat Psychol 67: 30–48 see its intervals span most
 * of 0 to 100 below some forty studies.
 */
export function explainedHeterogeneity(fit: FittedMetaAnalysis): ExplainedHeterogeneity {
  const { design } = fit.model;
  if (fit.interceptOnly) return { kind: "not-defined", reason: "the model has no moderators" };
  if (design?.intercept !== true) return { kind: "not-defined", reason: "the model has no intercept" };
  if (fit.model.betweenStudyVariance !== undefined) {
    return { kind: "not-defined", reason: "the variance between studies was given" };
  }
  const { design: _, ...without } = fit.model;
  const base = metaAnalysis(fit.effects, without);
  if (base.kind !== "fitted")
    return { kind: "not-defined", reason: "the model without moderators has no answer" };
  if (isCommonEffect(fit.method)) {
    const left = fit.inBasis.chosen.weightedSquares / fit.heterogeneity.degreesOfFreedom;
    const all = base.inBasis.chosen.weightedSquares / base.heterogeneity.degreesOfFreedom;
    if (!(base.heterogeneity.q > 0))
      return { kind: "not-defined", reason: "all effects are equal: there is nothing to explain" };
    return { kind: "share", percent: Math.max(0, 100 * (1 - left / all)) };
  }
  const before = base.betweenStudyVariance.value;
  if (before === 0) return { kind: "share", percent: 0 };
  return { kind: "share", percent: Math.max(0, (100 * (before - fit.betweenStudyVariance.value)) / before) };
}
