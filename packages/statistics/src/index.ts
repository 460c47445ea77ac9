export * from "./change/autocorrelation.ts";
export * from "./change/correlation.ts";
export * from "./change/cumulative-sum.ts";
export * from "./change/exponentially-weighted.ts";
export * from "./change/individuals-chart.ts";
export * from "./change/line.ts";
export * from "./change/mean.ts";
export * from "./change/reliable-change.ts";
