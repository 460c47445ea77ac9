export {
  type Claim,
  type ClaimDirection,
  type ClaimId,
  type ClaimText,
  type ComputedFigures,
  type Grade,
  resolveClaim,
} from "./claim.ts";
export {
  type Claimed,
  type ComputedClaimText,
  claim,
  type NoClaim,
} from "./computed-claim.ts";
export { claimTitle } from "./corpus/claim-title.ts";
export { claims, findClaim } from "./corpus/index.ts";
export { simulatedCorpus } from "./corpus/simulated.ts";
export { startingCorpus } from "./corpus/studies.ts";
export { syntheses } from "./corpus/syntheses.ts";
export { canonical, digestOf } from "./digest.ts";
export { apaMessage } from "./export/apa-message.ts";
export * from "./export/index.ts";
export {
  bodyMessage,
  omnibusMessage,
  pMessage,
  scaleMessage,
  valueMessage,
} from "./export/statistic-message.ts";
export { synthesisRCode } from "./export/synthesis-r-code.ts";
export { type EffectRow, effectRows } from "./export/table.ts";
export {
  type ClaimDifference,
  claimDifferences,
  resultDifference,
  resultMessage,
} from "./ledger/difference.ts";
export {
  digestOfSynthesis,
  type Edition,
  type EditionClaim,
  type EditionResult,
  issueEdition,
  latestEdition,
} from "./ledger/edition.ts";
export { type Change, type EvidenceCorpus, findEdition, type Ledger, openLedger } from "./ledger/ledger.ts";
export { dependents, type RefusedChange, recompute } from "./ledger/recompute.ts";
export { recomputeMany } from "./ledger/recompute-many.ts";
export type { Recomputed, SynthesisDifference } from "./ledger/reissue.ts";
export {
  type Certainty,
  certaintyOf,
  type PublishedEffect,
  type PublishedSynthesis,
  type RaterSplit,
  type Reading,
} from "./published.ts";
export {
  cannotBeRederived,
  contrast,
  type NotRederivable,
  type PublishedContrast,
  type Rederived,
  rederive,
} from "./rederive.ts";
export { claimReport, effectMessage, readingWords } from "./report.ts";
export { type Figures, type GroupFigures, peopleOf } from "./study/figures.ts";
export { type Flow, type FlowReason, flow } from "./study/flow.ts";
export { measure, studyLabel } from "./study/measure.ts";
export type * from "./study/measured-effect.ts";
export { printedMessage } from "./study/printed-message.ts";
export type * from "./study/study.ts";
export { componentMessage } from "./synthesis/caution.ts";
export {
  type StudyFilter,
  type SynthesisDefinition,
  type SynthesisId,
  type SynthesisModel,
  selectReports,
  usualModel,
} from "./synthesis/definition.ts";
export { filterMessages } from "./synthesis/filter-messages.ts";

export {
  type Bounds,
  type MeanOnScale,
  noRelation,
  type PooledMean,
  type ReadScale,
  readMean,
} from "./synthesis/pooled-mean.ts";
export type * from "./synthesis/synthesis.ts";
export type { Caution, CautionKind } from "./synthesis/synthesis.ts";
export { synthesize } from "./synthesis/synthesize.ts";
export { type ClaimWhy, type WhySource, type WhyStudy, whyClaim } from "./why-claim.ts";
export { whyLines } from "./why-lines.ts";
