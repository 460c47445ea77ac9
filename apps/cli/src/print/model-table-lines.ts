import type { TablePart } from "@concord/analysis";
import { cell } from "./cell.ts";
import { textTable } from "./table.ts";

/** Returns the tables of a result as lines: names to the left, numbers to six significant digits to the right. */
export function modelTableLines(parts: readonly TablePart[]): readonly string[] {
  return parts.flatMap((part) =>
    typeof part === "string"
      ? [part]
      : textTable(
          part.titles.map((title, at) => (at === 0 ? { title } : { title, align: "right" as const })),
          part.rows.map((row) => row.map(cell)),
        ),
  );
}
