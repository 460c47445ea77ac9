import type { Outcome } from "../analysis.ts";
import type { StudyResult } from "../study/study.ts";
import type { Columns } from "../table/cells.ts";
import type { ChangeRequest } from "./request.ts";

/** One question to courses, with its answer in terms, words, table and figure, and its program in R. */
export interface ChangeAnalysis {
  readonly question: string;
  readonly analyse: (columns: Columns, request: ChangeRequest) => Outcome<StudyResult>;
  readonly rProgram: (file: string, request: ChangeRequest) => string;
}
