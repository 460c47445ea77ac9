import type { Columns, Outcome } from "../model/model-command.ts";
import type { StudyResult } from "../model/study-template.ts";
import type { ChangeFlags } from "./flags.ts";

/** One question to courses, with its answer in terms, words, table and figure, and its program in R. */
export interface ChangeAnalysis {
  readonly question: string;
  readonly analyse: (columns: Columns, flags: ChangeFlags) => Outcome<StudyResult>;
  readonly rCode: (file: string, flags: ChangeFlags) => string;
}
