export type { AgeBand, Construct, Rater } from "@concord/instruments";
export {
  type InformantSummary,
  type RaterShape,
  summarizeInformants,
  type YouthSide,
} from "./age/informants.ts";
export type * from "./ask.ts";
export { type Feature, type FeatureReading, featuresOf } from "./attachment/features.ts";
export {
  type AttachmentPlane,
  type AttachmentReading,
  attachmentReadings,
  type Chances,
  leaningOf,
  readAttachment,
  type Strategy,
  type StrategyEstimate,
  strategyRule,
} from "./attachment/strategy.ts";
export {
  type BondReading,
  readBond,
  type SecurityPattern,
  type SideOfBond,
  type Sign,
} from "./attachment/to-therapist.ts";
export {
  type CircumplexReading,
  circumplexReadings,
  type OctantScore,
  type StructuralSummary,
  structuralSummary,
} from "./circumplex/structural-summary.ts";
export type * from "./course.ts";
export type { Find } from "./criteria.ts";
export {
  type Aim,
  type DistanceScale,
  distancePlan,
  distanceStanding,
  type PlanStep,
  pseudoSecureStep,
} from "./distance/plan.ts";
export {
  type DistanceAnswer,
  type DistanceLine,
  type DistanceReading,
  readDistance,
} from "./distance/reading.ts";
export { type AmongDyads, amongDyads } from "./dyad/among-dyads.ts";
export { type CongruenceOutcome, congruenceOutcome } from "./dyad/congruence-outcome.ts";
export { type Readiness, type ReadinessReading, readReadiness } from "./dyad/readiness.ts";
export { type BothRated, type Bounded, type DyadLine, dyadLine } from "./dyad/truth-and-bias.ts";
export { type RaterComparison, readTwoPeople } from "./dyad/two-people.ts";
export * from "./expected/expected-course.ts";
export * from "./expected/expected-model.ts";
export * from "./expected/learn-expected.ts";
export { learnReadiness, minClientsForReadiness, type ReadinessCase } from "./expected/readiness-effect.ts";
export type * from "./expected/readiness-model.ts";
export { type CardTrigger, riskMarksOf, scoresOf } from "./from-score.ts";
export { leadSeries } from "./lead-series.ts";
export { type Measured, type Place, placeAmong } from "./norms/place.ts";
export { type Population, type PopulationScale, publishedPopulations } from "./norms/population.ts";
export { startingPopulationsFor } from "./norms/starting-population.ts";
export {
  type LearntResponse,
  learnResponse,
  minCasesForResponse,
  type OutcomeLine,
} from "./outcome/learn-response.ts";
export type * from "./outcome/outcome-reading.ts";
export { readOutcomes } from "./outcome/read-outcomes.ts";
export { outcomeVersion, type ResponseModel } from "./outcome/response-model.ts";
export { percentOf } from "./percent.ts";
export {
  levelOf,
  type PerfectionismLevel,
  type PerfectionismReading,
  readPerfectionism,
  type Third,
} from "./perfectionism/level.ts";
export { type MonitoringItem, watchList } from "./perfectionism/watch-list.ts";
export { lastEngagementSession, phasesOf } from "./phases.ts";
export { unbrokenRuns } from "./runs.ts";
export { type FirstLastNow, type Moment, summarise } from "./summary.ts";
export { trace } from "./trace.ts";
export { courseVersion } from "./version.ts";
