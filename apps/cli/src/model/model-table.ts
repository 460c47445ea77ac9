import { cell } from "../print/cell.ts";
import { textTable } from "../print/table.ts";

/** A readable table: names to the left, numbers to six significant digits to the right, a dash for none. */
export function modelTable(
  titles: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly string[] {
  return textTable(
    titles.map((title, at) => (at === 0 ? { title } : { title, align: "right" as const })),
    rows.map((row) => row.map(cell)),
  );
}
