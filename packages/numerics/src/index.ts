export * from "./distributions/beta.ts";
export * from "./distributions/chi-square.ts";
export * from "./distributions/f.ts";
export * from "./distributions/gamma.ts";
export * from "./distributions/normal.ts";
export * from "./distributions/student-t.ts";
export { logBeta, logGamma } from "./special/log-gamma.ts";
export { logOneMinusExp, logSumExp } from "./special/log-probability.ts";
