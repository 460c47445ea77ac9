import { entryProblem } from "./bibliography/reference.ts";
import type { RowProblem } from "./problem.ts";
import type { Delimiter } from "./text/delimiter.ts";
import { recogniseEncoding } from "./text/encoding.ts";
import { printable, quoted } from "./text/printable.ts";
import { type SheetLayout, sheet } from "./text/sheet.ts";
import { textStream } from "./text/text-stream.ts";
import { readMoment } from "./value/date.ts";
import { type MissingRule, missingTest, suspiciousCodes } from "./value/missing.ts";
import { numberColumn } from "./value/number-column.ts";

/** One column of a table, with what it holds. */
export interface FrameColumn {
  readonly name: string;
  /** `mixed` holds numbers for the greater part, and words or numbers that can be read in two ways. */
  readonly type: "number" | "text" | "date" | "mixed" | "empty";
  /** Numbers where the column holds numbers, otherwise texts; null is missing. */
  readonly cells: readonly (number | string | null)[];
  /** The texts of the file, trimmed: ids and groups are these. */
  readonly texts: readonly (string | null)[];
  /** Of a mixed column: where it is not a number, and one sentence that says so. */
  readonly fault: { readonly rows: readonly number[]; readonly sentence: string } | null;
  /** Numbers that look like codes for no answer and were read as numbers. */
  readonly codes: readonly { readonly code: number; readonly count: number }[];
  readonly missing: number;
}

/** A table as it is, column by column: for analyses on any data, where the columns' meaning is said elsewhere. */
export interface ReadFrame {
  /** The cells of each column by its name. Empty where the file could not be used. */
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly described: readonly FrameColumn[];
  /** Names that several columns have: none of these is in `columns`. */
  readonly repeated: readonly string[];
  /** The line of the file on which each row begins. */
  readonly lines: readonly number[];
  /** Rows of the file below the heading, readable or not; blank lines are none. */
  readonly rows: number;
  /** Null where the file could not be used. */
  readonly layout: SheetLayout | null;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
}

export interface FrameRules extends MissingRule {
  /** Lines above the heading; found where it is not given. */
  readonly skip?: number | undefined;
}

/**
 * Reads any delimited table into columns. A column is numeric when all its values are numbers. A row with more fields
 * than the heading is reported and left out; two columns of one name are left out, because neither can be named.
 */
export function readFrame(bytes: Uint8Array, rules: FrameRules = {}): ReadFrame {
  const head = recogniseEncoding(bytes.subarray(0, 1024));
  if (typeof head !== "string") return unusable(head.sentence);
  const stream = textStream();
  const first = stream.decode(bytes);
  if (typeof first !== "string") return unusable(first.sentence);
  const text = first + stream.finish();
  if (text.trim() === "") return unusable("The file is empty.");

  const problems: RowProblem[] = [];
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  let names: readonly string[] = [];
  let delimiter: Delimiter = ",";
  const reader = sheet(
    {
      heading: (heading, _, found) => {
        names = heading;
        delimiter = found;
      },
      row: (fields, line) => {
        rows.push(fields.map((field) => field.trim()));
        lines.push(line);
      },
      unreadable: (kind, line, sentence) => problems.push(entryProblem(kind, line, null, sentence)),
    },
    rules.skip ?? null,
  );
  reader.write(text);
  reader.finish();
  if (names.length === 0) return unusable("The file has no heading that can be read.");
  if (rows.length === 0) {
    const [ragged] = problems;
    return unusable(
      ragged === undefined
        ? "The file has a heading and no row below it."
        : `No row fits the heading. Line ${ragged.line}: ${ragged.sentence.charAt(0).toLowerCase()}${ragged.sentence.slice(1)} If titles stand above the heading, --skip says how many lines.`,
    );
  }
  const isMissing = missingTest(rules);
  const described = names.flatMap((name, at) =>
    // R writes its row names under an empty heading; they are no data.
    name === ""
      ? []
      : [
          describe(
            name,
            rows.map((row) => (isMissing(row[at]!) ? null : row[at]!)),
            lines,
            delimiter,
          ),
        ],
  );
  const repeated = [...new Set(names.filter((name, at) => name !== "" && names.indexOf(name) !== at))];
  const single = described.filter(({ name }) => !repeated.includes(name));
  return {
    columns: Object.fromEntries(single.map(({ name, cells }) => [name, cells])),
    described: single,
    repeated,
    lines,
    rows: rows.length + problems.length,
    layout: reader.layout(),
    problems,
    notes: [
      ...stream.notes(),
      ...reader.remarks(),
      ...repeated.map((name) => `Several columns are called ${quoted(name)}; none of them was read.`),
    ],
  };
}

function describe(
  name: string,
  texts: readonly (string | null)[],
  lines: readonly number[],
  delimiter: Delimiter,
): FrameColumn {
  const missing = texts.filter((text) => text === null).length;
  const own = { name, texts, missing, fault: null, codes: [] } as const;
  if (missing === texts.length) return { ...own, type: "empty", cells: texts };
  const read = numberColumn(texts, delimiter);
  if (read.kind === "numbers")
    return { ...own, type: "number", cells: read.values, codes: suspiciousCodes(read.values) };
  const known = texts.length - missing;
  const isDate = texts.every((text) => text === null || readMoment(text, "unknown").kind !== "not-a-date");
  if (isDate) return { ...own, type: "date", cells: texts };
  if (read.why === "words" && 2 * read.numbers <= known) return { ...own, type: "text", cells: texts };
  return { ...own, type: "mixed", cells: texts, fault: { rows: read.others, sentence: sentenceOf(read) } };

  function sentenceOf({ others, why }: Extract<typeof read, { kind: "no-numbers" }>): string {
    const shown = others.slice(0, 5).map((row) => `line ${lines[row]}: ${quoted(texts[row]!)}`);
    const all = `${shown.join(", ")}${others.length > shown.length ? `, and ${others.length - shown.length} more` : ""}`;
    const column = printable(name);
    if (why === "two-readings")
      return `The numbers of column ${column} can be read in two ways, with a comma as decimal mark or between thousands (${all}). Write them without thousands separators and with a decimal point`;
    if (why === "two-marks")
      return `Column ${column} mixes decimal marks (${all}). Write its numbers in one way`;
    return `Column ${column} holds numbers and ${others.length === 1 ? "one text that is none" : `${others.length} texts that are none`} (${all}). Correct ${others.length === 1 ? "it" : "them"}, or say which texts mean no answer with --missing`;
  }
}

function unusable(sentence: string): ReadFrame {
  const problems = [entryProblem("file", null, null, sentence)];
  return { columns: {}, described: [], repeated: [], lines: [], rows: 0, layout: null, problems, notes: [] };
}
