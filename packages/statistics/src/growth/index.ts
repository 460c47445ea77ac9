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
