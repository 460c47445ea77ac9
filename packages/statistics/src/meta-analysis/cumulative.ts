import type { FittedMetaAnalysis, MetaAnalysis } from "./model.ts";
import { refit } from "./refit.ts";

/** One step of a cumulative meta-analysis: the study that joins, and the result with it. */
export interface JoiningStudy {
  /** Position of the joining study among the effects of the model, from 0. */
  readonly study: number;
  readonly result: MetaAnalysis;
}

/**
 * How did the evidence grow? The model on the first study, the first two, and so on, in rising order of a value
 * (a year, a size). Ties keep their order.
 *
 * Lau J et al. (1992). N Engl J Med 327: 248–254. Every step tests again, so that its intervals are too narrow when
 * one stops at the first that excludes zero.
 */
export function cumulative(fit: FittedMetaAnalysis, by: readonly number[]): readonly JoiningStudy[] {
  if (!fit.interceptOnly)
    throw new RangeError("a cumulative meta-analysis requires a model without moderators");
  if (by.length !== fit.effects.length || !by.every(Number.isFinite)) {
    throw new RangeError(
      `a cumulative meta-analysis requires one finite value per study: ${by.length} for ${fit.effects.length}`,
    );
  }
  const order = by.map((_, i) => i).sort((a, b) => by[a]! - by[b]! || a - b);
  return order.map((study, i) => ({ study, result: refit(fit, order.slice(0, i + 1)) }));
}
