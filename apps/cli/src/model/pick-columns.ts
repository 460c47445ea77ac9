import { numberColumn } from "./column.ts";
import type { Columns } from "./model-command.ts";

/** Columns of numbers under their names; all columns of numbers where none are named. `Q1:Q9` stands for those between. */
export function pickColumns(
  columns: Columns,
  wanted: readonly string[] | undefined,
  missing: readonly number[],
): Readonly<Record<string, readonly (number | null)[]>> {
  const names = wanted === undefined ? numeric(columns) : spread(columns, wanted);
  const without = new Set(missing);
  return Object.fromEntries(
    names.map((name) => [
      name,
      numberColumn(columns, name).map((value) => (value !== null && without.has(value) ? null : value)),
    ]),
  );
}

/** All columns, with the numbers that stand for a missing answer taken out. */
export function withoutCodes(columns: Columns, missing: readonly number[]): Columns {
  if (missing.length === 0) return columns;
  const without = new Set<unknown>(missing);
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [
      name,
      column.map((value) => (without.has(value) ? null : value)),
    ]),
  );
}

function numeric(columns: Columns): readonly string[] {
  return Object.keys(columns).filter((name) => columns[name]!.every((value) => typeof value !== "string"));
}

function spread(columns: Columns, wanted: readonly string[]): readonly string[] {
  const all = Object.keys(columns);
  return wanted.flatMap((name) => {
    const [from, to, ...more] = name.split(":");
    const first = all.indexOf(from!);
    const last = all.indexOf(to ?? "");
    if (Object.hasOwn(columns, name) || to === undefined || more.length > 0 || first < 0 || last < first)
      return [name];
    return all.slice(first, last + 1);
  });
}
