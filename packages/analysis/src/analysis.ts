import type { Columns } from "./table/cells.ts";
import type { ColumnUse } from "./table/column-use.ts";
import type { TablePart } from "./table/model-table.ts";
import type { LeftRow } from "./table/report.ts";
import type { OutcomeUse } from "./table/two-valued-outcome.ts";

/**
 * An analysis of a table: a request is read from plain options, run on columns, and its result is given as R's terms, a
 * sentence, tables, a figure and an R program. The command line and the web application both use it; it reads no file and
 * prints nothing.
 *
 *     const request = moderateAnalysis.request({ x: "regard", w: "perfectionism", y: "change" });
 *     const outcome = moderateAnalysis.run({ regard: [1, 2, …], perfectionism: […], change: […] }, request);
 *     if (outcome.kind === "done") moderateAnalysis.sentence(outcome.result, request);
 */
export interface Analysis<Request, Result, Options = Partial<Request>> {
  readonly name: string;
  /** Returns the request with defaults for what was not said. Throws RequestRefused for what cannot stand together. */
  readonly request: (options: Options) => Request;
  /** The columns that the request names, and as what; `columns` are the names that the table has. */
  readonly uses: (request: Request, columns: readonly string[]) => readonly ColumnUse[];
  /** The columns that a straight line is fitted to, each with the R call of the model for a yes-or-no outcome. */
  readonly outcomes?: (request: Request, columns: readonly string[]) => readonly OutcomeUse[];
  readonly run: (columns: Columns, request: Request) => Outcome<Result>;
  /** The names and shapes that R's package has. */
  readonly terms: (result: Result, request: Request) => unknown;
  /** The result in APA style, ready to be checked and pasted. */
  readonly sentence: (result: Result, request: Request) => string;
  readonly table: (result: Result, request: Request) => readonly TablePart[];
  /** Returns an SVG; charts are loaded when one is drawn. */
  readonly figure: (result: Result, request: Request) => Promise<string>;
  /** The R program that reads the same file and gives the same. */
  readonly rProgram: (file: string, request: Request, columns: Columns) => string;
}

/** What every request has. */
export interface AnalysisRequest {
  /** Coverage of intervals. */
  readonly confidenceLevel: number;
}

/** The coverage of intervals where a request says nothing else. */
export const confidenceLevel = 0.95;

/** Returns a level as it is printed: 95 for .95. */
export function percentOf(level: number): number {
  return Number((100 * level).toPrecision(12));
}

export type Outcome<Result> =
  | {
      readonly kind: "done";
      readonly result: Result;
      /** Rows that were not used. Without it, rows that lack a used value. */
      readonly left?: readonly LeftRow[];
      /** Rows that were used, where the analysis counts them itself. */
      readonly used?: number;
      /** What a reader must know: a singular fit, a boundary, a convention. */
      readonly notes?: readonly string[];
    }
  | { readonly kind: "refused"; readonly reason: string };
