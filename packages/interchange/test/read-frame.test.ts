import assert from "node:assert/strict";
import { test } from "node:test";
import { readFrame } from "../src/index.ts";

const read = (text: string) => readFrame(new TextEncoder().encode(text));

test("numbers become numbers, everything else stays text, missing is missing", () => {
  const { columns, problems, lines } = read('study,r,n,when\n"A, B",-.3,41,early\nC,NA,1e2,\n');
  assert.deepEqual(columns, {
    study: ["A, B", "C"],
    r: [-0.3, null],
    n: [41, 100],
    when: ["early", null],
  });
  assert.deepEqual([problems, lines], [[], [2, 3]]);
});

test("decimal commas where the delimiter is another; the row names of R left out", () => {
  assert.deepEqual(read(";r;id\n1;0,25;007\n2;−0,5;12\n").columns, { r: [0.25, -0.5], id: [7, 12] });
});

test("a number as typed, and codes, are kept: a column with one word in it is text", () => {
  assert.deepEqual(read("x,y\n-99,0x1F\n99,2\n").columns, { x: [-99, 99], y: ["0x1F", "2"] });
});

test("a row of another length is told with its line and left out", () => {
  const { columns, problems } = read("a,b\n1,2\n3\n4,5\n");
  assert.deepEqual(columns.a, [1, 4]);
  assert.deepEqual(
    problems.map(({ line, sentence }) => [line, sentence]),
    [[3, "The row has 1 fields, and the heading 2."]],
  );
});

for (const [name, text, said] of [
  ["an empty file", "", /empty/],
  ["a heading alone", "a,b\n", /no row below/],
  ["one name twice", "a,a\n1,2\n", /Two columns are called a/],
  ["a zip file", "PK\u0003\u0004", /Excel/],
] as const) {
  test(`of no use, and why: ${name}`, () => {
    const { columns, problems } = read(text);
    assert.deepEqual(columns, {});
    assert.match(problems[0]!.sentence, said);
  });
}
