import type { ReadingReport } from "@concord/interchange";
import type { StaffMessage, StaffMessages } from "@concord/messages";

type Reason = ReadingReport["rows"]["left_out"][number]["reason"];

const named = ["not-asked-for", "no-answer", "ragged-row", "damaged-row", "duplicate"] as const;

const nameOf = (reason: Reason) => named.find((one) => one === reason) ?? "problem";

/** Lines that are named; all are counted. */
const shown = 10;

/** Returns one sentence for each reason why rows were not used, with their lines. */
export function leftOutMessages(
  { rows }: ReadingReport,
  { format }: Pick<StaffMessages, "format">,
): readonly StaffMessage[] {
  return rows.left_out.map(({ reason, count, lines }) => ({
    id: `import.left-out.${nameOf(reason)}`,
    values: {
      count,
      lines: lines
        .slice(0, shown)
        .map((line) => format.number(line, { useGrouping: false }))
        .join(", "),
      more: count > shown ? "yes" : "no",
    },
  }));
}

/** Returns the columns that were read, with what each was read as. */
export const columnMessages = ({ columns }: ReadingReport): readonly StaffMessage[] =>
  columns.map(({ name, as, type }) => ({ id: "import.column", values: { name, as, type } }));
