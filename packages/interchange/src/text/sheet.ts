import type { Delimiter } from "./delimiter.ts";
import { type Layout, layoutOf } from "./layout.ts";
import { type Table, table } from "./table.ts";

/** What a sheet gives its listener. Every row is as wide as the heading. */
export interface SheetListener {
  readonly heading: (names: readonly string[], line: number, delimiter: Delimiter) => void;
  readonly row: (fields: readonly string[], line: number) => void;
  /** A line that cannot be a row: damaged, or with more fields than the heading. */
  readonly unreadable: (kind: "damaged-row" | "ragged-row", line: number, sentence: string) => void;
}

export interface Sheet {
  readonly write: (text: string) => void;
  readonly finish: () => void;
  /** Where the rows begin, whether they have names, and whether some end with empty fields; null before the heading. */
  readonly layout: () => SheetLayout | null;
  /** What was found or assumed about the layout, one sentence each. */
  readonly remarks: () => readonly string[];
}

/** How a file is laid out, for programs that read the same file. */
export interface SheetLayout {
  readonly delimiter: Delimiter;
  /** Lines above the heading. */
  readonly skip: number;
  readonly rowNames: boolean;
  /** The last line of a heading of several lines; 0 where it has one. */
  readonly subheadingUntil: number;
  readonly emptyFieldsAtEnds: boolean;
}

/** Characters of a file that its layout is found from. */
const beginningLength = 1 << 16;

/**
 * Reads any delimited table as people bring it: with titles above the heading, R's row names, rows whose last fields
 * are missing, and delimiters at the ends of lines. Every command and page reads tables through this.
 *
 * `skip` lines above the heading are passed over; null finds them.
 */
export function sheet(listener: SheetListener, skip: number | null = null): Sheet {
  let beginning: string | null = "";
  let layout: Layout | null = null;
  let rows: Table | null = null;
  let width = 0;
  let blank = 0;
  const short: number[] = [];
  let shortCount = 0;
  let long = 0;

  const row = (fields: readonly string[], line: number): void => {
    if (line <= layout!.subheadingUntil) return;
    if (fields.length === width && fields.length > 1) {
      if (fields[0] === "" && fields.every(isBlank)) blank++;
      else listener.row(fields, line);
      return;
    }
    if (fields.every(isBlank)) {
      blank++;
      return;
    }
    if (fields.length < width) {
      shortCount++;
      if (short.length < 5) short.push(line);
      listener.row([...fields, ...Array<string>(width - fields.length).fill("")], line);
    } else if (fields.slice(width).every(isBlank)) {
      if (fields.length > width) long++;
      listener.row(fields.slice(0, width), line);
    } else
      listener.unreadable(
        "ragged-row",
        line,
        `The line has ${fields.length} fields where the heading has ${width}.`,
      );
  };

  const begin = (text: string, isWhole: boolean): void => {
    const found = layoutOf(text, isWhole, skip);
    layout = found;
    rows = table(
      {
        heading: (names, line, delimiter) => {
          const bare = names.map((name) => name.replace(/^\uFEFF/, "").trim());
          const all = found.rowNames ? ["", ...bare] : bare;
          width = all.length;
          listener.heading(all, line, delimiter);
        },
        row,
        damaged: (line, sentence) => listener.unreadable("damaged-row", line, capital(`${sentence}.`)),
      },
      found.delimiter,
      found.skip,
    );
    beginning = null;
    rows.write(text);
  };

  return {
    write: (text) => {
      if (rows !== null) rows.write(text);
      else {
        beginning += text;
        if (beginning!.length >= beginningLength) begin(beginning!, false);
      }
    },
    finish: () => {
      if (rows === null) begin(beginning!, true);
      rows!.finish();
    },
    layout: () => (layout === null ? null : { ...layout, emptyFieldsAtEnds: long > 0 }),
    remarks: () => [
      ...(layout?.remarks ?? []),
      ...(shortCount > 0
        ? [
            `${counted(shortCount, "row has", "rows have")} fewer fields than the heading; the missing ones at the end are empty (line ${short.join(", ")}${shortCount > short.length ? ", …" : ""}).`,
          ]
        : []),
      ...(long > 0
        ? [
            `${counted(long, "row ends", "rows end")} with empty fields beyond the heading; they were passed over.`,
          ]
        : []),
      ...(blank > 0
        ? [blank === 1 ? "One blank line was passed over." : `${blank} blank lines were passed over.`]
        : []),
    ],
  };
}

const isBlank = (field: string): boolean => field.trim() === "";

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
