import { numberColumn } from "./column.ts";
import type { Columns } from "./model-command.ts";

/** Columns of numbers under their names; all columns of numbers where none are named. `Q1:Q9` stands for those between. */
export function pickColumns(
  columns: Columns,
  wanted: readonly string[] | undefined,
): Readonly<Record<string, readonly (number | null)[]>> {
  const names = wanted === undefined ? numeric(columns) : namesBetween(Object.keys(columns), wanted);
  return Object.fromEntries(names.map((name) => [name, numberColumn(columns, name)]));
}

function numeric(columns: Columns): readonly string[] {
  return Object.keys(columns).filter((name) => columns[name]!.every((value) => typeof value !== "string"));
}

/** The names that are meant: `Q1:Q9` stands for the columns from one to the other. */
export function namesBetween(all: readonly string[], wanted: readonly string[]): readonly string[] {
  return wanted.flatMap((name) => {
    const [from, to, ...more] = name.split(":");
    const first = all.indexOf(from!);
    const last = all.indexOf(to ?? "");
    if (all.includes(name) || to === undefined || more.length > 0 || first < 0 || last < first) return [name];
    return all.slice(first, last + 1);
  });
}
