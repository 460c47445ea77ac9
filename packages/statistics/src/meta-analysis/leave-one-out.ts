import type { FittedMetaAnalysis, MetaAnalysis } from "./model.ts";
import { othersThan, refit } from "./refit.ts";

/**
 * Does the result hang on a single study? The model without each study in turn.
 *
 * Viechtbauer W, Cheung MW-L (2010). Res Synth Methods 1: 112–125. A model that has no answer without a study (two
 * studies, a level of a moderator that only this study has) says so in its place.
 */
export function leaveOneOut(fit: FittedMetaAnalysis): readonly MetaAnalysis[] {
  const k = fit.effects.length;
  if (k < 2) throw new RangeError(`leaving one out requires two or more studies: ${k}`);
  return fit.effects.map((_, study) => refit(fit, othersThan(study, k)));
}
