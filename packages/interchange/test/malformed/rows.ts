import { goodRows, goodTable, heading, spoilt, spoiltLine, written } from "./good.ts";
import type { Malformed } from "./malformed.ts";

const all = goodRows.length;

/** Rows that contradict others. */
export const repeated: readonly Malformed[] = [
  {
    name: "a row twice",
    source: written([heading, ...goodRows, goodRows[0]!]),
    kind: "duplicate",
    line: all + 2,
    scores: all,
  },
  {
    name: "a row twice with another value",
    source: written([heading, ...goodRows, goodRows[0]!.with(5, "6")]),
    kind: "duplicate",
    line: all + 2,
    scores: all,
  },
  {
    name: "a session written two ways",
    source: written([heading, ...goodRows, goodRows[0]!.with(1, "Session 01")]),
    kind: "duplicate",
    line: all + 2,
    scores: all,
  },
  {
    name: "every row twice",
    source: written([heading, ...goodRows, ...goodRows]),
    kind: "duplicate",
    line: all + 2,
    scores: all,
  },
  {
    name: "another therapist",
    source: spoilt("therapist", "T9"),
    kind: "therapist-changed",
    line: spoiltLine,
    scores: all,
  },
  {
    name: "dates that run backwards",
    source: goodTable().replaceAll("2024-03-08", "2019-01-01"),
    kind: "date-order",
    line: 6,
    scores: all,
  },
];

/** Numbers written in two ways. */
export const mixed: readonly Malformed[] = [
  {
    name: "decimal point, then comma, between semicolons",
    source: written([heading, ...goodRows.with(10, goodRows[10]!.with(5, "4,5"))], { delimiter: ";" }),
    kind: "mixed-decimal",
    line: 12,
    scores: all - 1,
  },
  {
    name: "decimal comma in quotation marks after points",
    source: written([heading, ...goodRows.with(10, goodRows[10]!.with(5, "4,5"))]),
    kind: "mixed-decimal",
    line: 12,
    scores: all - 1,
  },
  {
    name: "decimal comma without quotation marks between commas",
    source: goodTable().replace("bond,4.5,2024-03-08,T1", "bond,4,5,2024-03-08,T1"),
    kind: "ragged-row",
    line: 6,
    scores: all - 1,
  },
];
