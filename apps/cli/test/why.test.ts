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
    /fell from 83 to 47/,
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
