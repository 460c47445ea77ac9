export type { CurveExtremum } from "./curve-extremum.ts";
export { fiellerInterval } from "./fieller.ts";
export type { SignificanceRegion } from "./johnson-neyman.ts";
export { type FittedModeration, type ModerationOptions, moderation } from "./moderation.ts";
export { inModerationTerms, inQuadraticEffectTerms, inQuadraticTerms } from "./moderation-terms.ts";
export { type FittedQuadraticEffect, quadraticEffect } from "./quadratic-effect.ts";
export { type FittedQuadraticModeration, quadraticModeration } from "./quadratic-moderation.ts";
export { requireTerm, type SimpleSlope, slopesAt } from "./simple-slopes.ts";
