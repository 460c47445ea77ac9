export { currentSignals, recentRatings } from "./current.ts";
export { detect, detectAll } from "./detect.ts";
export { detectors, findDetector, firstSignals } from "./detectors.ts";
export { answersTo, type Card, type Occasion } from "./guidance/card.ts";
export {
  type Advice,
  cards,
  everydayQuestion,
  mostCards,
  questionsToShare,
  reflectionLine,
  whatToThinkAbout,
} from "./guidance/what-to-think-about.ts";
export { rank, weightOrder } from "./rank.ts";
export { detector, type Finding, type Rule } from "./rule.ts";
export type * from "./signal.ts";
export { type Why, whySignal } from "./why.ts";
