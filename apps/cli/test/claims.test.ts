import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

test("the list has every claim with its grade and leading figure", async () => {
  const { code, out } = await run(["claims"]);
  assert.equal(code, 0);
  assert.match(
    out,
    /alliance-predicts-outcome-adult +Alliance and outcome in adults +A +r = \.28, 95% CI \[\.26, \.30\] +295/,
  );
  assert.doesNotMatch(out, /undefined|NaN/);
});

test("one claim leads back to its sources, and says what needs the studies themselves", async () => {
  const { out } = await run(["claims", "therapist-anxiety"]);
  for (const part of [
    /Therapists with higher attachment anxiety/,
    /Back to the studies/,
    /What needs the studies' own figures/,
    /prediction interval/,
  ])
    assert.match(out, part);
  // The 354 patients belong to nine of the 23 studies: no interval is held against them.
  assert.doesNotMatch(out, /354 independent participants/);
});

test("a claim computed from simulated studies walks down to each study", async () => {
  const { out } = await run(["claims", "simulated-client-rated", "--simulated"]);
  assert.match(out, /To cite: simulated-client-rated @ 2026-11-22 #1/);
  assert.match(out, /Study: Ash \(1998\), simulated study: r = \.38, n = 42/);
  const { out: json } = await run(["claims", "simulated-client-rated", "--simulated", "--json"]);
  const [{ sources }] = JSON.parse(json);
  assert.equal(sources[0].studies.length, 14);
});

test("filters, and a name that is nearly right", async () => {
  const { out } = await run(["claims", "--serves", "s6", "--json"]);
  assert.deepEqual(
    JSON.parse(out).map(({ id }: { readonly id: string }) => id),
    [
      "therapist-anxiety-lowers-own-rating",
      "therapist-avoidance-and-alliance",
      "therapists-rate-the-alliance-lower",
    ],
  );
  const { code, err } = await run(["claims", "cohesion-predicts-outcom"]);
  assert.deepEqual([code, err], [0, ""]);
  const wrong = await run(["claims", "cohesion-predict-outcome"]);
  assert.equal(wrong.code, 2);
  assert.match(wrong.err, /Did you mean cohesion-predicts-outcome\?/);
});
