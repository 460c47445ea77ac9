import { entryProblem } from "./bibliography/reference.ts";
import type { RowProblem } from "./problem.ts";
import { recogniseEncoding } from "./text/encoding.ts";
import { printable } from "./text/printable.ts";
import { table } from "./text/table.ts";
import { textStream } from "./text/text-stream.ts";

/** A table as it is, column by column: for analyses on any data, where the columns' meaning is said elsewhere. */
export interface ReadFrame {
  /** Empty where the file could not be used. */
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>;
  /** The line of the file on which each row begins. */
  readonly lines: readonly number[];
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
}

/** R's and spreadsheets' marks of a missing value. Codes such as −99 are numbers here: they may be data. */
const missing: ReadonlySet<string> = new Set(["", "NA", "N/A", "#N/A", "NaN", "NULL", "."]);

const pointNumber = /^[+\-\u2212]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const commaNumber = /^[+\-\u2212]?\d+(?:,\d+)?$/;

/**
 * Reads any delimited table into columns. A column is numeric when all its values are numbers; decimal commas count
 * where the delimiter is no comma. Rows of another length than the heading are told and left out.
 */
export function readFrame(bytes: Uint8Array): ReadFrame {
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
  let hasComma = false;
  const reader = table({
    heading: (heading, _, delimiter) => {
      names = heading.map((name) => name.replace(/^\uFEFF/, "").trim());
      hasComma = delimiter !== ",";
    },
    row: (fields, line) => {
      if (fields.every((field) => field.trim() === "")) return;
      if (fields.length !== names.length) {
        const sentence = `The row has ${fields.length} fields, and the heading ${names.length}.`;
        problems.push(entryProblem("ragged-row", line, null, sentence));
        return;
      }
      rows.push(fields.map((field) => field.trim()));
      lines.push(line);
    },
    damaged: (line, sentence) => {
      problems.push(
        entryProblem("damaged-row", line, null, `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`),
      );
    },
  });
  reader.write(text);
  reader.finish();
  const twice = names.find((name, at) => name !== "" && names.indexOf(name) !== at);
  if (twice !== undefined) return unusable(`Two columns are called ${printable(twice)}.`);
  if (rows.length === 0) return unusable("The file has a heading and no row below it.");
  const columns = names.flatMap((name, at) =>
    // R writes its row names under an empty heading; they are no data.
    name === ""
      ? []
      : [
          [
            name,
            column(
              rows.map((row) => row[at]!),
              hasComma,
            ),
          ] as const,
        ],
  );
  return { columns: Object.fromEntries(columns), lines, problems, notes: stream.notes() };
}

function column(cells: readonly string[], hasComma: boolean): readonly (number | string | null)[] {
  const values = cells.map((cell) => (missing.has(cell) ? null : cell));
  const known = values.filter((value) => value !== null);
  const isNumber = (value: string) => pointNumber.test(value) || (hasComma && commaNumber.test(value));
  if (known.length === 0 || !known.every(isNumber)) return values;
  return values.map((value) =>
    value === null ? null : Number(value.replace("\u2212", "-").replace(",", ".")),
  );
}

function unusable(sentence: string): ReadFrame {
  return { columns: {}, lines: [], problems: [entryProblem("file", null, null, sentence)], notes: [] };
}
