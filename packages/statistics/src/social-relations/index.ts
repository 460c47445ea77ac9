export { type BivariateSocialRelations, bivariateSocialRelations } from "./bivariate.ts";
export type { Component, Partition } from "./component.ts";
export type { StandardErrors } from "./pooling.ts";
export {
  type Rating,
  type RatingMatrix,
  type RoundRobin,
  rawGroupMeans,
  roundRobinsOf,
} from "./round-robin.ts";
export { selfCorrelation } from "./self-correlation.ts";
export { requireVariation, type SocialRelations, socialRelations } from "./social-relations.ts";
export { type PerceiverView, transferenceView } from "./transference-view.ts";
export type { RawGroupMeans } from "./triple-r-own.ts";
export {
  bivariateTripleRTerms,
  relationshipTerms,
  selfCorrelationTerms,
  tripleRTerms,
} from "./triple-r-terms.ts";
