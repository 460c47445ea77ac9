export * from "./curve-extremum.ts";
export * from "./fieller.ts";
export * from "./johnson-neyman.ts";
export * from "./moderation.ts";
export * from "./moderation-terms.ts";
export * from "./quadratic-effect.ts";
export * from "./quadratic-moderation.ts";
export * from "./simple-slopes.ts";
