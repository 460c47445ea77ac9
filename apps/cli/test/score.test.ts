import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const answers = path.resolve(import.meta.dirname, "../../../docs/examples/answers.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-score-"));
after(() => rmSync(folder, { recursive: true }));

test("a row for each form: score, proration, reason and risk, by hand", async () => {
  const { code, out, err } = await run(["score", answers, "--instrument", "phq-9"]);
  assert.equal(code, 0);
  const lines = out.trimEnd().split("\n");
  assert.equal(
    lines[0],
    "case,therapist,session,time,date,rater,instrument,version,total,prorated,unscorable,risk,scoring",
  );
  // 2+2+3+2+1+2+2+1+0
  assert.match(lines[1]!, /^P1,,,0,,client,phq-9,[\d.]+,15,,,,/);
  // 3+3+3+3+2+3+2+2 = 21 of eight answers: 21 · 9 / 8
  assert.match(lines[6]!, /^P2,,,2,,client,phq-9,[\d.]+,23\.625,total,,i09=2 \(suicide\),/);
  assert.match(lines[8]!, /^P3,.*,,,total: 6 of 9 items answered; at least 7 are needed,,/);
  assert.match(err, /9 forms from 9 rows/);
});

test("--json says rows, columns, flags and remarks; a row without an answer is left out", async () => {
  const csv =
    "case,session,q1,q2,q3,q4,q5,q6,q7\na,1,1,1,1,1,1,1,1\na,2,1,1,9,1,1,1,1\na,3,,,,,,,\na,4,1,1,1,1,1,1\nb,5,1,1,1,1,1,1,1,1\n";
  const { code, out, err } = await run(
    ["score", "-", "--instrument", "gad-7", "--json", "--where", "case!=z"],
    csv,
  );
  const { forms, input, problems } = JSON.parse(out);
  assert.equal(code, 1);
  assert.equal(input.rows.given, 5);
  const left = input.rows.left_out as readonly { reason: string; count: number; lines: number[] }[];
  assert.equal(input.rows.used + left.reduce((sum, { count }) => sum + count, 0), 5);
  assert.deepEqual(left.find(({ reason }) => reason === "ragged-row")?.lines, [6]);
  assert.deepEqual(input.flags, { "--instrument": "gad-7", "--json": true, "--where": "case!=z" });
  assert.equal(input.columns.length, 9);
  assert.match(input.remarks.join(" "), /fewer fields than the heading/);
  assert.ok(forms.length > 0 && problems.length === 2, err);
});

test("JSON, a table, a file", async () => {
  const json = await run(["score", answers, "--instrument", "phq-9", "--json"]);
  assert.equal(JSON.parse(json.out).forms.length, 9);
  const table = await run(["score", answers, "--instrument", "phq-9", "--table"]);
  assert.match(table.out, /23\.63\*/);
  const file = path.join(folder, "scores.csv");
  const written = await run(["score", answers, "--instrument", "phq-9", "--output", file]);
  assert.equal(written.out, "");
  assert.equal(readFileSync(file, "utf8"), (await run(["score", answers, "--instrument", "phq-9"])).out);
});

test("rows without a case or session are scored all the same", async () => {
  const rows = "q1,q2,q3,q4,q5,q6,q7\n1,1,1,1,1,1,1\n3,3,3,3,3,3,3\n";
  const { code, out } = await run(["score", "-", "--instrument", "gad-7"], rows);
  assert.equal(code, 0);
  assert.match(out, /^line 2,.*,7,/m);
  assert.match(out, /^line 3,.*,21,/m);
});

test("answers below each other, of several forms and in any order", async () => {
  const rows = ["case,session,rater,instrument,item,value"];
  for (let item = 7; item >= 1; item--) {
    rows.push(`a,1,client,gad-7,${item},1`, `b,2,client,gad-7,${item},2`);
  }
  const { out } = await run(["score", "-"], rows.join("\n"));
  assert.match(out, /^a,,1,,,client,gad-7,[\d.]+,7,/m);
  assert.match(out, /^b,,2,,,client,gad-7,[\d.]+,14,/m);
});

test("100,000 rows in little memory", async () => {
  const row = `c,1${",2".repeat(7)}\n`;
  const { out } = await run(
    ["score", "-", "--instrument", "gad-7"],
    `case,session,q1,q2,q3,q4,q5,q6,q7\n${row.repeat(100_000)}`,
  );
  assert.equal(out.split("\n").length, 100_002);
});

test("an instrument whose key is needed is not scored", async () => {
  const { code, err } = await run(
    ["score", "-", "--wide", "q{1..3}", "--instrument", "calpas"],
    "q1,q2,q3\n1,2,3\n",
  );
  assert.equal(code, 2);
  assert.match(err, /key is still needed/);
});
