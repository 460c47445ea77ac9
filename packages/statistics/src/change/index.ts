export * from "./autocorrelation.ts";
export * from "./autocorrelations.ts";
export * from "./client-growth/client-growth.ts";
export * from "./client-growth/client-growth-terms.ts";
export {
  type ControlChartOptions,
  type ControlCharts,
  type ControlChartTerms,
  controlCharts,
} from "./control-chart-terms.ts";
export * from "./correlation.ts";
export * from "./cumulative-sum.ts";
export * from "./exponentially-weighted.ts";
export * from "./individuals-chart.ts";
export * from "./jacobson-truax.ts";
export * from "./jacobson-truax-terms.ts";
export * from "./line.ts";
export * from "./mean.ts";
export * from "./online/online-change.ts";
export * from "./phase/compare-phases.ts";
export * from "./phase/nonoverlap.ts";
export * from "./phase/phase-terms.ts";
export * from "./reliable-change.ts";
export {
  type ChangePoint,
  type ChangePointOptions,
  type ChangePoints,
  changePoints,
  noiseVariance,
  type Segment,
} from "./segmentation/change-points.ts";
export * from "./segmentation/changepoint-terms.ts";
export * from "./segmentation/greedy-change-points.ts";
export * from "./segmentation/least-squares-breaks.ts";
export type { Penalty } from "./segmentation/penalty.ts";
export type { SegmentModel } from "./segmentation/segment-cost.ts";
export * from "./side-run.ts";
export type { Stability } from "./sudden-gain/stability.ts";
export * from "./sudden-gain/sudden-gain-terms.ts";
export * from "./sudden-gain/sudden-gains.ts";
export * from "./true-place.ts";
