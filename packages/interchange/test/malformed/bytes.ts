import { encodings } from "./encodings.ts";
import { goodRows, goodTable, spoilt, spoiltLine } from "./good.ts";
import type { Malformed } from "./malformed.ts";

const all = goodRows.length;

/** A bad value in every combination of encoding, delimiter and line end: the line must still be right. */
export const layouts: readonly Malformed[] = Object.entries(encodings).flatMap(([encoding, encode]) =>
  [",", ";", "\t", "|"].flatMap((delimiter) =>
    ["\n", "\r\n", "\r"].map(
      (lineEnd): Malformed => ({
        name: `${encoding}, ${JSON.stringify(delimiter)}, ${JSON.stringify(lineEnd)}`,
        source: encode(spoilt("value", "schön", { delimiter, lineEnd })),
        kind: "not-a-number",
        line: spoiltLine,
        scores: all - 1,
      }),
    ),
  ),
);

const bytes = (...values: readonly number[]): Uint8Array => Uint8Array.from(values);
const tail = new TextEncoder().encode(goodTable());
const after = (...values: readonly number[]): Uint8Array => Uint8Array.from([...values, ...tail]);
/** Files that are no text. */
export const notText: readonly Malformed[] = (
  [
    ["an Excel workbook", after(0x50, 0x4b, 0x03, 0x04)],
    ["an old Excel workbook", after(0xd0, 0xcf, 0x11, 0xe0)],
    ["an SPSS file", after(0x24, 0x46, 0x4c, 0x32)],
    ["gzip", after(0x1f, 0x8b, 0x08, 0x00)],
    ["a PDF", after(0x25, 0x50, 0x44, 0x46)],
    ["Parquet", after(0x50, 0x41, 0x52, 0x31)],
    ["UTF-32, little end first", after(0xff, 0xfe, 0x00, 0x00)],
    ["UTF-32, big end first", after(0x00, 0x00, 0xfe, 0xff)],
  ] as const
).map(([name, source]) => ({ name, source, kind: "file", line: null, scores: 0 }));
/** Text that is no table. */
export const noise: readonly Malformed[] = [
  { name: "zeros", source: new Uint8Array(1000), kind: "file", line: null, scores: 0 },
  { name: "one byte", source: bytes(0xff), kind: "heading", line: 1, scores: 0 },
  {
    name: "a picture",
    source: after(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
    kind: "file",
    line: null,
    scores: 0,
  },
  { name: "JSON", source: '{"cases":[{"case":"a","value":1}]}', kind: "file", line: null, scores: 0 },
  {
    name: "a page of HTML",
    source: "<!doctype html><html>\n<body>5</body></html>\n",
    kind: "heading",
    line: 1,
    scores: 0,
  },
];
