export * from "./combination.ts";
export * from "./compare-models.ts";
export * from "./linear-model.ts";
export * from "./lm-terms.ts";
export * from "./robust-covariance.ts";
