export { currentSignals, recentRatings } from "./current.ts";
export { detect, detectAll } from "./detect.ts";
export { detectors, findDetector, firstSignals } from "./detectors.ts";
export { rank, weightOrder } from "./rank.ts";
export type * from "./signal.ts";
