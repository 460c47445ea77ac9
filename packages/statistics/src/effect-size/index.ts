export * from "./attenuation.ts";
export * from "./back-transform.ts";
export * from "./correlation.ts";
export * from "./effect-size.ts";
export * from "./from-test-statistics.ts";
export * from "./mean-difference.ts";
export * from "./measure.ts";
export type {
  MeasureDefinition,
  MeasureOptions,
  MeasureRow,
  VarianceType,
} from "./measure-definition.ts";
export * from "./partial-correlation.ts";
export * from "./proportion.ts";
export * from "./reliability-coefficient.ts";
export * from "./two-by-two.ts";
