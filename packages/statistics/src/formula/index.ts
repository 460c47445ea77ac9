export { type Design, designOf } from "./design.ts";
export { type Expression, parseExpression, written } from "./expression.ts";
export { parseFormula, type Terms } from "./formula.ts";
export { type Column, evaluate, type Frame, rowCount } from "./frame.ts";
