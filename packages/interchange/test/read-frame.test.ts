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

test("a row with more fields than the heading is reported with its line and left out", () => {
  const { columns, problems, rows, lines } = read("a,b\n1,2\n3,4,5\n4,5\n");
  assert.deepEqual(columns.a, [1, 4]);
  assert.deepEqual([rows, lines], [3, [2, 4]]);
  assert.deepEqual(
    problems.map(({ line, sentence }) => [line, sentence]),
    [[3, "The line has 3 fields where the heading has 2."]],
  );
});

test("fields that are missing at the end of a row are empty, with one remark that counts such rows", () => {
  const { columns, problems, notes } = read("a,b,c\n1,2,3\n4,5\n6\n");
  assert.deepEqual(columns, { a: [1, 4, 6], b: [2, 5, null], c: [3, null, null] });
  assert.deepEqual(problems, []);
  assert.deepEqual(notes, [
    "2 rows have fewer fields than the heading; the missing ones at the end are empty (line 3, 4).",
  ]);
});

test("empty fields beyond the heading, as a comma at the ends of lines makes them, are passed over", () => {
  const { columns, problems, notes } = read("a,b\n1,2,\n3,4,,\n");
  assert.deepEqual(columns, { a: [1, 3], b: [2, 4] });
  assert.deepEqual([problems.length, notes.length], [0, 1]);
  assert.match(notes[0]!, /^2 rows end with empty fields/);
});

test("every row one longer than the heading: R's row names", () => {
  const { columns, notes } = read('"x"\t"y"\n"1"\t5\tNA\n"2"\t6\t7\n');
  assert.deepEqual(columns, { x: [5, 6], y: [null, 7] });
  assert.match(notes[0]!, /the row's name, as R writes it/);
});

test("row names that are there twice are none: the heading lacks a name", () => {
  const { problems } = read("id,x\na,1,2\na,3,4\n");
  assert.match(problems[0]!.sentence, /Line 2: the line has 3 fields where the heading has 2/);
});

for (const [name, text, heading] of [
  ["one of a single text", "Export of the clinic\nid,x\na,1\n", 2],
  ["padded with commas, and a blank line", "Export,,\nMarch,,\n,,\nid,x,y\na,1,2\nb,3,\n", 4],
  ["before semicolons, with a comma in it", "Export, of March\n\nid;x\na;1,5\nb;2,5\n", 3],
  ["pairs above a wider table", "Clinic,North\nMade,2024-03-01\nid,x,y,z\na,1,2,3\nb,2,3,4\n", 3],
] as const) {
  test(`titles above the heading are found: ${name}`, () => {
    const { columns, notes } = read(text);
    assert.equal(columns.id?.[0], "a");
    assert.equal(typeof columns.x?.[0], "number");
    assert.ok(
      notes.some((note) => note.includes(`the heading is line ${heading}`)),
      notes.join(" "),
    );
  });
}

test("--skip says where the heading is, whatever stands above", () => {
  const { columns, lines } = readFrame(new TextEncoder().encode("a,b\n1,2\nid,x\nk,3\n"), { skip: 2 });
  assert.deepEqual([columns, lines], [{ id: ["k"], x: [3] }, [4]]);
});

test("a column that is there twice is left out with a note, and the others are read", () => {
  const { columns, repeated, notes } = read("a,b,a\n1,2,3\n");
  assert.deepEqual([columns, repeated], [{ b: [2] }, ["a"]]);
  assert.match(notes[0]!, /Several columns are called "a"; none of them was read\./);
});

test("a mostly numeric column with words is mixed, and its fault names column, lines and words", () => {
  const { described } = read("id,x\na,1\nb,2\nc,lots\nd,4\n");
  const x = described[1]!;
  assert.equal(x.type, "mixed");
  assert.match(x.fault!.sentence, /Column x holds numbers and one text that is none \(line 4: "lots"\)/);
  assert.deepEqual(x.fault!.rows, [2]);
});

test("the texts of ids are kept beside their numbers", () => {
  const { described } = read("id,x\n0506,1\n506,2\n1e3,3\n1000,4\n 7 ,5\n");
  assert.deepEqual(described[0]!.texts, ["0506", "506", "1e3", "1000", "7"]);
});

test("thousands and decimal commas are read by one rule for the column, or by none", () => {
  const column = (values: readonly string[], delimiter = ",") => {
    const text = `n${delimiter}k\n${values.map((value) => `"${value}"${delimiter}z\n`).join("")}`;
    return read(text).described[0]!;
  };
  assert.deepEqual(column(["1,234.5", "12,024"]).cells, [1234.5, 12024]);
  assert.deepEqual(column(["1,234,567", "12"]).cells, [1234567, 12]);
  assert.deepEqual(column(["0,5", "1,25"]).cells, [0.5, 1.25]);
  assert.deepEqual(column(["1.234,5", "2.000"], ";").cells, [1234.5, 2000]);
  assert.deepEqual(column(["12 024", "1 234 567"]).cells, [12024, 1234567]);
  assert.deepEqual(column(["1,234", "12,024"], ";").cells, [1.234, 12.024]);
  assert.match(column(["1,234", "12,024"]).fault!.sentence, /can be read in two ways/);
  assert.match(column(["0,5", "1.5"], ";").fault!.sentence, /mixes decimal marks/);
  assert.equal(column(["45%", "7%"]).type, "text");
});

test("numbers that look like codes are numbers, and are named", () => {
  const codes = (values: string) => read(`x,k\n${values.replaceAll(" ", ",z\n")},z\n`).described[0]!.codes;
  assert.deepEqual(codes("1 2 3 -99 2 -99"), [{ code: -99, count: 2 }]);
  assert.deepEqual(codes("1 2 5 999 2"), [{ code: 999, count: 1 }]);
  assert.deepEqual(codes("60 75 99 88 101"), []);
  assert.deepEqual(codes("-30 -99 40 12"), []);
});

for (const [name, text, said] of [
  ["an empty file", "", /empty/],
  ["a heading alone", "a,b\n", /no row below/],
  ["a zip file", "PK\u0003\u0004", /Excel/],
] as const) {
  test(`of no use, and why: ${name}`, () => {
    const { columns, problems } = read(text);
    assert.deepEqual(columns, {});
    assert.match(problems[0]!.sentence, said);
  });
}
