export { changeAnalysisNames, changeDefaults } from "./change/choices.ts";
export { dyadModels } from "./dyad/choices.ts";
export { mediateDefaults, moderatedPaths } from "./mediate/choices.ts";
export {
  type ReliabilityAnalysis,
  reliabilityAnalyses,
  reliabilityDefaults,
} from "./reliability/choices.ts";
export { srmDefaults } from "./srm/choices.ts";
export { heldEqualKinds, invarianceSteps, missingRules, structureDefaults } from "./structure/choices.ts";
export { type StudyName, studyQuestions } from "./study/choices.ts";
export {
  analysisQuestions,
  columnArguments,
  measures,
  methods,
  smallStudyPredictors,
  synthesizeDefaults,
  tests,
} from "./synthesize/choices.ts";
