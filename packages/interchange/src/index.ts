export type * from "./mapping/mapping.ts";
export { type ProblemKind, problemLine, type RowProblem } from "./problem.ts";
export type * from "./ratings.ts";
