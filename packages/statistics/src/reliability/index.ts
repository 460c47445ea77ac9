export {
  cohenKappaTerms,
  fleissKappaTerms,
  hierarchicalOmegaTerms,
  intraclassTerms,
  kappaTestTerms,
  oneFactorOmegaTerms,
} from "./agreement-terms.ts";
export {
  type AgreementTable,
  type AgreementWeights,
  agreementTable,
  type CohenKappa,
  cohenKappa,
} from "./cohen-kappa.ts";
export { type FactorAnalysis, factorAnalysis } from "./factor-analysis.ts";
export { type FleissKappa, fleissKappa } from "./fleiss-kappa.ts";
export { type IntraclassResult, intraclassCorrelations } from "./intraclass-correlation.ts";
export { type Answers, itemMoments, itemSet } from "./items.ts";
export { krippendorffAlpha, type Scaling } from "./krippendorff-alpha.ts";
export { type HierarchicalOmega, hierarchicalOmega, type OneFactorOmega, oneFactorOmega } from "./omega.ts";
export { alphaTerms } from "./psych-terms.ts";
export type { Rotation } from "./rotation.ts";
export {
  type FittedScale,
  type ScaleOptions,
  type ScaleReliability,
  scaleReliability,
} from "./scale-reliability.ts";
