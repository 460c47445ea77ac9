export type { SeriesOrder } from "./autoregressive/data.ts";
export {
  type AutoregressiveFit,
  type AutoregressiveOptions,
  autoregressiveModel,
  type FittedAutoregressive,
  type LevelEffects,
} from "./autoregressive/fit.ts";
export {
  type SerialCorrelationInterval,
  type SerialCorrelationTest,
  serialCorrelationInterval,
  testSerialCorrelation,
} from "./autoregressive/serial-correlation.ts";
export { autoregressiveInNlmeTerms } from "./autoregressive/terms.ts";
export type { SumsNeeded } from "./design.ts";
export { mixedDesignOf, sumsNeeded } from "./design.ts";
export type { FittedMixedModel, MultilevelFit } from "./fit.ts";
export { fitFromCrossProducts, fitMultilevel } from "./fit-multilevel.ts";
export {
  compareFits,
  compareSeries,
  type FitComparison,
  type SeriesComparison,
} from "./inference/compare-models.ts";
export { conditionalModes } from "./inference/conditional-modes.ts";
export { innerOuterDegrees } from "./inference/inner-outer-degrees.ts";
export { intraclassInterval } from "./inference/intraclass-interval.ts";
export { type MixedProfileInterval, profileIntervals } from "./inference/profile-interval.ts";
export { satterthwaite, type TestedFixedEffect } from "./inference/satterthwaite.ts";
export {
  clientsPerTherapist,
  type TherapistEffects,
  therapistEffects,
  therapistPlan,
} from "./inference/therapist-effects.ts";
export { waldInterval } from "./inference/wald-interval.ts";
export {
  type CentredFrame,
  type CentredPart,
  type ContextualEffect,
  centredFrame,
  contextualEffects,
} from "./inference/within-between.ts";
export { comparisonInLme4Terms, type Lme4Terms, mixedModelInLme4Terms } from "./lme4-terms.ts";
export { type MultilevelMethod, mixedModelOf } from "./model.ts";
export { crossProductsOf } from "./sums/sums-of-query.ts";
