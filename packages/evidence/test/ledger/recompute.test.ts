import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import fc from "fast-check";
import {
  type Change,
  dependents,
  findEdition,
  type Ledger,
  latestEdition,
  openLedger,
  type Recomputed,
  recompute,
  type Study,
  simulatedCorpus,
  synthesize,
} from "../../src/index.ts";
import { correlation, madeStudy } from "../made-study.ts";

const english = staffMessages("en");

const opened = openLedger(simulatedCorpus, "2026-11-22");
const newStudy = (raters: readonly ("client" | "therapist")[], r = 0.2, n = 90): Study =>
  madeStudy(
    "new-2026",
    raters.map(() => correlation(r, n)),
    { raters, authors: ["New"], year: 2026 },
  );

const done = (ledger: Ledger, change: Change, date = "2026-12-01"): Recomputed => {
  const result = recompute(ledger, change, date);
  return result.kind === "recomputed" ? result : assert.fail(result.reason);
};

test("every synthesis has its first edition, under a name to cite", () => {
  assert.deepEqual(
    opened.editions.map(({ id }) => id),
    [
      "simulated-alliance-outcome @ 2026-11-22 #1",
      "simulated-client-rated @ 2026-11-22 #1",
      "simulated-who-rated @ 2026-11-22 #1",
    ],
  );
  assert.match(english.written(opened.editions[0]!.claims[0]!.sentence), /is associated with better outcome/);
});

test("a study rated by therapists moves what counts therapists, and leaves the clients' synthesis alone", () => {
  const result = done(opened, { kind: "add", study: newStudy(["therapist"]) });
  assert.deepEqual(
    result.syntheses.map(({ synthesis }) => synthesis),
    ["simulated-alliance-outcome", "simulated-who-rated"],
  );
  assert.deepEqual(result.untouched, ["simulated-client-rated"]);
  assert.deepEqual(
    result.claims.map(({ id, changed }) => [id, changed]),
    [["simulated-alliance-predicts-outcome", "figures"]],
  );
  assert.equal(english.written(result.because), "New 2026 was added.");
  const changed = english.of(result.syntheses[0]!.message);
  assert.match(changed, /^Changed from r = \.23, CI \[\.16, \.30\]; 29 effect sizes from 14 studies to r = /);
  assert.match(changed, /30 effect sizes from 15 studies\.$/);
});

test("earlier editions stay as they were, and the new one counts on", () => {
  const { ledger } = done(opened, { kind: "add", study: newStudy(["client"]) });
  assert.deepEqual(ledger.editions.slice(0, 3), opened.editions);
  assert.equal(
    latestEdition(ledger.editions, "simulated-client-rated")!.id,
    "simulated-client-rated @ 2026-12-01 #2",
  );
  assert.deepEqual(findEdition(ledger, "simulated-client-rated @ 2026-11-22 #1"), opened.editions[1]);
});

test("large contrary studies change what the claim says", () => {
  let { ledger } = done(opened, { kind: "add", study: newStudy(["client"], -0.6, 4000) });
  let last: Recomputed | undefined;
  for (const id of ["b", "c", "d", "e", "f", "g", "h"]) {
    last = done(ledger, { kind: "add", study: { ...newStudy(["client"], -0.6, 4000), id } });
    ledger = last.ledger;
  }
  const claim = latestEdition(ledger.editions, "simulated-client-rated")!.claims[0]!;
  assert.equal(claim.direction, "unclear");
  assert.match(english.written(claim.sentence), /is unclear/);
  const reworded = ledger.editions
    .filter(({ synthesis }) => synthesis === "simulated-client-rated")
    .map(({ claims }) => claims[0]!.direction);
  assert.ok(reworded.includes("higher-is-better") && reworded.includes("unclear"));
});

test("a correction with the same content changes nothing", () => {
  const study = opened.studies[3]!;
  const result = done(opened, { kind: "correct", study: structuredClone(study), reason: "checked" });
  assert.deepEqual([result.syntheses, result.claims, result.ledger.editions], [[], [], opened.editions]);
});

test("a new title moves no figure and issues no edition", () => {
  const study = { ...opened.studies[3]!, title: "Another title" };
  assert.deepEqual(done(opened, { kind: "correct", study, reason: "title" }).syntheses, []);
});

test("changes that cannot be made are named", () => {
  const refused = (change: Change) => {
    const result = recompute(opened, change, "2026-12-01");
    return result.kind === "refused" ? result.why : assert.fail();
  };
  assert.equal(refused({ kind: "add", study: opened.studies[0]! }), "duplicate-study");
  assert.equal(refused({ kind: "correct", study: newStudy(["client"]), reason: "x" }), "unknown-study");
  assert.equal(refused({ kind: "withdraw", study: "nobody", reason: "x" }), "unknown-study");
  const twice = newStudy(["client"]);
  const doubled = { ...twice, reports: [...twice.reports, ...twice.reports] };
  assert.equal(refused({ kind: "add", study: doubled }), "duplicate-report");
});

const changes = fc.record({
  raters: fc.uniqueArray(fc.constantFrom("client", "therapist"), { minLength: 1 }),
  r: fc.double({ min: -0.8, max: 0.8, noNaN: true }),
  n: fc.integer({ min: 10, max: 300 }),
});

test("adding a study changes exactly what depends on it, to what it would be from the start", () => {
  fc.assert(
    fc.property(changes, ({ raters, r, n }) => {
      const study = newStudy(raters as ("client" | "therapist")[], r, n);
      const result = done(opened, { kind: "add", study });
      const expected = dependents(opened, study);
      assert.deepEqual(
        result.syntheses.map(({ synthesis }) => synthesis),
        expected.syntheses,
      );
      assert.deepEqual(
        result.claims.map(({ id }) => id),
        expected.claims,
      );
      for (const definition of simulatedCorpus.definitions) {
        const afresh = synthesize(definition, [...simulatedCorpus.studies, study]);
        const digest = afresh.kind === "refused" ? null : afresh.digest;
        assert.equal(latestEdition(result.ledger.editions, definition.id)!.digest, digest);
      }
    }),
    { numRuns: 15 },
  );
});

test("adding and withdrawing a study leads back to the first figures", () => {
  fc.assert(
    fc.property(changes, ({ raters, r, n }) => {
      const study = newStudy(raters as ("client" | "therapist")[], r, n);
      const added = done(opened, { kind: "add", study });
      const back = done(added.ledger, { kind: "withdraw", study: study.id, reason: "retracted" });
      for (const { synthesis, edition } of back.syntheses) {
        const first = opened.editions.find((each) => each.synthesis === synthesis)!;
        assert.deepEqual([edition.digest, edition.result], [first.digest, first.result]);
        assert.equal(edition.number, 3);
      }
    }),
    { numRuns: 10 },
  );
});
