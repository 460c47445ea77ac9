import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { flow, type Stage, simulatedCorpus, startingCorpus } from "../../src/index.ts";
import { madeStudy } from "../made-study.ts";

const stages: readonly Stage[] = [
  { kind: "found" },
  { kind: "screened" },
  { kind: "narrative", reason: "no figures" },
  { kind: "pooled" },
  { kind: "excluded", at: "screening", reason: "no therapy" },
  { kind: "excluded", at: "full-text", reason: "no alliance" },
];

test("found, screened, narrative and pooled, counted by hand", () => {
  const counted = flow(simulatedCorpus.studies);
  assert.deepEqual(
    [counted.found, counted.screened, counted.assessed, counted.included, counted.pooled],
    [17, 17, 16, 15, 14],
  );
  assert.deepEqual(counted.excludedAtScreening, [{ reason: "not a study of therapy", count: 1 }]);
  assert.deepEqual(counted.narrativeOnly, [{ reason: "reports a test without its figures", count: 1 }]);
});

test("each step is the one before less those who left; order does not matter", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...stages)), (own) => {
      const studies = own.map((stage, i) => madeStudy(`s${i}`, [], { stage }));
      const counted = flow(studies);
      const count = (kind: Stage["kind"]) => own.filter((stage) => stage.kind === kind).length;
      const sum = (list: readonly { readonly count: number }[]) => list.reduce((n, one) => n + one.count, 0);
      assert.equal(counted.pooled, count("pooled"));
      assert.equal(counted.included, count("pooled") + count("narrative"));
      assert.equal(
        counted.found,
        counted.awaiting +
          sum(counted.excludedAtScreening) +
          sum(counted.excludedAtFullText) +
          counted.undecided +
          counted.included,
      );
      assert.deepEqual(flow(studies.toReversed()), counted);
    }),
  );
});

test("the starting corpus is told in words: no figure of a single study is in hand", () => {
  assert.ok(startingCorpus.studies.length > 5);
  assert.equal(flow(startingCorpus.studies).pooled, 0);
  for (const { citation, authors, year } of startingCorpus.studies) {
    assert.ok(authors.length > 0 && year > 1990 && citation.includes(String(year)), citation);
  }
});
