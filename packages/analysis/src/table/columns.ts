import { printable } from "@concord/interchange/table";
import { RequestRefused } from "../refusal.ts";
import type { Cell, Columns } from "./cells.ts";
import { noColumn } from "./column-use.ts";

/** A column as it is; a name that the file has not is refused with those it has. */
export function anyColumn(columns: Columns, name: string): readonly Cell[] {
  const found = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (found !== undefined) return found;
  throw noColumn(name, Object.keys(columns));
}

/** Names and groups as text, numbers included: 7 and "7" are one client. */
export function textColumn(columns: Columns, name: string): readonly (string | null)[] {
  return anyColumn(columns, name).map((value) => (value === null ? null : String(value)));
}

/** A column of numbers; the first text in it is named. */
export function numberColumn(columns: Columns, name: string): readonly (number | null)[] {
  return anyColumn(columns, name).map((value, row, all) => {
    if (typeof value !== "string") return value;
    const first = all.find((one) => typeof one === "string" && !isNumber(one)) ?? value;
    throw new RequestRefused(
      `The column ${printable(name)} must hold numbers; it has ${printable(String(first))} (row ${
        first === value ? row + 1 : all.indexOf(first) + 1
      }).`,
    );
  });
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}

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
