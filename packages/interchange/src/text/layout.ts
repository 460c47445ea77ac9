import { isNumberLike } from "../value/number-column.ts";
import { type Delimiter, delimiters, recogniseDelimiter } from "./delimiter.ts";
import { table } from "./table.ts";

/** How a file is laid out around its table. */
export interface Layout {
  readonly delimiter: Delimiter;
  /** Lines above the heading. */
  readonly skip: number;
  /** Whether every row begins with a row name that the heading has no column for, as R writes them. */
  readonly rowNames: boolean;
  /** Further heading lines below the heading, as Qualtrics writes them: the last one's line. */
  readonly subheadingUntil: number;
  readonly remarks: readonly string[];
}

interface Sampled {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Records looked at to find the layout. */
const sampled = 200;

/**
 * Returns the layout of a file from its beginning.
 *
 * The first line that is not blank is the heading, unless it holds one text alone and a line of several names stands
 * below: then it is a title. The sign that splits the heading into most columns separates the fields.
 */
export function layoutOf(beginning: string, isWhole: boolean, skip: number | null): Layout {
  const lines = linesOf(beginning, isWhole);
  const named = skip === null ? delimiterNamed(lines) : null;
  const first =
    lines.find((line, at) => at >= (skip ?? 0) && line.trim() !== "" && !separator.test(line)) ?? "";
  const ownDelimiter = named ?? recogniseDelimiter(first);
  const usual = recordsOf(beginning, isWhole, ownDelimiter, skip ?? 0);
  if (skip !== null) return layoutBelow(usual, ownDelimiter, skip, []);
  const titled = titleLines(usual, ownDelimiter);
  if (titled !== null) return titled;
  // A title may hold a sign that separates nothing: the rows then fit another one.
  if (named === null && !isEven(usual)) {
    for (const delimiter of delimiters) {
      const records = recordsOf(beginning, isWhole, delimiter, 0);
      const found = titleLines(records, delimiter);
      if (found !== null && isEven(records.filter(({ line }) => line > found.skip))) return found;
    }
  }
  return layoutBelow(usual, ownDelimiter, 0, []);
}

const separator = /^\uFEFF?sep=([,;\t|])$/i;

function delimiterNamed(lines: readonly string[]): Delimiter | null {
  return (separator.exec(lines[0] ?? "")?.[1] as Delimiter | undefined) ?? null;
}

function linesOf(beginning: string, isWhole: boolean): readonly string[] {
  const lines = beginning.split(/\r\n|\r|\n/, sampled);
  return isWhole || lines.length < 2 ? lines : lines.slice(0, -1);
}

/** The first records that are not blank; the last, which may be cut, is left out of a beginning. */
function recordsOf(
  beginning: string,
  isWhole: boolean,
  delimiter: Delimiter,
  skip: number,
): readonly Sampled[] {
  const records: Sampled[] = [];
  const add = (fields: readonly string[], line: number): void => {
    if (records.length >= sampled || fields.every((field) => field.trim() === "")) return;
    records.push({ fields: fields.map((field) => field.replace(/^\uFEFF/, "").trim()), line });
  };
  const reading = table({ heading: add, row: add, damaged: () => {} }, delimiter, skip);
  // A few hundred records at most are looked at, however long the beginning is.
  reading.write(beginning);
  if (isWhole) reading.finish();
  return records;
}

/** Whether all rows have the fields of the heading, and there are two or more. */
function isEven([heading, ...rows]: readonly Sampled[]): boolean {
  const width = heading?.fields.length ?? 0;
  return width > 1 && rows.length > 0 && rows.every(({ fields }) => fields.length === width);
}

const filled = ({ fields }: Sampled): number => fields.filter((field) => field !== "").length;

/** Titles above the table, or null where it begins with its heading. */
function titleLines(records: readonly Sampled[], delimiter: Delimiter): Layout | null {
  const [first] = records;
  if (first === undefined) return null;
  const most = Math.max(...records.map(filled));
  // Pairs of a word and its value stand above wider tables: "Exported,2024-03-01".
  const titleWidth = most >= 4 ? 2 : 1;
  if (most < 2 || filled(first) > titleWidth) return null;
  const at = records.findIndex((record) => filled(record) > titleWidth);
  const heading = records[at]!;
  const rows = records.slice(at + 1);
  const names = heading.fields.filter((field) => field !== "");
  // One name may stand twice where nobody uses it; a row of data repeats itself more.
  const isHeading = new Set(names).size > names.length / 2;
  const isText = records
    .slice(0, at)
    .every(({ fields }) => fields.every((field) => !/[\p{Cc}\uFFFD]/u.test(field)));
  if (!isHeading || !isText || heading.fields.some((field) => isNumberLike(field))) return null;
  if (rows.length === 0 || !rows.some((row) => filled(row) > 1)) return null;
  const above = `${at === 1 ? "A line" : `${at} lines`} above the heading ${at === 1 ? "was" : "were"} passed over: the heading is line ${heading.line} (--skip says otherwise).`;
  return layoutBelow(records.slice(at), delimiter, heading.line - 1, [above]);
}

function layoutBelow(
  records: readonly Sampled[],
  delimiter: Delimiter,
  skip: number,
  remarks: readonly string[],
): Layout {
  const [heading, ...rows] = records;
  const imported = rows
    .slice(0, 3)
    .find(({ fields }) => fields.some((field) => /^\{"ImportId":/.test(field)));
  const subheadingUntil = imported?.line ?? 0;
  const below = rows.filter(({ line }) => line > subheadingUntil);
  const width = heading?.fields.length ?? 0;
  const names = below.map(({ fields }) => fields[0]!);
  const rowNames =
    below.length > 0 &&
    below.every(({ fields }) => fields.length === width + 1 && fields[0] !== "") &&
    below.some(({ fields }) => fields.at(-1) !== "") &&
    new Set(names).size === names.length;
  return {
    delimiter,
    skip,
    rowNames,
    subheadingUntil,
    remarks: [
      ...remarks,
      ...(rowNames
        ? [
            "Every row has one field more than the heading, so the first is taken as the row's name, as R writes it.",
          ]
        : []),
      ...(imported === undefined
        ? []
        : [`The heading goes on to line ${imported.line}, as Qualtrics writes it; these lines are no rows.`]),
    ],
  };
}
