export * from "./change/autocorrelation.ts";
export * from "./change/autocorrelations.ts";
export * from "./change/client-growth/client-growth.ts";
export * from "./change/client-growth/client-growth-terms.ts";
export {
  type ControlChartOptions,
  type ControlCharts,
  type ControlChartTerms,
  controlCharts,
} from "./change/control-chart-terms.ts";
export * from "./change/correlation.ts";
export * from "./change/cumulative-sum.ts";
export * from "./change/exponentially-weighted.ts";
export * from "./change/individuals-chart.ts";
export * from "./change/jacobson-truax.ts";
export * from "./change/jacobson-truax-terms.ts";
export * from "./change/line.ts";
export * from "./change/mean.ts";
export * from "./change/online/online-change.ts";
export * from "./change/phase/compare-phases.ts";
export * from "./change/phase/nonoverlap.ts";
export * from "./change/phase/phase-terms.ts";
export * from "./change/reliable-change.ts";
export {
  type ChangePoint,
  type ChangePointOptions,
  type ChangePoints,
  changePoints,
  noiseVariance,
  type Segment,
} from "./change/segmentation/change-points.ts";
export * from "./change/segmentation/changepoint-terms.ts";
export * from "./change/segmentation/greedy-change-points.ts";
export * from "./change/segmentation/least-squares-breaks.ts";
export type { Penalty } from "./change/segmentation/penalty.ts";
export type { SegmentModel } from "./change/segmentation/segment-cost.ts";
export * from "./change/side-run.ts";
export type { Stability } from "./change/sudden-gain/stability.ts";
export * from "./change/sudden-gain/sudden-gain-terms.ts";
export * from "./change/sudden-gain/sudden-gains.ts";
export * from "./change/true-place.ts";
export * from "./dyad/actor-partner.ts";
export * from "./dyad/actor-partner-structure.ts";
export * from "./dyad/actor-partner-terms.ts";
export type { PairedRow } from "./dyad/pair-sums.ts";
export * from "./dyad/paired-regression.ts";
export * from "./dyad/pairs.ts";
export * from "./dyad/principal-axes.ts";
export * from "./dyad/profile-agreement.ts";
export * from "./dyad/profile-terms.ts";
export * from "./dyad/response-surface.ts";
export * from "./dyad/response-surface-terms.ts";
export * from "./dyad/shrunken-dyad.ts";
export * from "./dyad/truth-and-bias.ts";
export * from "./dyad/truth-and-bias-terms.ts";
export * from "./effect-size/attenuation.ts";
export * from "./effect-size/back-transform.ts";
export * from "./effect-size/correlation.ts";
export * from "./effect-size/effect-size.ts";
export * from "./effect-size/from-test-statistics.ts";
export * from "./effect-size/mean-difference.ts";
export * from "./effect-size/measure.ts";
export type {
  MeasureDefinition,
  MeasureOptions,
  MeasureRow,
  VarianceType,
} from "./effect-size/measure-definition.ts";
export * from "./effect-size/partial-correlation.ts";
export * from "./effect-size/proportion.ts";
export * from "./effect-size/reliability-coefficient.ts";
export * from "./effect-size/two-by-two.ts";
export * from "./formula/design.ts";
export * from "./formula/expression.ts";
export * from "./formula/formula.ts";
export * from "./formula/frame.ts";
export * from "./growth/fit-growth.ts";
export * from "./growth/growth-likelihood.ts";
export * from "./growth/growth-model.ts";
export * from "./growth/growth-state.ts";
export * from "./mediation/bootstrap.ts";
export * from "./mediation/bootstrap-interval.ts";
export type { EffectPolynomial, Monomial } from "./mediation/effect-polynomial.ts";
export type { EffectRole, MediatedEffect } from "./mediation/mediated-effects.ts";
export * from "./mediation/mediation.ts";
export type {
  Arrangement,
  MediationModel,
  ModeratedPath,
  PathModeration,
} from "./mediation/mediation-model.ts";
export { chainsOf } from "./mediation/mediation-model.ts";
export * from "./mediation/mediation-structure.ts";
export * from "./mediation/mediation-terms.ts";
export * from "./mediation/moderated-mediation-terms.ts";
export * from "./mediation/monte-carlo.ts";
export * from "./mediation/multilevel-mediation.ts";
export * from "./mediation/multilevel-mediation-terms.ts";
export { formulasOf, type PathFormulas } from "./mediation/path-equations.ts";
export * from "./mediation/product-normal.ts";
export * from "./mediation/sobel.ts";
export * from "./meta-analysis/asymmetry-test.ts";
export * from "./meta-analysis/best-linear-prediction.ts";
export * from "./meta-analysis/between-study-variance.ts";
export * from "./meta-analysis/bias-terms.ts";
export * from "./meta-analysis/cautions.ts";
export * from "./meta-analysis/cumulative.ts";
export * from "./meta-analysis/diagnostic-terms.ts";
export * from "./meta-analysis/effect.ts";
export * from "./meta-analysis/explained-heterogeneity.ts";
export * from "./meta-analysis/fail-safe-number.ts";
export type { FitStatistics, Likelihoods } from "./meta-analysis/fit-statistics.ts";
export * from "./meta-analysis/hunter-schmidt.ts";
export * from "./meta-analysis/influence.ts";
export * from "./meta-analysis/leave-one-out.ts";
export * from "./meta-analysis/likelihood-ratio.ts";
export * from "./meta-analysis/meta-analysis.ts";
export * from "./meta-analysis/metafor-terms.ts";
export * from "./meta-analysis/methods.ts";
export * from "./meta-analysis/model.ts";
export * from "./meta-analysis/multilevel/cluster-robust.ts";
export * from "./meta-analysis/multilevel/component-test.ts";
export { constantCorrelation } from "./meta-analysis/multilevel/covariance.ts";
export * from "./meta-analysis/multilevel/joint-test.ts";
export * from "./meta-analysis/multilevel/model.ts";
export * from "./meta-analysis/multilevel/multilevel-meta-analysis.ts";
export * from "./meta-analysis/multilevel/multilevel-prediction.ts";
export * from "./meta-analysis/multilevel/multilevel-terms.ts";
export * from "./meta-analysis/multilevel/nested-groups.ts";
export * from "./meta-analysis/multilevel/profile-interval.ts";
export * from "./meta-analysis/multilevel/random-effects.ts";
export * from "./meta-analysis/omnibus.ts";
export * from "./meta-analysis/permutation-test.ts";
export * from "./meta-analysis/precision-effect.ts";
export * from "./meta-analysis/prediction.ts";
export * from "./meta-analysis/q-profile.ts";
export * from "./meta-analysis/rank-test.ts";
export * from "./meta-analysis/residuals.ts";
export * from "./meta-analysis/selection-model.ts";
export { SMALL_STUDY_PREDICTORS, type SmallStudyPredictor } from "./meta-analysis/small-study-predictor.ts";
export * from "./meta-analysis/subgroups.ts";
export * from "./meta-analysis/trim-and-fill.ts";
export * from "./meta-analysis/weighted-regression.ts";
export * from "./moderation/curve-extremum.ts";
export * from "./moderation/fieller.ts";
export * from "./moderation/johnson-neyman.ts";
export * from "./moderation/moderation.ts";
export * from "./moderation/moderation-terms.ts";
export * from "./moderation/quadratic-effect.ts";
export * from "./moderation/quadratic-moderation.ts";
export * from "./moderation/simple-slopes.ts";
export * from "./multilevel/autoregressive.ts";
export type { SeriesData, SeriesOrder, SeriesRefused } from "./multilevel/autoregressive-data.ts";
export type { LevelEffects } from "./multilevel/autoregressive-effects.ts";
export * from "./multilevel/autoregressive-terms.ts";
export type { ColumnMeaning, ColumnPart, VariableKind, VariableKinds } from "./multilevel/column-meaning.ts";
export * from "./multilevel/compare-fits.ts";
export * from "./multilevel/compare-series.ts";
export * from "./multilevel/conditional-modes.ts";
export * from "./multilevel/contextual-effect.ts";
export * from "./multilevel/cross-products.ts";
export * from "./multilevel/design.ts";
export * from "./multilevel/fit.ts";
export { fitFromCrossProducts, fitMultilevel } from "./multilevel/fit-multilevel.ts";
export * from "./multilevel/inner-outer-degrees.ts";
export * from "./multilevel/intraclass-interval.ts";
export * from "./multilevel/lme4-terms.ts";
export * from "./multilevel/model.ts";
export * from "./multilevel/profile-interval.ts";
export * from "./multilevel/satterthwaite.ts";
export * from "./multilevel/serial-correlation.ts";
export * from "./multilevel/sums-of-query.ts";
export * from "./multilevel/therapist-effects.ts";
export * from "./multilevel/therapist-plan.ts";
export * from "./multilevel/wald-interval.ts";
export * from "./multilevel/within-between.ts";
export * from "./regression/combination.ts";
export * from "./regression/compare-models.ts";
export * from "./regression/linear-model.ts";
export * from "./regression/lm-terms.ts";
export * from "./regression/robust-covariance.ts";
export * from "./reliability/agreement-terms.ts";
export * from "./reliability/cohen-kappa.ts";
export * from "./reliability/factor-analysis.ts";
export * from "./reliability/fleiss-kappa.ts";
export * from "./reliability/intraclass-correlation.ts";
export { type Answers, itemMoments, itemSet } from "./reliability/items.ts";
export * from "./reliability/krippendorff-alpha.ts";
export * from "./reliability/omega.ts";
export * from "./reliability/psych-terms.ts";
export type { Rotation } from "./reliability/rotation.ts";
export * from "./reliability/scale-reliability.ts";
export * from "./social-relations/bivariate.ts";
export * from "./social-relations/component.ts";
export * from "./social-relations/effects.ts";
export type { Unstable } from "./social-relations/group-moments.ts";
export type { Reliability } from "./social-relations/partition.ts";
export type { StandardErrors } from "./social-relations/pooling.ts";
export * from "./social-relations/round-robin.ts";
export * from "./social-relations/self-correlation.ts";
export * from "./social-relations/social-relations.ts";
export * from "./social-relations/transference-view.ts";
export type { RawGroupMeans } from "./social-relations/triple-r-own.ts";
export * from "./social-relations/triple-r-terms.ts";
export * from "./structure/compare-structures.ts";
export * from "./structure/cross-lagged.ts";
export type { StructuralEstimate } from "./structure/estimates.ts";
export * from "./structure/invariance.ts";
export * from "./structure/lavaan-terms.ts";
export * from "./structure/modification.ts";
export type { MissingRule } from "./structure/moments.ts";
export type { HeldEqual, ModelRules } from "./structure/parameter-table.ts";
export * from "./structure/standardized-solution.ts";
export * from "./structure/structural-model.ts";
export type { TestedEstimate } from "./structure/tested-estimate.ts";
