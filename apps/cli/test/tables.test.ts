import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

const words = ["Not at all", "Several days", "More than half the days", "Nearly every day"];
const items = Array.from({ length: 9 }, (_, at) => `phq${at + 1}`).join(",");
const asked = ["score", "-", "--wide", "phq{1..9}", "--instrument", "phq-9", "--json"];
const totals = (out: string): readonly number[] =>
  JSON.parse(out).forms.map(
    ({ scales }: { scales: readonly { scale: string; value: number }[] }) =>
      scales.find(({ scale }) => scale === "total")?.value,
  );

test("answers counted from 1 are put on the codes of the instrument, and raise no alarm", async () => {
  const csv = `client,session,${items}\nA,1,2,2,1,2,1,2,1,1,1\nA,2,1,1,1,1,1,1,1,1,1\n`;
  const { out, err } = await run([...asked, "--minimum", "1", "--maximum", "4"], csv);
  assert.deepEqual(totals(out), [4, 0]);
  assert.doesNotMatch(out, /"risks":\[\{/);
  assert.match(err, /from 1 to 4 were read as 0 to 3/);
  const plain = await run(asked, `${csv}A,3,1,1,1,1,1,1,1,1,1\n`);
  assert.match(plain.err, /None of 27 answers to .* is 0, its lowest/);
  const wider = await run([...asked, "--minimum", "1", "--maximum", "7"], csv);
  assert.equal(wider.code, 2);
  assert.match(wider.err, /cannot be those of item i01/);
});

test("answers in the instrument's own words, with or without their number", async () => {
  const row = [0, 1, 2, 3, 0, 1, 2, 3, 0].map((code) => words[code]);
  const numbered = [0, 1, 2, 3, 0, 1, 2, 3, 0].map((code) => `${code} - ${words[code]}`);
  const csv = `client,session,${items}\nA,1,${row.join(",")}\nA,2,${numbered.join(",")}\n`;
  const { code, out } = await run(asked, csv);
  assert.deepEqual([code, totals(out)], [0, [12, 12]]);
  const other = await run(
    [...asked, "--recode", "*:Some=1"],
    `client,session,${items}\nA,1,${Array(9).fill("Some").join(",")}\n`,
  );
  assert.deepEqual(totals(other.out), [9]);
});

test("a letter that may mean two raters is asked about", async () => {
  const csv = "client,session,rater,scale,value\nA,1,C,bond,4.5\nA,1,T,bond,4\nA,2,P,bond,2\n";
  const { code, out, err } = await run(["course", "-"], csv);
  assert.deepEqual([code, out], [2, ""]);
  assert.match(err, /"P" \(line 4\) may be the patient or a parent.*--recode "rater:P=caregiver"/);
  const answered = await run(["course", "-", "--recode", "rater:P=caregiver", "--json"], csv);
  assert.equal(JSON.parse(answered.out).summary.used, 3);
});

const dated = (dates: readonly string[]): string =>
  `client,date,bond\n${dates.map((date, at) => `K1,${date},4.${at}\n`).join("")}`;

test("one day over 12 settles the dates of a column, wherever it stands", async () => {
  const { out, err } = await run(
    ["course", "-", "--json"],
    dated(["03/01/2024", "03/08/2024", "03/15/2024"]),
  );
  const [own] = JSON.parse(out).cases;
  assert.deepEqual(
    own.times.map(({ label }: { label: string }) => label),
    ["2024-03-01", "2024-03-08", "2024-03-15"],
  );
  assert.doesNotMatch(err, /two days/);
  const open = await run(["course", "-"], dated(["03/01/2024", "04/01/2024"]));
  assert.equal(open.code, 2);
  assert.match(open.err, /--date-order day-first or --date-order month-first/);
  const both = await run(["course", "-"], dated(["13/01/2024", "01/14/2024"]));
  assert.match(both.err, /dates in both orders: 13\/01\/2024 in line 2, 01\/14\/2024 in line 3/);
});

test("several moments of a day stand in order of time", async () => {
  const times = [
    "2024/03/01 9:15:22 PM GMT+1",
    "2024/03/01 9:15:22 AM GMT+1",
    "2024/03/02 12:05:00 AM GMT+1",
  ];
  const { code, out } = await run(["course", "-", "--json"], dated(times));
  const [own] = JSON.parse(out).cases;
  assert.equal(code, 0);
  assert.deepEqual(
    own.times.map(({ label }: { label: string }) => label),
    ["2024-03-01 09:15:22", "2024-03-01 21:15:22", "2024-03-02 00:05"],
  );
});

test("a column used as case is not the session too", async () => {
  const csv = "session,created,bond\nXa,2024-03-01,4\nXa,2024-03-08,5\nYb,2024-03-01,3\n";
  const { out } = await run(["course", "-", "--case", "session", "--date", "created", "--json"], csv);
  assert.deepEqual(
    JSON.parse(out).cases.map((own: { case: string; times: unknown[] }) => [own.case, own.times.length]),
    [
      ["Xa", 2],
      ["Yb", 1],
    ],
  );
});

const groups = (ids: readonly string[]): string =>
  `id,x,y\n${ids.flatMap((id, at) => [0, 1, 2, 3].map((x) => `${id},${x},${at * ((at % 3) + 1) + x * 0.5 + ((x * 7 + at) % 3) * 0.4}`)).join("\n")}\n`;

test("ids are texts: relabelling them changes no number", async () => {
  const fit = async (ids: readonly string[]) => {
    const { out } = await run(["fit", "y ~ x + (1 | id)", "-", "--json"], groups(ids));
    return JSON.parse(out).beta as readonly number[];
  };
  const plain = await fit(["a", "b", "c", "d", "e"]);
  const numbered = await fit(["0506", "506", "00506", "1e3", "1000"]);
  assert.equal(numbered.length, 2);
  // Groups come in another order, so sums round in another way.
  numbered.forEach((beta, at) => {
    assert.ok(Math.abs(beta - plain[at]!) < 1e-10, `${beta} ${plain[at]}`);
  });
});

test("words among numbers are refused with their lines; an empty column is named", async () => {
  const csv = "id,x,z,y\na,1,,2\na,2,,3\nb,lots,,4\nb,4,,6\n";
  const mixed = await run(["fit", "y ~ x + (1 | id)", "-"], csv);
  assert.equal(mixed.code, 2);
  assert.match(mixed.err, /Column x holds numbers and one text that is none \(line 4: "lots"\)/);
  const empty = await run(["fit", "y ~ z + (1 | id)", "-"], csv);
  assert.match(empty.err, /Column z has no value in any row/);
});
