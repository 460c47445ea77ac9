import { type FrameColumn, nearest, printable, type ReadFrame } from "@concord/interchange/table";
import { RequestRefused } from "../refusal.ts";
import type { Columns } from "./cells.ts";

/**
 * A column that an analysis uses. A predictor is a number where its column holds numbers, and names otherwise; a value
 * is taken as it comes.
 */
export interface ColumnUse {
  readonly name: string;
  readonly as: "number" | "name" | "predictor" | "value";
}

/** Names and groups. */
export const asNames = (...names: readonly (string | undefined)[]): readonly ColumnUse[] =>
  uses(names, "name");

export const asNumbers = (...names: readonly (string | undefined)[]): readonly ColumnUse[] =>
  uses(names, "number");

export const asPredictors = (...names: readonly (string | undefined)[]): readonly ColumnUse[] =>
  uses(names, "predictor");

function uses(names: readonly (string | undefined)[], as: ColumnUse["as"]): readonly ColumnUse[] {
  return names.flatMap((name) => (name === undefined ? [] : [{ name, as }]));
}

/** The columns of a file that stand as words in terms such as `factor(site)` or `age:sex`. */
export function columnsNamedIn(terms: readonly string[], columns: readonly string[]): readonly string[] {
  const there = new Set(columns);
  return [
    ...new Set(
      terms.flatMap((term) =>
        there.has(term)
          ? [term]
          : [...term.matchAll(/`([^`]+)`|[\p{L}_.][\p{L}\p{N}_.]*/gu)]
              .map(([word, quoted]) => quoted ?? word)
              .filter((word) => there.has(word)),
      ),
    ),
  ];
}

/**
 * Returns the columns as they are used: ids and groups are the file's own texts, so that 0506 and 506 are two. Throws
 * a RequestRefused for a column that is not there, that several columns are called, that holds nothing, or that holds
 * words among numbers.
 */
export function columnsAsUsed(frame: ReadFrame, used: readonly ColumnUse[]): Columns {
  const columns: Record<string, Columns[string]> = { ...frame.columns };
  for (const { name, as } of used) {
    const column = describedColumn(frame, name);
    if (column.type === "empty")
      throw new RequestRefused(
        `Column ${printable(name)} has no value in any row (all ${column.missing} are missing).`,
      );
    if (as === "name" || as === "value") continue;
    if (column.fault !== null) throw new RequestRefused(`${column.fault.sentence}.`);
    if (column.type === "date" && as === "predictor")
      throw new RequestRefused(
        `Column ${printable(name)} holds dates, which are no numbers: use a column of days or sessions.`,
      );
  }
  for (const { name, as } of used) {
    if (as !== "name") continue;
    const column = describedColumn(frame, name);
    const isPlain = column.texts.every((text, row) => text === null || text === String(column.cells[row]));
    if (isPlain && column.type === "number") continue;
    if (used.some((other) => other.name === name && (other.as === "number" || other.as === "predictor")))
      refuseTwoReadings(column);
    else columns[name] = column.texts;
  }
  return columns;
}

/** A column that is number and group at once must not have two texts for one number. */
function refuseTwoReadings(column: FrameColumn): void {
  const seen = new Map<unknown, string>();
  column.texts.forEach((text, row) => {
    if (text === null) return;
    const before = seen.get(column.cells[row]);
    if (before !== undefined && before !== text)
      throw new RequestRefused(
        `Column ${printable(column.name)} is used as numbers and as groups, and ${printable(before)} and ${printable(text)} are two groups but one number. Copy it into a column of its own for one of them.`,
      );
    seen.set(column.cells[row], text);
  });
}

function describedColumn(frame: ReadFrame, name: string): FrameColumn {
  const found = frame.described.find((column) => column.name === name);
  if (found !== undefined) return found;
  if (frame.repeated.includes(name))
    throw new RequestRefused(`Several columns are called ${printable(name)}; give each its own name.`);
  throw noColumn(name, Object.keys(frame.columns));
}

/** The refusal for a column that is not there, with the nearest or all there are. */
export function noColumn(name: string, columns: readonly string[]): RequestRefused {
  const meant = nearest(name, columns);
  const there = columns.map((one) => printable(one)).join(", ");
  const hint = meant === null ? "" : ` Did you mean ${printable(meant)}?`;
  return new RequestRefused(`There is no column ${printable(name)}; there are ${there}.${hint}`);
}
