import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { committedCalibration, detectors } from "@concord/signals";
import { run } from "./support/run.ts";

const ratings = path.resolve(import.meta.dirname, "../../../docs/examples/ratings.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-panel-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("--panel: a row for every rule, what it found or why it could not look, and where rules agree", async () => {
  const { code, out } = await run(["course", ratings, "--panel", "--only", "A12"]);
  assert.equal(code, 0);
  for (const rule of ["expected-course", "stiles2004", "gumz2012", "larsson2018", "bocpd", "state-like"])
    assert.match(out, new RegExp(`^ {2}${rule} +client`, "m"));
  assert.match(out, /observer +observer +– \(not asked\)/);
  assert.match(out, /Sessions? 7[^:]*, client: rules agree: \d+ of 11 rules see it/);
});

test("every finding of the panel can be walked to a claim and a study, and none rests on what is made up", async () => {
  const { out } = await run(["course", ratings, "--panel", "--json", "--only", "A12"]);
  const [own] = JSON.parse(out).cases;
  const seen = own.panel.rows.flatMap((row: { signals: readonly unknown[] }) => row.signals);
  assert.ok(seen.length > 8);
  for (const { detector, session, rater, scale } of seen) {
    const name = ["A12", session, detector, rater, scale].join(":");
    const why = JSON.parse((await run(["why", name, ratings, "--json"])).out);
    const [signal] = why.signals;
    assert.equal(signal.name, name);
    assert.ok(signal.sources.length > 0);
    for (const { claim, sources } of signal.sources) {
      assert.doesNotMatch(claim.id, /^simulated/);
      assert.ok(sources.length > 0, claim.id);
    }
    const kinds = signal.sources.flatMap((each: { sources: readonly { kind: string }[] }) =>
      each.sources.map(({ kind }) => kind),
    );
    assert.ok(kinds.some((kind: string) => kind === "study" || kind === "published"));
  }
  for (const rule of detectors) for (const id of rule.because) assert.doesNotMatch(id, /^simulated/);
});

test("calibrate --committed prints the table that ships, and draws it", async () => {
  const svg = path.join(folder, "calibration.svg");
  const { code, out } = await run(["calibrate", "--committed", "--svg", svg]);
  assert.equal(code, 0);
  assert.match(out, /alarm +default/);
  assert.match(out, /stiles2004 +as published/);
  assert.match(out, /lively clients/);
  const drawn = readFileSync(svg, "utf8");
  assert.match(drawn, /^<svg /);
  assert.match(drawn, /Concord's alarm|Concord&#39;s alarm/);
  const json = await run(["calibrate", "--committed", "--json"]);
  // The table holds ids; the titles are added in words.
  const { rows, ...rest } = JSON.parse(json.out);
  const numbers = rows.map(({ title, ...row }: { readonly title: string }) => {
    assert.match(title, /^[A-Z]/);
    return row;
  });
  assert.deepEqual({ ...rest, rows: numbers }, committedCalibration);
});

test("the document prints the table that ships", () => {
  const text = readFileSync(path.resolve(import.meta.dirname, "../../../docs/signals.md"), "utf8");
  const one = (value: number) => value.toFixed(1);
  for (const row of committedCalibration.rows) {
    const { value, lower, upper } = row.caught;
    const told = [
      ...row.falseAlarms.map((rate) => one(rate.value)),
      one(row.highestFalseAlarms),
      `${value.toFixed(0)} [${lower.toFixed(0)}, ${upper.toFixed(0)}]`,
      row.drift.value.toFixed(0),
    ].join(" | ");
    assert.ok(text.includes(`| ${told} |`), `${row.id}, ${row.as}: ${told}`);
  }
});
