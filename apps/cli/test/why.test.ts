import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const ratings = path.resolve(import.meta.dirname, "../../../docs/examples/ratings.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-why-"));
after(() => rmSync(folder, { recursive: true }));

test("a signal leads back to its rule, its sources and the claims behind it", async () => {
  const { code, out } = await run(["why", "A12:7:drop:client:total", ratings]);
  assert.equal(code, 0);
  for (const part of [
    /decreased from 83 to 47/,
    /The rule: .*drop, version/,
    /Parameters: /,
    /What it stands on/,
    /https:\/\/doi\.org\//,
    /The claim: [A-Z].+ \([a-z-]+\)/,
    /grade [ABC]/,
    /not an instruction/,
  ]) {
    assert.match(out, part);
  }
  assert.doesNotMatch(out, /undefined|NaN|is not in this version/);
});

test("every signal of the example finishes its walk", async () => {
  for (const name of ["A12", "B07", "C31", "D02"]) {
    const { code, out } = await run(["why", name, ratings, "--json"]);
    assert.equal(code, 0);
    const { signals } = JSON.parse(out);
    assert.ok(signals.length > 0);
    for (const { why, signal, claims } of signals) {
      assert.ok(why.basis.length > 0);
      assert.equal(claims.length, signal.because.length);
    }
  }
});

test("what course printed as JSON can be asked, too", async () => {
  const file = path.join(folder, "cases.json");
  writeFileSync(file, (await run(["course", ratings, "--json"])).out);
  const fromFile = await run(["why", "A12:7", file]);
  assert.equal(fromFile.out, (await run(["why", "A12:7", ratings])).out);
});

test("what an earlier version printed, with sentences alone, can be asked, too", async () => {
  const printed = JSON.parse((await run(["course", ratings, "--json"])).out);
  for (const { signals } of printed.cases) for (const signal of signals) delete signal.message;
  const file = path.join(folder, "earlier.json");
  writeFileSync(file, JSON.stringify(printed));
  const { code, out } = await run(["why", "A12:7", file]);
  assert.deepEqual([code, out], [0, (await run(["why", "A12:7", ratings])).out]);
});

test("programs get a signal as data, and its English sentence and names under the keys of before", async () => {
  const { out } = await run(["why", "A12:7:drop:client:total", ratings, "--json"]);
  const [{ signal, why }] = JSON.parse(out).signals;
  assert.equal(signal.message.id, "signals.drop.persistent");
  assert.deepEqual([signal.message.values.before, signal.message.values.now], [83, 47]);
  assert.match(
    signal.sentence,
    /^The client’s alliance rating decreased from 83 to 47 between sessions 6 and 7/,
  );
  assert.equal(why.observed.sentence, signal.sentence);
  assert.equal(why.rule.title, "Decrease since the previous session");
  assert.deepEqual(why.rule.messages.title, { id: "signals.detector.drop.title", values: {} });
  assert.ok(why.parameters.some(({ words }: { words: string }) => words === "minor from (points)"));
});

for (const [name, wanted, said] of [
  ["a signal nearly right", "A12:7:drop:client:totl", /Did you mean A12:7:drop:client:total/],
  ["a case that is not there", "Z99", /has no signal "Z99"/],
] as const) {
  test(`code 2: ${name}`, async () => {
    const { code, err } = await run(["why", wanted, ratings]);
    assert.equal(code, 2);
    assert.match(err, said);
  });
}
