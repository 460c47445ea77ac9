export {
  type Attention,
  type AttentionItem,
  type AttentionKind,
  attentionKinds,
  attentionOf,
  attentionVersion,
  type Disclosure,
  isPaused,
  type KnownOfCase,
  maxAdvice,
  type SafetyRecord,
  type SafetyReview,
  type Suspension,
} from "./attention/attention.ts";
export { type AllianceEvent, type EventDecrease, type EventState, eventsOf } from "./attention/event.ts";
export {
  type Remeasured,
  type RepairState,
  type RepairStep,
  type RepairStepName,
  type RepairSteps,
  type RepairStepTaken,
  repairStateOf,
} from "./attention/repair.ts";
export { tryThresholds } from "./calibration/by-client.ts";
export { type CalibrationProgress, calibrate } from "./calibration/calibrate.ts";
export type { ChanceOf } from "./calibration/choose-thresholds.ts";
export { committedCalibration } from "./calibration/committed.ts";
export {
  type CalibrationPlan,
  type ClientsPlan,
  limitPer100,
  usualClients,
  usualPlan,
} from "./calibration/plan.ts";
export type {
  ByClient,
  CalibrationRow,
  CalibrationTable,
  ClientCell,
  Counted,
  MixedPractice,
  RobustnessRow,
} from "./calibration/table.ts";
export { currentSignals } from "./current.ts";
export { earlyFall, ringing } from "./default-alert.ts";
export { detect, detectAll } from "./detect.ts";
export { type TreatmentLabel, treatmentLabel } from "./detectors/larsson-2018.ts";
export { detectors, findDetector, indirectRules, ruleTitle } from "./detectors.ts";
export {
  type Card,
  type CardCategory,
  type CardTrigger,
  concerns,
} from "./guidance/card.ts";
export {
  type KnownOfClient,
  type Situation,
  type SituationKind,
  situationsOf,
} from "./guidance/situation.ts";
export {
  type Advice,
  adviceFor,
  cards,
  defaultSharedQuestion,
  questionsToShare,
  reflectionLine,
} from "./guidance/what-to-think-about.ts";
export { hypothesisOf } from "./hypothesis.ts";
export type { Agreement } from "./panel.ts";
export { type Panel, type PanelRow, panelOf } from "./panel.ts";
export { rank, weightOrder } from "./rank.ts";
export type { Finding, Rule } from "./rule.ts";
export type * from "./signal.ts";
export { courseOfRatings } from "./simulate/as-course.ts";
export { defaultPopulation, otherPopulations, type Population } from "./simulate/population.ts";
export { type ClientPlan, type Decrease, simulateClient } from "./simulate/simulate-client.ts";
export { type CoursePlan, type CourseShape, simulateRatings } from "./simulate/simulate-ratings.ts";
export { type MissedRupture, missedRuptures } from "./unshared-ruptures.ts";
export { type NamedFigure, type Why, whySignal } from "./why.ts";
