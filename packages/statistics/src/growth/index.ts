export * from "./fit-growth.ts";
export * from "./growth-likelihood.ts";
export * from "./growth-model.ts";
export * from "./growth-state.ts";
