import type { ProblemKind } from "../../src/index.ts";
import { goodRows, spoilt, spoiltLine } from "./good.ts";
import type { Malformed } from "./malformed.ts";

const all = goodRows.length;

const field = (column: string, kind: ProblemKind, values: readonly string[], scores = all - 1): Malformed[] =>
  values.map((value) => ({
    name: `${column} ${JSON.stringify(value.slice(0, 30))}`,
    source: spoilt(column, value),
    kind,
    line: spoiltLine,
    scores,
  }));

const notNumbers = [
  "abc",
  "five",
  "1e3",
  "0x5",
  "--5",
  "5-",
  "5 5",
  "1.2.3",
  "5,5,5",
  "1.000,5",
  "1,000.5",
  "1_000",
  "50%",
  "1/2",
  "½",
  "５",
  "٥",
  "V",
  "true",
  "Infinity",
  "-Infinity",
  "=1+1",
  "+SUM(A1)",
  "@cmd",
  '=HYPERLINK("http://a","b")',
  "<b>5</b>",
  "<script>alert(1)</script>",
  "5\u001b[31m",
  "\u0007",
  "\u202e5",
  "5\n5",
  "🙂",
  "undefined",
  "[object Object]",
  "x".repeat(5000),
  "1".repeat(400),
  "5;DROP TABLE scores",
  "%s%n",
  "$" + "{7*7}",
  "..",
  "−",
  "5°",
];

/** One field of one row spoilt. */
export const fields: readonly Malformed[] = [
  ...field("value", "not-a-number", notNumbers),

  ...field("value", "out-of-range", [
    "0",
    "0.99",
    "8",
    "7.0001",
    "-1",
    "-97.5",
    "99",
    "999",
    "1000000",
    "-0.0001",
  ]),

  ...field("session", "bad-session", [
    "abc",
    "-1",
    "2.5",
    "99999",
    "1e1",
    "3rd",
    "=3",
    "１",
    "I",
    "first",
    "1,2",
    "<b>",
  ]),

  ...field("session", "missing-required", ["", "NA", "."]),

  ...field("session", "bad-session", ["-99"]),

  ...field("rater", "unknown-rater", [
    "clinet",
    "therapst",
    "nobody",
    "<i>client</i>",
    "=client",
    "client;",
    "constructor",
    "c l i e n t",
  ]),

  ...field("rater", "missing-required", ["", "NA"]),

  ...field("scale", "unknown-scale", [
    "bnd",
    "gaols",
    "totl",
    "x",
    "constructor",
    "__proto__",
    "toString",
    "bond\u001b[2J",
    "=bond",
  ]),

  ...field("scale", "missing-required", ["", "NULL"]),

  ...field("instrument", "unknown-instrument", [
    "concord-aliance-session",
    "wai-xyz",
    "hasOwnProperty",
    "<img src=x>",
    "x?!",
  ]),

  ...field("case", "missing-required", ["", "NA", "n/a", ".", "#NULL!"]),

  ...field(
    "date",
    "bad-date",
    [
      "03/01/2024",
      "1/3/24",
      "2024-02-30",
      "2023-02-29",
      "2024-13-01",
      "31.02.2024",
      "yesterday",
      "2024",
      "45292",
      "0000-00-00",
    ],
    all,
  ),
];
