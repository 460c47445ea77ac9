import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  claimReport,
  claims,
  claimTitle,
  effectMessage,
  findClaim,
  resolveClaim,
  syntheses,
} from "../src/index.ts";

const english = staffMessages("en");

test("ids are unique, and every claim rests on syntheses that are there", () => {
  assert.equal(new Set(claims.map(({ id }) => id)).size, claims.length);
  assert.equal(new Set(syntheses.map(({ id }) => id)).size, syntheses.length);
  for (const claim of claims) assert.ok(claim.sources.length > 0, claim.id);
});

test("every synthesis serves a claim", () => {
  const used = new Set(claims.flatMap(({ rests }) => rests.map(({ synthesis }) => synthesis)));
  assert.deepEqual(
    syntheses.map(({ id }) => id).filter((id) => !used.has(id)),
    [],
  );
});

test("every interval holds its estimate, and correlations stay within one", () => {
  for (const { id, effects } of syntheses)
    for (const { label, metric, estimate, lower, upper } of effects) {
      const where = `${id}: ${label}`;
      if (estimate !== null && metric === "r") assert.ok(Math.abs(estimate) <= 1, where);
      if (lower === null || upper === null || estimate === null) continue;
      assert.ok(lower <= estimate && estimate <= upper, where);
    }
});

test("every claim states a population, a limit and the systems it serves", () => {
  for (const claim of claims) {
    assert.ok(claim.population !== "" && claim.limits.length > 0, claim.id);
    assert.ok(
      claim.serves.every((system) => /^S([1-9]|1[01])$/.test(system)),
      claim.id,
    );
  }
});

test("a claim is as sure as its weakest source", () => {
  // McLeod 2011 is from memory; the other two syntheses were read in their abstracts.
  assert.equal(findClaim("alliance-predicts-outcome-youth")?.read, "memory");
  assert.equal(findClaim("alliance-predicts-outcome-youth")?.certainty, "confident");
  assert.equal(findClaim("alliance-predicts-outcome-adult")?.read, "abstract");
  assert.equal(findClaim("alliance-predicts-outcome-adult")?.certainty, "verified");
});

test("a claim on a source that is not there is refused", () => {
  const text = claims[0]!;
  assert.throws(
    () => resolveClaim({ ...text, rests: [{ synthesis: "nowhere" }] }, syntheses),
    /requires a synthesis in the corpus: nowhere/,
  );
});

test("Flückiger 2018, abstract: r = .278 [.256, .299], 295 studies", () => {
  const claim = findClaim("alliance-predicts-outcome-adult")!;
  assert.deepEqual(
    [claim.leading?.estimate, claim.leading?.lower, claim.leading?.upper, claim.k],
    [0.278, 0.256, 0.299, 295],
  );
  assert.equal(english.written(effectMessage(claim.leading!)), "r = .28, 95% CI [.26, .30]");
  assert.match(claimReport(claim, english).join("\n"), /https:\/\/doi\.org\/10\.1037\/pst0000172/);
});

test("every claim has a short title of its own, in words and not made from its name", () => {
  const titles = claims.map(({ id, title }) => ({ id, title: english.written(title), written: title }));
  for (const { id, title, written } of titles) {
    assert.ok(title.length >= 15 && title.length <= 60, `${id}: ${title}`);
    assert.match(title, /^[A-Z][^.]+$/);
    assert.notEqual(title.toLowerCase(), id.replaceAll("-", " "), id);
    assert.deepEqual(claimTitle(id), written);
  }
  assert.equal(new Set(titles.map(({ title }) => title)).size, claims.length);
  assert.equal(claimTitle("nowhere"), null);
});

test("every system, S1 to S11, is served by a claim", () => {
  const served = new Set(claims.flatMap(({ serves }) => serves));
  for (let system = 1; system <= 11; system++) assert.ok(served.has(`S${system}`), `S${system}`);
});
