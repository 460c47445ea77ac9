import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { foundElmPractice } from "./support/elm-practice.ts";
import { run } from "./support/run.ts";

let fresh: FreshStore;
before(async () => {
  fresh = await freshStore();
  await foundElmPractice(fresh.store);
});
after(() => fresh.close());

const concord = (words: readonly string[], input = "") => run(words, input, { DATABASE_URL: fresh.url });

const heading = "case,session,rater,instrument,scale,value\n";
const sound = `${heading}a,1,client,phq-9,total,12\na,2,client,phq-9,total,10\n`;
const mixed = `${heading}b,1,client,phq-9,total,12\nb,2,client,phq-9,total,99\n`;

test("a file with a bad row is refused whole", async () => {
  const { code, out, err } = await concord(["import", "-", "--for", "Ada Ames"], mixed);
  assert.equal(code, 2);
  assert.equal(out, "");
  assert.match(err, /^line 3, column value: 99 is outside phq-9/m);
  assert.match(err, /Nothing was imported/);
});

test("unless its sound rows are asked for", async () => {
  const { code, out } = await concord(["import", "-", "--for", "Ada Ames", "--sound-rows"], mixed);
  assert.equal(code, 1);
  assert.match(out, /Imported into Elm Practice: 1 form of 1 case \(1 new\)/);
});

test("--json says rows, columns, flags and remarks, as an analysis does", async () => {
  const csv = `Export of today\n${heading}j,1,client,phq-9,total,12\nj,2,client,phq-9,total,99\nj,3,client,phq-9,total\n`;
  const refused = await concord(["import", "-", "--for", "Ada Ames", "--json"], csv);
  assert.equal(refused.code, 2);
  const told = JSON.parse(refused.out);
  assert.equal(told.kind, "incomplete");
  assert.deepEqual(
    [told.input.rows.given, told.input.rows.used, told.input.rows.left_out],
    [3, 2, [{ reason: "out-of-range", count: 1, lines: [4] }]],
  );
  assert.deepEqual(
    told.input.columns.map(({ name, as }: { name: string; as: string }) => `${name} as ${as}`),
    [
      "case as case",
      "session as session",
      "rater as rater",
      "instrument as instrument",
      "scale as scale",
      "value as value",
    ],
  );
  assert.deepEqual(told.input.flags, { "--for": "Ada Ames", "--json": true });
  assert.match(told.input.remarks.join(" "), /heading is line 2.*fewer fields/);
  assert.equal(told.problems.length, 1);
  const taken = await concord(["import", "-", "--for", "Ada Ames", "--json", "--sound-rows"], csv);
  assert.equal(taken.code, 1);
  const { kind, forms, newCases } = JSON.parse(taken.out);
  assert.deepEqual([kind, forms, newCases], ["imported", 1, 1]);
});

test("a sound file goes in; the same file again adds nothing; other values are refused", async () => {
  const first = await concord(["import", "-", "--for", "ada@example.org"], sound);
  assert.deepEqual([first.code, first.err], [0, ""]);
  assert.match(first.out, /2 forms of 1 case \(1 new\)/);
  const again = await concord(["import", "-", "--for", "ada@example.org"], sound);
  assert.equal(again.code, 0);
  assert.match(again.out, /0 forms of 1 case \(0 new\)\. 2 forms were here already/);
  const other = await concord(["import", "-", "--for", "ada@example.org"], sound.replace("12", "13"));
  assert.equal(other.code, 2);
  assert.match(other.err, /case a, session 1: .*other values/);
});

for (const [name, words, said] of [
  ["nobody of that name", ["import", "-", "--for", "Zoe"], /No therapist of Elm Practice goes by Zoe/],
  ["no therapist in the file", ["import", "-"], /names no therapist/],
  ["another practice", ["export", "--practice", "Oak"], /which practice is meant[\s\S]*Elm Practice/],
  ["somebody without the role", ["export", "--as", "Zoe"], /has not the role of researcher/],
  ["two formats", ["export", "--wide", "--json"], /Choose one/],
] as const) {
  test(`code 2: ${name}`, async () => {
    const { code, err } = await concord(words, sound.replaceAll("a,", "n,"));
    assert.equal(code, 2);
    assert.match(err, said);
  });
}

test("an export leaves out who has not agreed to research, and says so", async () => {
  const { code, out, err } = await concord(["export"]);
  assert.equal(code, 0);
  assert.equal(out.trim().split("\n").length, 1);
  assert.match(err, /0 cases of Elm Practice; 3 left out because no consent/);
});

test("a folder without a practice is not turned into one by an import", async () => {
  const { code, err } = await run(["import", "-", "--data", "nowhere"], sound);
  assert.equal(code, 2);
  assert.match(err, /There is no practice in .*nowhere/);
});
