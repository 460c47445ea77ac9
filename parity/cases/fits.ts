import {
  designOf,
  type Effect,
  type EffectSize,
  type FittedMetaAnalysis,
  type Frame,
  type MetaAnalysisModel,
  measureEffects,
  metaAnalysis,
  metaAnalysisInMetaforTerms,
  parseFormula,
} from "@concord/statistics";
import { recordsOf } from "../reference-case.ts";

/** The effects that were measured; the others take no part. */
export function usable(effects: readonly EffectSize[]): readonly Effect[] {
  return effects.filter((effect) => effect.kind === "measured");
}

/** Effects from columns of estimates and variances, rows with a missing value left out. */
export function effectsOf(columns: Readonly<Record<string, unknown>>): readonly Effect[] {
  return usable(measureEffects("GEN", recordsOf(columns)));
}

/** A fit that must succeed. */
export function fit(effects: readonly Effect[], model: MetaAnalysisModel = {}): FittedMetaAnalysis {
  const result = metaAnalysis(effects, model);
  if (result.kind !== "fitted") throw new Error(`not fitted: ${JSON.stringify(result)}`);
  return result;
}

/** A fit in the terms of the references, or its refusal. */
export function inTerms(effects: readonly Effect[], model: MetaAnalysisModel = {}): unknown {
  const result = metaAnalysis(effects, model);
  return result.kind === "fitted"
    ? metaAnalysisInMetaforTerms(result)
    : { error: true, message: result.kind };
}

/** A fit over the rows of a frame on which every moderator is known. */
export function fitOn(
  effects: readonly (Effect | undefined)[],
  frame: Frame,
  formula: string,
  model: MetaAnalysisModel = {},
): FittedMetaAnalysis {
  const rows = effects.flatMap((effect, i) => (effect === undefined ? [] : [i]));
  const design = designOf(parseFormula(formula).fixed, frame, rows);
  return fit(
    design.kept.map((i) => effects[i]!),
    { ...model, design },
  );
}
