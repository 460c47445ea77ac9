import { problemLine, type RowProblem } from "@concord/interchange/table";

/** What reading came to, as far as it concerns problems. */
export interface Troubles {
  readonly listed: readonly RowProblem[];
  readonly total: number;
  readonly byKind: Readonly<Record<string, number>>;
}

const shown = 20;

/** What each kind of problem is called in a count. */
export const kindWords: Readonly<Record<string, string>> = {
  "not-a-number": "not a number",
  "not-whole": "fractions where only whole numbers can be",
  "out-of-range": "out of range",
  "missing-required": "something missing",
  "bad-session": "no session's number",
  "bad-time": "no place in time",
  "bad-date": "unreadable dates",
  "date-order": "dates out of order",
  "damaged-row": "damaged lines",
  "ragged-row": "lines with too few or too many fields",
  "mixed-decimal": "decimal points and commas mixed",
  "unknown-rater": "unknown raters",
  "unknown-scale": "unknown scales",
  "unknown-item": "unknown items",
  "unknown-instrument": "unknown instruments",
  "unknown-word": "unknown words",
  duplicate: "given twice",
  unscorable: "forms without a score",
  "therapist-changed": "changes of therapist",
  "too-large": "too large",
  heading: "faults of the heading",
  file: "faults of the file",
};

/** The first twenty problems, a line each, then how many there are of each kind. All of them when asked. */
export function problemLines({ listed, total, byKind }: Troubles, all: boolean): readonly string[] {
  const some = all ? listed : listed.slice(0, shown);
  const lines = some.map(problemLine);
  if (some.length === total) return lines;
  const kinds = Object.entries(byKind)
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count.toLocaleString("en")} ${kindWords[kind] ?? kind}`)
    .join(", ");
  const how = all ? "" : " --all-problems prints more.";
  lines.push(`… and ${(total - some.length).toLocaleString("en")} more. In all: ${kinds}.${how}`);
  return lines;
}

/** "3 lines have a problem" in the fewest words. */
export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
