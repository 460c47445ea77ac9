export { answer } from "./answer.ts";
export { catalogue, findInstrument } from "./catalogue/index.ts";
export type * from "./instrument.ts";
export { codesOf, type Range, scaleRange } from "./item-range.ts";
export { generalRequirement } from "./missing-rule.ts";
export type * from "./response.ts";
export type * from "./score.ts";
export { type Scorer, score, scorer, scoringVersion } from "./scoring.ts";
