import type { RowProblem } from "../problem.ts";

/** One publication as a bibliography file names it. */
export interface Reference {
  /** The file's own name for it, if it gives one. */
  readonly key: string | null;
  /** "Family, Given", in order. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly title: string;
  /** The journal or book it stands in. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  /** Bare: without `https://doi.org/`. */
  readonly doi: string | null;
  readonly keywords: readonly string[];
  /** Line in the file on which it begins. */
  readonly line: number;
}

export interface ReferencesRead {
  readonly references: readonly Reference[];
  readonly problems: readonly RowProblem[];
}

/** A year in a date such as `2018/04//`, `c. 2018` or `2018`; null where there is none. */
export function yearIn(text: string): number | null {
  const found = /(?<!\d)(1[89]\d\d|20\d\d)(?!\d)/.exec(text);
  return found === null ? null : Number(found[1]);
}

/** `10.1037/pst0000172` out of however a file writes it; null where it is no DOI. */
export function bareDoi(text: string): string | null {
  const found = /10\.\d{4,9}\/[^\s"<>]+/.exec(text);
  return found === null ? null : found[0].replace(/[.,;)\]}]+$/, "");
}

/** What is wrong with one entry: the line it begins on, and one sentence. */
export function entryProblem(
  kind: RowProblem["kind"],
  line: number | null,
  column: string | null,
  sentence: string,
): RowProblem {
  return { kind, line, column, sentence, kept: null };
}
