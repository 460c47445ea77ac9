import { goodRows, goodTable, heading, spoilt, spoiltLine, spoiltRow, written } from "./good.ts";
import type { Malformed } from "./malformed.ts";

const all = goodRows.length;

/** Rows and headings that are not what a table has. */
export const structure: readonly Malformed[] = [
  { name: "empty", source: "", kind: "file", line: null, scores: 0 },
  { name: "blank", source: " \n\n  \n", kind: "file", line: null, scores: 0 },
  {
    name: "only a byte-order mark",
    source: new Uint8Array([0xef, 0xbb, 0xbf]),
    kind: "file",
    line: null,
    scores: 0,
  },
  { name: "only a heading", source: written([heading]), kind: "file", line: null, scores: 0 },
  { name: "no heading", source: written(goodRows), kind: "heading", line: 1, scores: 0 },
  { name: "only sep=", source: "sep=;\n", kind: "file", line: null, scores: 0 },
  {
    name: "a column twice",
    source: written([heading.with(6, "value"), ...goodRows]),
    kind: "heading",
    line: 1,
    scores: 0,
  },
  {
    name: "no case",
    source: written([heading.with(0, "x"), ...goodRows]),
    kind: "heading",
    line: 1,
    scores: 0,
  },
  {
    name: "no value",
    source: written([heading.with(5, "x"), ...goodRows]),
    kind: "heading",
    line: 1,
    scores: 0,
  },
  {
    name: "no session and no date",
    source: written([heading.with(1, "x").with(6, "y"), ...goodRows]),
    kind: "heading",
    line: 1,
    scores: 0,
  },
  {
    name: "heading in Chinese",
    source: "甲,乙,丙\n1,2,3\n",
    kind: "heading",
    line: 1,
    scores: 0,
  },
  // A row without its last fields holds what it holds: here no session, no scale.
  ...[1, 3].map(
    (length): Malformed => ({
      name: `a row of ${length} fields`,
      source: written([
        heading,
        ...goodRows.map((row, at) => (at === spoiltRow ? row.slice(0, length) : row)),
      ]),
      kind: "missing-required",
      line: spoiltLine,
      scores: all - 1,
    }),
  ),
  ...[1, 5].map(
    (more): Malformed => ({
      name: `a row with ${more} more`,
      source: written([
        heading,
        ...goodRows.map((row, at) => (at === spoiltRow ? [...row, ...Array(more).fill("z")] : row)),
      ]),
      kind: "ragged-row",
      line: spoiltLine,
      scores: all - 1,
    }),
  ),
  ...[0, spoiltRow, all - 1].map(
    (at): Malformed => ({
      name: `a quotation mark never closed in row ${at}`,
      source: goodTable()
        .split("\n")
        .map((line, index) => (index === at + 1 ? `"${line}` : line))
        .join("\n"),
      kind: "damaged-row",
      line: at + 2,
      scores: all - 1,
    }),
  ),
  {
    name: "text after a closing quotation mark",
    source: goodTable().replace("c1,3,client", '"c1"x,3,client'),
    kind: "damaged-row",
    line: 10,
    scores: all - 1,
  },
  {
    name: "NUL in a row",
    source: spoilt("value", "5\0"),
    kind: "damaged-row",
    line: spoiltLine,
    scores: all - 1,
  },
  {
    name: "an endless line",
    source: spoilt("value", "5".repeat(200_000)),
    kind: "damaged-row",
    line: spoiltLine,
    scores: all - 1,
  },
  {
    name: "an endless case",
    source: spoilt("case", "c".repeat(50_000)),
    kind: "too-large",
    line: spoiltLine,
    scores: all - 1,
  },
];
