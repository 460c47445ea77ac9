export { earlyFall, ringing } from "./alarm.ts";
export { type CalibrationProgress, calibrate } from "./calibration/calibrate.ts";
export { type ChanceOf, chooseAlarm } from "./calibration/choose-thresholds.ts";
export { committedCalibration } from "./calibration/committed.ts";
export {
  type CalibrationPlan,
  comparedDepths,
  limitPer100,
  usualPlan,
} from "./calibration/plan.ts";
export type {
  CalibrationRow,
  CalibrationTable,
  Counted,
  RobustnessRow,
} from "./calibration/table.ts";
export { currentSignals, recentRatings } from "./current.ts";
export { detect, detectAll } from "./detect.ts";
export { type TreatmentLabel, treatmentLabel } from "./detectors/larsson-2018.ts";
export { detectors, directRules, findDetector, firstSignals, indirectRules, ruleTitle } from "./detectors.ts";
export { answersTo, type Card, type Concern, concerns, type Occasion, speaksTo } from "./guidance/card.ts";
export {
  type KnownOfClient,
  type Situation,
  type SituationKind,
  situationsOf,
} from "./guidance/situation.ts";
export {
  type Advice,
  cards,
  everydayQuestion,
  mostCards,
  questionsToShare,
  reflectionLine,
  whatToThinkAbout,
} from "./guidance/what-to-think-about.ts";
export { hypothesisOf } from "./hypothesis.ts";
export { type MissedRupture, missedRuptures } from "./missed-ruptures.ts";
export type { Agreement } from "./panel.ts";
export { type Panel, type PanelRow, panelOf } from "./panel.ts";
export { rank, weightOrder } from "./rank.ts";
export { detector, type Finding, type Rule } from "./rule.ts";
export type * from "./signal.ts";
export { courseOfRatings } from "./simulate/as-course.ts";
export { otherPopulations, type Population, usualPopulation } from "./simulate/population.ts";
export { type CoursePlan, type CourseShape, simulateRatings } from "./simulate/simulate-ratings.ts";
export { type NamedFigure, type Why, whySignal } from "./why.ts";
