export {
  type ActorPartner,
  actorPartner,
  type FittedActorPartner,
  type FittedPooledActorPartner,
  type PatternRatio,
  pooledActorPartner,
} from "./actor-partner.ts";
export {
  type ActorPartnerStructure,
  actorPartnerStructure,
  actorPartnerSyntax,
} from "./actor-partner-structure.ts";
export { inActorPartnerTerms, inPooledActorPartnerTerms } from "./actor-partner-terms.ts";
export type { FittedPairs } from "./paired-regression.ts";
export { type Pairs, pairsOfLong, pairsOfWide, rolesOf } from "./pairs.ts";
export { type ProfileAgreements, profileAgreement } from "./profile-agreement.ts";
export { inProfileTerms } from "./profile-terms.ts";
export { type FittedSurface, responseSurface, type SurfaceModel } from "./response-surface.ts";
export { inSurfaceTerms } from "./response-surface-terms.ts";
export { shrunkenDyad } from "./shrunken-dyad.ts";
export {
  type FittedTruthAndBias,
  type ShrunkenForce,
  type TruthAndBiasModel,
  truthAndBias,
} from "./truth-and-bias.ts";
export { inTruthAndBiasTerms } from "./truth-and-bias-terms.ts";
