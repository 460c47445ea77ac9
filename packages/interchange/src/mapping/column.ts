import { nearest, plain } from "../text/nearest.ts";
import { quoted } from "../text/printable.ts";
import type { ColumnPlace, NoPlan } from "./plan.ts";

/** The column of this name: exactly, or else without regard to case and signs where that is one column only. */
export function findColumn(name: string, heading: readonly string[]): ColumnPlace | null {
  const exact = heading.indexOf(name);
  if (exact >= 0) return { at: exact, column: heading[exact]! };
  const similar = heading.flatMap((column, at) => (plain(column) === plain(name) ? [{ at, column }] : []));
  return similar.length === 1 ? similar[0]! : null;
}

/** For a name that must be a column. */
export function noColumn(name: string, heading: readonly string[]): string {
  const meant = nearest(name, heading);
  const hint = meant === null ? `It has ${columnList(heading)}.` : `Did you mean ${quoted(meant)}?`;
  return `The heading has no column ${quoted(name)}. ${hint}`;
}

export function columnList(heading: readonly string[], most = 12): string {
  const named = heading.slice(0, most).map((column) => quoted(column, 24));
  const more = heading.length - named.length;
  return named.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

/** What is wrong with the columns that are used: one whose name others have too cannot be told from them. */
export function repeatedColumns(heading: readonly string[], used: readonly number[]): readonly string[] {
  const repeated = new Set(
    used.map((at) => heading[at]!).filter((name) => heading.indexOf(name) !== heading.lastIndexOf(name)),
  );
  return [...repeated].map(
    (column) => `The heading has the column ${quoted(column)} more than once; give each its own name.`,
  );
}

export const noPlan = (...problems: readonly string[]): NoPlan => ({ kind: "no-plan", problems });
