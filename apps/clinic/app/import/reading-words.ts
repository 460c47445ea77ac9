import type { ReadingReport } from "@concord/interchange";

const reasonWords: Readonly<Record<string, string>> = {
  "not-asked-for": "that the condition passes over",
  "no-answer": "without an answer",
  "ragged-row": "with more fields than the heading",
  "damaged-row": "that cannot be read",
  duplicate: "given twice",
};

/** Returns one sentence for each reason why rows were not used, with their lines. */
export function leftOutWords({ rows }: ReadingReport): readonly string[] {
  return rows.left_out.map(({ reason, count, lines }) => {
    const shown = lines.slice(0, 10).join(", ");
    const words = reasonWords[reason] ?? "with a problem that is listed below";
    return `${count.toLocaleString("en")} ${count === 1 ? "row" : "rows"} ${words} (line ${shown}${count > 10 ? ", …" : ""}).`;
  });
}

const uses: Readonly<Record<string, string>> = {
  value: "scores or answers",
  time: "another time",
  risk: "risk answers",
};

/** Returns the columns that were read, with what each was read as. */
export const columnWords = ({ columns }: ReadingReport): readonly string[] =>
  columns.map(({ name, as, type }) => `${name}: ${uses[as] ?? as} (${type})`);
