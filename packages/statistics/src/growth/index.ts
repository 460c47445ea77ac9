export { fitGrowth } from "./fit-growth.ts";
export { growthLogLikelihood } from "./growth-likelihood.ts";
export type { GrowthModel } from "./growth-model.ts";
export {
  afterRating,
  beginGrowth,
  chanceOfScore,
  type Expectation,
  expectNext,
  type GrowthState,
  normalScore,
  reachOf,
} from "./growth-state.ts";
export {
  type EpisodeModel,
  type SwitchingGrid,
  type SwitchingModel,
  switchingModelOf,
} from "./switching-model.ts";
export {
  afterSwitching,
  beginSwitching,
  episodeProbability,
  expectSwitching,
  ownVariability,
  type SwitchingState,
} from "./switching-state.ts";
