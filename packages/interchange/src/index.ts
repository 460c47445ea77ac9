export type * from "./mapping/mapping.ts";
export { type ProblemKind, problemLine, type RowProblem } from "./problem.ts";
export type * from "./ratings.ts";
export { type FormsRead, type ReadForm, readForms } from "./read-forms.ts";
export { type ReadLimits, readRatings } from "./read-ratings.ts";
export { printable, quoted } from "./text/printable.ts";
export { missingCodes } from "./value/missing.ts";
