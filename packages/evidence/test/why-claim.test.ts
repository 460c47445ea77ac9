import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  claim,
  claimReport,
  claims,
  findClaim,
  openLedger,
  recompute,
  simulatedCorpus,
  synthesize,
  whyClaim,
} from "../src/index.ts";
import { correlation, madeStudy } from "./made-study.ts";

const english = staffMessages("en");

const ledger = openLedger(simulatedCorpus, "2026-11-22");
const edition = ledger.editions[0]!;
const computed = () => {
  const synthesis = synthesize(simulatedCorpus.definitions[0]!, simulatedCorpus.studies);
  const claimed = claim(synthesis, simulatedCorpus.claims[0]!, { edition: edition.id, date: edition.date });
  return claimed.kind === "claimed" ? claimed.claim : assert.fail(english.written(claimed.reason));
};

test("every claim of the corpus leads to sources, each with a citation", () => {
  for (const each of claims) {
    const { sources } = whyClaim(each);
    assert.ok(sources.length > 0, each.id);
    for (const source of sources) {
      assert.notEqual(source.kind, "computed");
      if (source.kind === "computed") continue;
      assert.ok(source.source.citation.length > 0, each.id);
    }
  }
});

test("a claim on one study reaches that study; one on a synthesis says what is out of reach", () => {
  const [study] = whyClaim(findClaim("inviting-feedback-raises-alliance")!).sources;
  assert.equal(study?.kind, "study");
  if (study?.kind === "study") assert.equal(study.study.doi, "10.1037/a0023648");
  const [published] = whyClaim(findClaim("therapist-anxiety-lowers-own-rating")!).sources;
  assert.equal(published?.kind, "published");
  if (published?.kind !== "published") return;
  assert.equal(published.checks.length, 2);
  assert.ok(published.cannotBeRederived.length > 3);
});

test("a computed claim leads to every study with its effects, citation and weight", () => {
  const [source] = whyClaim(computed(), ledger).sources;
  if (source?.kind !== "computed") return assert.fail();
  assert.equal(source.state, "current");
  assert.equal(source.edition, "simulated-alliance-outcome @ 2026-11-22 #1");
  assert.equal(source.studies.length, 14);
  const total = source.studies.reduce((sum, { weight }) => sum + weight!, 0);
  assert.ok(Math.abs(total - 100) < 1e-9);
  for (const { study, effects } of source.studies) assert.ok(study.citation !== "" && effects.length > 0);
});

test("an edition that newer studies have overtaken says so, and keeps its figures", () => {
  const claimed = computed();
  const study = madeStudy("new", [correlation(0.1, 100)]);
  const changed = recompute(ledger, { kind: "add", study }, "2026-12-01");
  if (changed.kind !== "recomputed") return assert.fail();
  const [source] = whyClaim(claimed, changed.ledger).sources;
  if (source?.kind !== "computed") return assert.fail();
  assert.equal(source.state, "superseded");
  assert.deepEqual(source.result, edition.result);
});

test("a computed claim reports its size, its prediction, how to cite it, and its cautions as limits", () => {
  const lines = claimReport(computed(), english).join("\n");
  for (const part of [
    /r = \.23, 95% CI \[\.16, \.30\] \(unverified\); 14 studies, N = 1,258/,
    /Prediction interval for the true effect in a new study: \[−\.01, \.44\]/,
    /To cite: simulated-alliance-outcome @ 2026-11-22 #1, checksum [0-9a-f]{12}/,
    /Grade A: meta-analysis\. Population: none: simulated/,
    /Limitation: Simulated studies: not evidence\./,
  ])
    assert.match(lines, part);
});

test("no figure, no claim", () => {
  const [text] = simulatedCorpus.claims;
  const cited = { edition: "x", date: "2026-11-22" };
  const none = synthesize(simulatedCorpus.definitions[0]!, []);
  assert.equal(claim(none, text!, cited).kind, "no-claim");
  const moderated = synthesize(
    { ...simulatedCorpus.definitions[2]!, id: text!.synthesis },
    simulatedCorpus.studies,
  );
  assert.equal(claim(moderated, text!, cited).kind, "no-claim");
});
