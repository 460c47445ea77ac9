import { printable } from "@concord/interchange";
import { CommandRefused } from "../terminal.ts";
import type { Columns } from "./model-command.ts";
import { noColumn } from "./table-use.ts";

export type Cell = number | string | null;

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
    throw new CommandRefused(
      `The column ${printable(name)} must hold numbers; it has ${printable(String(first))} (row ${
        first === value ? row + 1 : all.indexOf(first) + 1
      }).`,
    );
  });
}

function isNumber(text: string): boolean {
  return text.trim() !== "" && Number.isFinite(Number(text));
}
