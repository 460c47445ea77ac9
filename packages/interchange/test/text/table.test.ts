import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { table } from "../../src/text/table.ts";

interface Seen {
  readonly records: { readonly fields: readonly string[]; readonly line: number }[];
  readonly damaged: { readonly line: number; readonly sentence: string }[];
}

function read(text: string, pieces: readonly number[] = []): Seen {
  const seen: Seen = { records: [], damaged: [] };
  const reading = table(
    {
      heading: (fields, line) => seen.records.push({ fields, line }),
      row: (fields, line) => seen.records.push({ fields, line }),
      damaged: (line, sentence) => seen.damaged.push({ line, sentence }),
    },
    ",",
  );
  let from = 0;
  for (const cut of [...pieces].sort((a, b) => a - b)) {
    reading.write(text.slice(from, Math.max(from, cut)));
    from = Math.max(from, cut);
  }
  reading.write(text.slice(from));
  reading.finish();
  return seen;
}

const field = fc.stringMatching(/^[ab1 ,"\n;]{0,6}$/);
const rows = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }))
  .chain(([width, height]) =>
    fc.array(fc.array(field, { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
  );
const quotedAll = (all: readonly (readonly string[])[], lineEnd: string): string =>
  all.map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(",") + lineEnd).join("");

test("agrees with csv-parse on every well-formed table, in whatever pieces it comes", () => {
  fc.assert(
    fc.property(
      rows,
      fc.constantFrom("\n", "\r\n"),
      fc.array(fc.nat(100), { maxLength: 5 }),
      (all, lineEnd, cuts) => {
        const text = quotedAll(all, lineEnd);
        const expected: string[][] = parse(text, { relax_column_count: true, record_delimiter: lineEnd });
        const seen = read(
          text,
          cuts.map((cut) => Math.min(cut, text.length)),
        );
        assert.deepEqual(
          seen.records.map(({ fields }) => fields),
          expected,
        );
        assert.deepEqual(seen.damaged, []);
      },
    ),
  );
});

test("records know the line they begin on, also after fields of several lines", () => {
  const { records } = read('a,b\n1,"x\ny\nz"\n2,w\r\n3,v');
  assert.deepEqual(
    records.map(({ line }) => line),
    [1, 2, 5, 6],
  );
});

test("an unclosed quotation mark costs its own line only", () => {
  const { records, damaged } = read('a,b\n"1,x\n2,y\n3,z\n');
  assert.deepEqual(
    records.map(({ fields }) => fields[0]),
    ["a", "2", "3"],
  );
  assert.deepEqual(
    damaged.map(({ line }) => line),
    [2],
  );
});

test("two unclosed quotation marks in neighbouring lines cost two lines", () => {
  const { records, damaged } = read('a,b\n"1,x\n"2,y\n3,z\n');
  assert.deepEqual(
    records.map(({ fields }) => fields[0]),
    ["a", "3"],
  );
  assert.deepEqual(
    damaged.map(({ line }) => line),
    [2, 3],
  );
});

test("a line without end is told once and passed over", () => {
  const { records, damaged } = read(
    `a,b\n${"x".repeat(250_000)}\n2,y\n`,
    [50_000, 120_000, 200_000, 240_000],
  );
  assert.deepEqual(
    records.map(({ line }) => line),
    [1, 3],
  );
  assert.deepEqual(
    damaged.map(({ line }) => line),
    [2],
  );
});
