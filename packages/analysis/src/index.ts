export {
  type Analysis,
  type AnalysisRequest,
  type Columns,
  confidenceLevel,
  type Outcome,
  percentOf,
} from "./analysis.ts";
export { rColumn, rLines, rTexts } from "./r-program/lines.ts";
export { readAsHere } from "./r-program/reading.ts";
export { noResult, RequestRefused } from "./refusal.ts";
export { type ColumnUse, columnsAsUsed } from "./table/column-use.ts";
export { numberColumn, textColumn } from "./table/columns.ts";
export { type ModelTable, modelTable, type TablePart } from "./table/model-table.ts";
export { incompleteRows, type LeftRow, type TableReport, tableReport, withReport } from "./table/report.ts";
export { type OutcomeUse, twoValuedNotes, wordsOfTwoValuedOutcome } from "./table/two-valued-outcome.ts";
