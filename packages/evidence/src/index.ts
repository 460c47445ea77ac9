export { type Claim, type ClaimId, type ClaimText, type Grade, resolveClaim } from "./claim.ts";
export { claims, findClaim } from "./corpus/index.ts";
export { syntheses } from "./corpus/syntheses.ts";
export type { Certainty, PublishedEffect, PublishedSynthesis, RaterSplit } from "./published.ts";
export { claimReport, effectInWords } from "./report.ts";
export type * from "./study/figures.ts";
export type * from "./study/measured-effect.ts";
export type * from "./study/study.ts";
export type * from "./synthesis/definition.ts";
