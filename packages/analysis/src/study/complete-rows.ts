import type { Cell, Columns } from "../table/cells.ts";
import { numberColumn, textColumn } from "../table/columns.ts";
import type { LeftRow } from "../table/report.ts";

/** The rows in which every chosen column has a value, and those that were left out. */
export interface CompleteRows {
  readonly columns: Columns;
  readonly left: readonly LeftRow[];
}

/** Numbers where numbers are needed (the first text is named), names as they come. */
export function completeRows(
  columns: Columns,
  numbers: readonly string[],
  names: readonly string[],
): CompleteRows {
  const chosen: [string, readonly Cell[]][] = [
    ...numbers.map((name): [string, readonly Cell[]] => [name, numberColumn(columns, name)]),
    ...names.map((name): [string, readonly Cell[]] => [name, textColumn(columns, name)]),
  ];
  const rows = chosen[0]?.[1].length ?? 0;
  const kept: number[] = [];
  const left: LeftRow[] = [];
  for (let row = 0; row < rows; row++) {
    const missing = chosen.filter(([, values]) => values[row] === null).map(([name]) => name);
    if (missing.length === 0) kept.push(row);
    else left.push({ row, reason: `no ${missing.join(", no ")}` });
  }
  return {
    columns: Object.fromEntries(chosen.map(([name, values]) => [name, kept.map((row) => values[row]!)])),
    left,
  };
}
