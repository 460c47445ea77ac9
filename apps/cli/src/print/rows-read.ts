import type { LeftOut } from "@concord/interchange";
import { countWords, kindWords } from "./problems.ts";

const reasonWords: Readonly<Record<string, string>> = {
  ...kindWords,
  "not-asked-for": "passed over by --where",
  "no-answer": "without an answer",
};

/** One line: rows used of rows given and why the others were not; null where all were used. */
export function rowsLine(rows: number, used: number, leftOut: readonly LeftOut[]): string | null {
  if (leftOut.length === 0) return null;
  const reasons = leftOut.map(({ reason, count, lines }) => {
    const shown = lines.slice(0, 5).join(", ");
    return `${count.toLocaleString("en")} ${reasonWords[reason] ?? reason} (line ${shown}${count > 5 ? ", …" : ""})`;
  });
  return `rows: ${used.toLocaleString("en")} of ${countWords(rows, "row", "rows")} used; left out: ${reasons.join("; ")}.`;
}
