import type { RowProblem } from "../problem.ts";

/** What kind of publication it is, in the words of CSL 1.0.2. */
export type ReferenceType = "article-journal" | "chapter" | "book" | "thesis" | "report" | "document";

/** One publication as a bibliography file names it. */
export interface Reference {
  /** The file's own name for it, if it gives one. */
  readonly key: string | null;
  readonly type: ReferenceType;
  /** "Family, Given", in order; the editors where it has no authors. */
  readonly authors: readonly string[];
  readonly year: number | null;
  readonly title: string;
  /** The journal or book it is in. */
  readonly container: string | null;
  readonly volume: string | null;
  readonly pages: string | null;
  /** Bare: without `https://doi.org/`. */
  readonly doi: string | null;
  readonly keywords: readonly string[];
  /** Line in the file on which it begins. */
  readonly line: number;
}

/** A field that was read otherwise than it is written, or taken from elsewhere. */
export interface FieldChange {
  readonly line: number;
  readonly column: string;
  readonly sentence: string;
}

export interface ReferencesRead {
  /** Entries that the file holds, those that are left out too. */
  readonly found: number;
  readonly references: readonly Reference[];
  readonly problems: readonly RowProblem[];
  readonly changes: readonly FieldChange[];
}

/** A year in a date such as `2018/04//`, `c. 2018` or `2018`; null where there is none. */
export function yearIn(text: string): number | null {
  const found = /(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)/.exec(text);
  return found === null ? null : Number(found[1]);
}

/** Returns the words of a list of keywords, which are separated by commas or semicolons. */
export const keywordsIn = (text: string): readonly string[] =>
  text.split(/\s*[,;]\s*/).filter((word) => word !== "");

/** Returns the remark that the editors were taken as authors. */
export const editorsStandIn = (line: number): FieldChange => ({
  line,
  column: "author",
  sentence: "there is no author; the editors were taken as authors.",
});

/** What is wrong with one entry: the line it begins on, and one sentence. */
export function entryProblem(
  kind: RowProblem["kind"],
  line: number | null,
  column: string | null,
  sentence: string,
): RowProblem {
  return { kind, line, column, sentence, kept: null };
}
