import type { Columns, Outcome } from "./model-command.ts";

/** A column that a study needs or may use, by what it means to the study. */
export interface TemplateColumn {
  readonly role: string;
  readonly what: string;
  readonly needed: "always" | "optional";
}

/** What a study found, ready to be printed: the plain sentence comes first. */
export interface StudyResult {
  /** What `--json` prints. */
  readonly terms: unknown;
  readonly sentence: string;
  readonly lines: readonly string[];
  readonly svg: () => string;
}

/** The columns of the file by their role in the study. */
export type ChosenColumns = Readonly<Record<string, string>>;

/** What a study may be asked besides its columns. */
export interface StudyOptions {
  readonly level: number;
  readonly method: "REML" | "ML";
}

/**
 * A study by name: `concord fit FILE --template NAME --column outcome=phq9`.
 *
 * It reads plain CSV, says in plain words what it asks, and answers with a sentence before any table. A further one is
 * a value of this type in `studyTemplates`.
 */
export interface StudyTemplate {
  readonly name: string;
  readonly question: string;
  /** What a row of the file is: "a row for each client". */
  readonly rows: string;
  readonly columns: readonly TemplateColumn[];
  readonly study: (columns: Columns, chosen: ChosenColumns, options: StudyOptions) => Outcome<StudyResult>;
  readonly rCode: (file: string, chosen: ChosenColumns, options: StudyOptions, columns: Columns) => string;
}
