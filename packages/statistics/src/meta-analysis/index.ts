export { type AsymmetryModel, asymmetryTest } from "./asymmetry-test.ts";
export { bestLinearPrediction } from "./best-linear-prediction.ts";
export {
  asymmetryTestInMetaforTerms,
  failSafeNumberInMetaforTerms,
  precisionEffectInMetaforTerms,
  rankTestInMetaforTerms,
  selectionModelInMetaforTerms,
  shortTerms,
  trimAndFillInMetaforTerms,
} from "./bias-terms.ts";
export { cautionsOf } from "./cautions.ts";
export { cumulative } from "./cumulative.ts";
export {
  cumulativeInMetaforTerms,
  influenceInMetaforTerms,
  leaveOneOutInMetaforTerms,
  residualsInMetaforTerms,
  shrunkenEffectsInMetaforTerms,
} from "./diagnostic-terms.ts";
export type { Effect } from "./effect.ts";
export { explainedHeterogeneity } from "./explained-heterogeneity.ts";
export { orwinFailSafeNumber, rosenbergFailSafeNumber, rosenthalFailSafeNumber } from "./fail-safe-number.ts";
export { bareBones, individuallyCorrectedSynthesis } from "./hunter-schmidt.ts";
export { influence } from "./influence.ts";
export { leaveOneOut } from "./leave-one-out.ts";
export { likelihoodRatioTest } from "./likelihood-ratio.ts";
export { metaAnalysis } from "./meta-analysis.ts";
export {
  bareBonesInMetaforTerms,
  type MetaforTerms,
  metaAnalysisInMetaforTerms,
  omnibusInMetaforTerms,
  subgroupAnalysisInMetaforTerms,
} from "./metafor-terms.ts";
export { METHODS, type Method } from "./methods.ts";
export {
  type Coefficient,
  type FittedMetaAnalysis,
  type MetaAnalysis,
  type MetaAnalysisModel,
  type NotEstimable,
  type OmnibusTest,
  type RankDeficient,
  TESTS,
  type Test,
} from "./model.ts";
export { type ClusterRobust, clusterRobust, type RobustKind } from "./multilevel/cluster-robust.ts";
export { componentTest } from "./multilevel/component-test.ts";
export { constantCorrelation } from "./multilevel/covariance.ts";
export { jointTest } from "./multilevel/joint-test.ts";
export type { FittedMultilevel, MultilevelMetaAnalysis, MultilevelModel } from "./multilevel/model.ts";
export { multilevelMetaAnalysis } from "./multilevel/multilevel-meta-analysis.ts";
export { predictMultilevel } from "./multilevel/multilevel-prediction.ts";
export {
  jointTestInClubSandwichTerms,
  multilevelInMetaforTerms,
  robustInClubSandwichTerms,
  robustInMetaforTerms,
} from "./multilevel/multilevel-terms.ts";
export { type GroupLevel, nestedGroups } from "./multilevel/nested-groups.ts";
export { profileInterval } from "./multilevel/profile-interval.ts";
export { randomEffects } from "./multilevel/random-effects.ts";
export { omnibusOf } from "./omnibus.ts";
export { type Permutations, permutationTest } from "./permutation-test.ts";
export { precisionEffect } from "./precision-effect.ts";
export { type Prediction, predictAt, predictMean } from "./prediction.ts";
export { qProfileInterval } from "./q-profile.ts";
export { kendall, rankTest } from "./rank-test.ts";
export { residuals } from "./residuals.ts";
export { type SelectedDirection, selectionModel } from "./selection-model.ts";
export { SMALL_STUDY_PREDICTORS, type SmallStudyPredictor } from "./small-study-predictor.ts";
export { subgroupAnalysis } from "./subgroups.ts";
export { type MissingStudiesEstimator, trimAndFill } from "./trim-and-fill.ts";
