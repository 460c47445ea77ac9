import type { ReadColumn, ReadSummary } from "./ratings.ts";
import type { LeftOut } from "./read/rows-left-out.ts";

/** What became of a file of ratings or answers, in the same words as the `input` of an analysis. */
export interface ReadingReport {
  readonly rows: {
    readonly given: number;
    readonly used: number;
    readonly left_out: readonly (LeftOut & { readonly by_request?: true })[];
  };
  readonly columns: readonly ReadColumn[];
  /** Cells that hold a code for no answer. */
  readonly missing: number;
  readonly remarks: readonly string[];
}

type Read = Pick<ReadSummary, "rows" | "used" | "leftOut" | "columns" | "missing" | "notes">;

/** Returns rows used of rows given, the columns with their types, and what was assumed. */
export function readingReport({ rows, used, leftOut, columns, missing, notes }: Read): ReadingReport {
  return {
    rows: {
      given: rows,
      used,
      left_out: leftOut.map((own) => ({
        ...own,
        ...(own.reason === "not-asked-for" && { by_request: true }),
      })),
    },
    columns,
    missing,
    remarks: notes,
  };
}

/** What is remarked on although nothing is left out. */
const harmless: readonly string[] = ["unscorable", "therapist-changed", "date-order"];

/** Returns whether something of the file, a row or a value of it, would be left out unasked. */
export const losesRows = ({ byKind }: Pick<ReadSummary, "byKind">): boolean =>
  Object.keys(byKind).some((kind) => !harmless.includes(kind));

/** Returns whether there is something to say: a problem, or a row of which nothing was used unasked. */
export const isIncomplete = ({ byKind, leftOut }: Pick<ReadSummary, "byKind" | "leftOut">): boolean =>
  Object.keys(byKind).length > 0 || leftOut.some(({ reason }) => reason !== "not-asked-for");
