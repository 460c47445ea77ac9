import {
  losesRows,
  type Mapping,
  type ReadingReport,
  type RowProblem,
  readingReport,
  readRatings,
  type Source,
} from "@concord/interchange";
import type { Actor } from "./actor.ts";
import type { AppContext } from "./app-context.ts";
import { type ImportResult, importRatings } from "./import.ts";
import type { ImportChoices } from "./import-plan.ts";
import { permit } from "./permit.ts";

export interface FileChoices extends ImportChoices {
  /** Import the rest of a file of which some rows are left out. */
  readonly soundRows?: boolean;
}

/** What a file came to: how it was read, and what of it is here now. */
export interface FileImported {
  readonly report: ReadingReport;
  readonly problems: readonly RowProblem[];
  /** All problems, also those that are not listed. */
  readonly problemCount: number;
  /** `unread`: nothing could be used; `incomplete`: rows would be left out, and that was not agreed to. */
  readonly result: ImportResult | { readonly kind: "unread" | "incomplete" };
}

/** Ratings that one upload may hold: they are read while others wait. */
const most = { ratings: 200_000 };

/** Reads a file of ratings by the rules of every table and takes it into the practice: all of it or nothing. */
export async function importFile(
  context: AppContext,
  actor: Actor,
  file: Source,
  mapping: Mapping,
  { soundRows, ...choices }: FileChoices = {},
): Promise<FileImported> {
  permit(actor, "import-ratings", { kind: "practice" });
  const { kept, problems, summary } = await readRatings(file, mapping, most);
  const read = { report: readingReport(summary), problems, problemCount: summary.problems };
  if (kept.length === 0) return { ...read, result: { kind: "unread" } };
  if (losesRows(summary) && soundRows !== true) return { ...read, result: { kind: "incomplete" } };
  return { ...read, result: await importRatings(context, actor, kept, choices) };
}
