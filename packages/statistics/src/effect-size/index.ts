export { attenuationFactor } from "./attenuation.ts";
export {
  alphaFromLog,
  correlationFromZ,
  proportionFromLogOdds,
  proportionFromPooledDoubleArcsine,
} from "./back-transform.ts";
export { fisherZ, rawCorrelationsAtMean, unbiasedCorrelation } from "./correlation.ts";
export type { EffectSize } from "./effect-size.ts";
export {
  correlationFromChiSquare,
  correlationFromD,
  correlationFromDEqualGroups,
  correlationFromF,
  correlationFromT,
  dFromCorrelation,
  dFromT,
  tFromP,
} from "./from-test-statistics.ts";
export { hedgesCorrection, standardizedMeanDifference } from "./mean-difference.ts";
export { isMeasure, MEASURES, type Measure, measureEffects } from "./measure.ts";
export type { MeasureDefinition, MeasureOptions, MeasureRow, VarianceType } from "./measure-definition.ts";
export { proportionFromDoubleArcsine } from "./proportion.ts";
export {
  type Continuity,
  differenceFromOddsRatioLogistic,
  HALF_TO_ZEROS,
  logOddsRatio,
  logRiskRatio,
} from "./two-by-two.ts";
