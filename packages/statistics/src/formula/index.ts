export * from "./design.ts";
export * from "./expression.ts";
export * from "./formula.ts";
export * from "./frame.ts";
