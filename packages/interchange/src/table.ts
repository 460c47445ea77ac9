/** Tables of any kind as columns, without the readers of ratings, texts and bibliographies. */

export { problemLine, type RowProblem } from "./problem.ts";
export { type FrameColumn, type FrameRules, type ReadFrame, readFrame } from "./read-frame.ts";
export { nearest } from "./text/nearest.ts";
export { printable, quoted } from "./text/printable.ts";
export type { SheetLayout } from "./text/sheet.ts";
export { missingCodes } from "./value/missing.ts";
export { csvLine } from "./write/csv.ts";
