import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { createContext, seedDemo } from "@concord/practice";
import { type FreshStore, filledStore } from "@concord/store/testing";
import { run } from "./support/run.ts";

let fresh: FreshStore;
before(async () => {
  fresh = await filledStore("demo", (store) => seedDemo(createContext(store)));
});
after(() => fresh.close());

const concord = (...words: readonly string[]) =>
  run(["fit-scores", "--instrument", "phq-9", ...words], "", { DATABASE_URL: fresh.url });

test("a practice's scores are fitted from sums, and nobody is named", async () => {
  const { code, out, err } = await concord();
  assert.equal(code, 0);
  assert.match(err, /cases of .*; \d+ left out because no consent to research stands/);
  assert.match(out, /^session +-0\.\d+/m);
  assert.match(out, /client: \(Intercept\)/);
  const json = await concord("--formula", "outcome ~ session + (1 | client)", "--ml", "--json");
  const terms = JSON.parse(json.out);
  assert.deepEqual(terms.terms, ["(Intercept)", "session"]);
  assert.equal(terms.REML, false);
  assert.equal(terms.ranef, undefined);
});

test("what cannot be summed, or is not there, is one line", async () => {
  for (const [words, wanted] of [
    [["--formula", "outcome ~ age + (1 | client)"], /sums of scores know outcome, percent, session; not age/],
    [["--formula", "outcome ~ session"], /requires a random part/],
    [["--scale", "nothing"], /would speak of persons: 0/],
  ] as const) {
    const { code, out, err } = await concord(...words);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, wanted);
    assert.doesNotMatch(err, /could not go on/);
  }
});
