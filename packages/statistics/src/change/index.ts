export { lagOneAutocorrelation } from "./autocorrelation.ts";
export { autocorrelations } from "./autocorrelations.ts";
export { type ClientGrowth, type GrowthOfClients, growthOfClients } from "./client-growth/client-growth.ts";
export { clientGrowthTerms } from "./client-growth/client-growth-terms.ts";
export { type ControlCharts, controlCharts } from "./control-chart-terms.ts";
export { estimateCorrelation } from "./correlation.ts";
export { cumulativeSum } from "./cumulative-sum.ts";
export { exponentiallyWeighted } from "./exponentially-weighted.ts";
export { type IndividualsLimits, individualsLimits, individualsLimitsWithout } from "./individuals-chart.ts";
export {
  type BeforeAfter,
  type JacobsonTruax,
  type JacobsonTruaxOptions,
  jacobsonTruax,
} from "./jacobson-truax.ts";
export { jacobsonTruaxTerms } from "./jacobson-truax-terms.ts";
export { fitLine, leastSquares } from "./line.ts";
export { estimateMean } from "./mean.ts";
export { beganWithin, type LevelPrior, type OnlineStep, onlineChange } from "./online/online-change.ts";
export { comparePhases, type PhaseComparison } from "./phase/compare-phases.ts";
export { nonoverlap } from "./phase/nonoverlap.ts";
export { phaseTerms } from "./phase/phase-terms.ts";
export { changePrecision, classifyChange, clinicalCutoffs, reliableChangeIndex } from "./reliable-change.ts";
export {
  type ChangePointOptions,
  type ChangePoints,
  changePoints,
  noiseVariance,
} from "./segmentation/change-points.ts";
export { changepointTerms, strucchangeTerms } from "./segmentation/changepoint-terms.ts";
export { greedyChangePoints, singleChangePoint } from "./segmentation/greedy-change-points.ts";
export { type LeastSquaresBreaks, leastSquaresBreaks } from "./segmentation/least-squares-breaks.ts";
export type { Penalty } from "./segmentation/penalty.ts";
export { sideRuns } from "./side-run.ts";
export type { Stability } from "./sudden-gain/stability.ts";
export { suddenGainTerms } from "./sudden-gain/sudden-gain-terms.ts";
export { type SuddenGainCriteria, type SuddenGains, suddenGains } from "./sudden-gain/sudden-gains.ts";
export { chanceAbove, jointReach, trueInterval } from "./true-place.ts";
