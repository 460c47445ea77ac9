export {
  type BootstrappedEffect,
  bootstrapMediation,
  type MediationBootstrap,
  type Resamples,
} from "./bootstrap.ts";
export {
  type Ends,
  normalScaleQuantile,
  quantileType6,
  quantileType7,
  summarizeDraws,
} from "./bootstrap-interval.ts";
export type { EffectRole } from "./mediated-effects.ts";
export { type FittedMediation, mediation } from "./mediation.ts";
export { chainsOf, type MediationModel, type ModeratedPath } from "./mediation-model.ts";
export { mediationStructure, mediationSyntax } from "./mediation-structure.ts";
export { effectName, inBootTerms, inMediationTerms } from "./mediation-terms.ts";
export { inModeratedTerms, processModel } from "./moderated-mediation-terms.ts";
export { monteCarloEffects, monteCarloIntervals } from "./monte-carlo.ts";
export {
  type FittedMultilevelMediation,
  type LevelEffect,
  multilevelMediation,
} from "./multilevel-mediation.ts";
export { inMultilevelMediationTerms } from "./multilevel-mediation-terms.ts";
export { formulasOf } from "./path-equations.ts";
export { productNormalCumulative, productNormalInterval } from "./product-normal.ts";
export { productTest } from "./sobel.ts";
