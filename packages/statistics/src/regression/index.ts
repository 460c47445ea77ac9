export { combination } from "./combination.ts";
export { compareLinearModels } from "./compare-models.ts";
export {
  type FittedLinearModel,
  type LinearModel,
  linearModel,
  type StandardErrorKind,
} from "./linear-model.ts";
export { inLmTerms } from "./lm-terms.ts";
export type { RobustCovariance } from "./robust-covariance.ts";
