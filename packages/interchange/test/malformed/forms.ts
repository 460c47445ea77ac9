import type { Malformed } from "./malformed.ts";

const items = ["case,session,rater,instrument,item,value"];
for (const session of [1, 2]) {
  for (let item = 1; item <= 6; item++)
    items.push(`c1,${session},client,concord-alliance-session,i0${item},5`);
}
const itemTable = (line: number, text: string): string => items.with(line - 1, text).join("\n");
const form = "concord-alliance-session";
/** Tables of single answers, below each other. */
export const answers: readonly Malformed[] = [
  { name: "answer too high", text: `c1,1,client,${form},i02,8`, kind: "out-of-range" as const, scores: 7 },
  { name: "answer too low", text: `c1,1,client,${form},i02,0`, kind: "out-of-range" as const, scores: 7 },
  { name: "half an answer", text: `c1,1,client,${form},i02,4.5`, kind: "not-whole" as const, scores: 7 },
  { name: "no such item", text: `c1,1,client,${form},i42,5`, kind: "unknown-item" as const, scores: 7 },
  {
    name: "an item without a number",
    text: `c1,1,client,${form},mood,5`,
    kind: "unknown-item" as const,
    scores: 7,
  },
  { name: "an item twice", text: `c1,1,client,${form},i01,4`, kind: "duplicate" as const, scores: 7 },
  { name: "no instrument", text: `c1,1,client,,i02,5`, kind: "missing-required" as const, scores: 7 },
  { name: "no item", text: `c1,1,client,${form},,5`, kind: "missing-required" as const, scores: 7 },
  {
    name: "a misspelt instrument",
    text: `c1,1,client,concord-aliance-session,i02,5`,
    kind: "unknown-instrument" as const,
    scores: 7,
  },
  {
    name: "a rater without this form",
    text: `c1,1,member,${form},i02,5`,
    kind: "unknown-rater" as const,
    scores: 7,
  },
].map(({ name, text, kind, scores }) => ({ name, source: itemTable(3, text), kind, line: 3, scores }));

const wideTable = "id,week,q1,q2,q3,q4,q5,q6\na,1,5,5,5,5,5,5\na,2,4,4,4,4,4,4\n";
const wide = {
  case: "id",
  session: "week",
  measures: [{ wide: "q{1..6}", instrument: form, rater: "client" }],
};
/** Tables of single answers, side by side. */
export const wideFaults: readonly Malformed[] = [
  {
    name: "an answer out of range in a wide row",
    source: wideTable.replace("2,4,4,4", "2,4,9,4"),
    mapping: wide,
    kind: "out-of-range",
    line: 3,
    scores: 7,
  },
  {
    name: "too few answers in a wide row",
    source: wideTable.replace("a,2,4,4,4,4", "a,2,,,,"),
    mapping: wide,
    kind: "unscorable",
    line: 3,
    scores: 5,
  },
  {
    name: "a wide row twice",
    source: `${wideTable}a,2,3,3,3,3,3,3\n`,
    mapping: wide,
    kind: "duplicate",
    line: 4,
    scores: 8,
  },
];
