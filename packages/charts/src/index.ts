export { beforeAfterChart, describeBeforeAfter } from "./before-after-chart.ts";
export { type AttachmentPlaneOptions, attachmentPlane, describePlane } from "./between/attachment-plane.ts";
export {
  type CircumplexChartOptions,
  circumplexChart,
  describeCircumplex,
  octantName,
} from "./between/circumplex-chart.ts";
export { type DistanceChartOptions, describeDistance, distanceChart } from "./between/distance-chart.ts";
export {
  describeDifference,
  describeTwoPeople,
  type TwoPeopleChartOptions,
  twoPeopleChart,
} from "./between/two-people-chart.ts";
export {
  type CaterpillarFigure,
  type CaterpillarRow,
  caterpillarChart,
  describeCaterpillar,
} from "./caterpillar.ts";
export type * from "./change/values.ts";
export { type ChangeChartOptions, changeChart, describeChange } from "./change-chart.ts";
export { type CongruenceChartOptions, congruenceChart } from "./congruence-chart.ts";
export { type ControlChartOptions, type ControlPoint, controlChart } from "./control-chart.ts";
export { type CourseChartOptions, courseChart } from "./course-chart.ts";
export { describeCourse } from "./describe-course.ts";
export { type DispersionFigure, dispersionStrip } from "./dispersion-strip.ts";
export { conditionalEffectChart } from "./effects/conditional-effect.ts";
export { pairDiagram } from "./effects/pair-diagram.ts";
export { pathDiagram } from "./effects/path-diagram.ts";
export { surfaceChart } from "./effects/surface-chart.ts";
export type * from "./effects/values.ts";
export { baujatPlot } from "./evidence/baujat-plot.ts";
export { bubblePlot, bubbleRadius } from "./evidence/bubble-plot.ts";
export {
  type CalibrationFigure,
  type CalibrationPoint,
  calibrationPlot,
} from "./evidence/calibration-plot.ts";
export { cumulativePlot } from "./evidence/cumulative-plot.ts";
export { squareSide } from "./evidence/effect-marks.ts";
export { effectWords } from "./evidence/effect-words.ts";
export type * from "./evidence/flow/values.ts";
export { describeFlow, flowDiagram } from "./evidence/flow-diagram.ts";
export { describeForest, type ForestPlotOptions, forestPlot } from "./evidence/forest-plot.ts";
export { describeFunnel, funnelPlot } from "./evidence/funnel-plot.ts";
export { influencePlot } from "./evidence/influence-plot.ts";
export { type BarEffect, type IntervalBarOptions, intervalBar } from "./evidence/interval-bar.ts";
export { radialPlot } from "./evidence/radial-plot.ts";
export type * from "./evidence/values.ts";
export { describeItems, type ItemFigure, type ItemRow, itemChart } from "./item-chart.ts";
export {
  describeLoadings,
  type LoadingFigure,
  type LoadingGroup,
  type LoadingRow,
  loadingChart,
} from "./loading-chart.ts";
export type { Chair } from "./marks/rater-mark.ts";
export { decimal, signed } from "./numbers.ts";
export { dark, light, type Palette, paletteProperties } from "./palette.ts";
export {
  drawnSeries,
  type Focus,
  mainConstruct,
  mainSeries,
  outcomeSeries,
  partSeries,
} from "./pick-series.ts";
export { raterKey } from "./rater-key.ts";
export type * from "./round-robin/values.ts";
export { describeRoundRobin, type RoundRobinChartOptions, roundRobinChart } from "./round-robin-chart.ts";
export { type SignalKey, type SignalWithText, signalKeys } from "./signal-key.ts";
export { type SparklineOptions, sparkline } from "./sparkline.ts";
export { chartStyles } from "./style.ts";
export { escapeText } from "./svg.ts";
export { signalSymbol } from "./weight-key.ts";
