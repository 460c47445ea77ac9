import assert from "node:assert/strict";
import { test } from "node:test";
import {
  agreementOf,
  buildPostings,
  type Judged,
  learnRanks,
  likelihoodAbout,
  lookAt,
  type Searchable,
  startingConcepts,
  suggestRank,
  viewConcept,
} from "@concord/library";
import { fitLogistic, logOdds } from "../../src/rank/logistic.ts";
import { english } from "../fixtures/english.ts";

const nothing = { intercept: 0, weights: [0], settled: true };

test("logistic regression without firmness to speak of: the closed form of a two-by-two table", () => {
  // 3 of 10 without the feature, 8 of 10 with it: intercept ln(3/7), weight ln(8/2) − ln(3/7).
  const rows = (feature: number, so: number) =>
    Array.from({ length: 10 }, (_, at) => ({ features: [feature], outcome: at < so }));
  const model = fitLogistic([...rows(0, 3), ...rows(1, 8)], nothing, 1e-6, 200);
  assert.ok(model.settled);
  assert.ok(Math.abs(model.intercept - Math.log(3 / 7)) < 1e-3);
  assert.ok(Math.abs(model.weights[0]! - (Math.log(4) - Math.log(3 / 7))) < 1e-3);
});

test("no examples: the prior; separated outcomes: still an answer", () => {
  const prior = { intercept: -1, weights: [2], settled: true };
  assert.deepEqual(fitLogistic([], prior, 1), prior);
  const separated = fitLogistic(
    [
      { features: [0], outcome: false },
      { features: [1], outcome: true },
    ],
    nothing,
    1,
  );
  assert.ok(separated.settled);
  assert.ok(logOdds(separated, [1]) > logOdds(separated, [0]));
});

const about = (who: string) =>
  `The bond between the physician and the patient is what carries the treatment; ${who} must trust him.`;
const decoy = (who: string) => `The chemical bond of ${who} was broken in the flask that morning by an acid.`;
const names = ["she", "he", "iron", "salt", "anyone", "nobody", "copper", "zinc", "youth", "age"];
const passages: readonly Searchable[] = names.flatMap((who, at) =>
  [about(who), decoy(who)].map((characters, kind) => ({
    text: `${at}-${kind}`,
    from: 0,
    to: characters.length,
    role: "body" as const,
    chapter: "",
    characters,
  })),
);
const postings = buildPostings(passages);
const bond = startingConcepts.find(({ id }) => id === "therapeutic-bond")!;
const view = viewConcept(postings, bond);
const judged: readonly Judged[] = passages.map((_, at) => ({
  look: lookAt(view, postings.passageFirst[at]!, postings.passageFirst[at + 1]!),
  judgement: at % 2 === 0 ? "thesis" : "decoy",
}));

test("before any confirmation passages about the concept already stand above others", () => {
  const model = learnRanks([]);
  assert.ok(likelihoodAbout(model, judged[0]!.look) > likelihoodAbout(model, judged[1]!.look));
});

test("confirmations teach: what was called a thesis is suggested as one, with three reasons", () => {
  const model = learnRanks(judged);
  const suggestion = suggestRank(model, judged[4]!.look);
  assert.equal(suggestion.judgement, "thesis");
  assert.equal(suggestion.reasons.length, 3);
  assert.equal(new Set(suggestion.reasons.map((reason) => reason.id)).size, 3);
  for (const reason of suggestion.reasons) assert.match(english.of(reason), /\.$/);
});

test("agreement is counted on passages the model has not seen", () => {
  const agreement = agreementOf(judged);
  assert.equal(agreement.judged, 20);
  assert.equal(agreement.agreed, 20);
  assert.equal(agreement.kappa, 1);
  assert.deepEqual(agreementOf([]), { judged: 0, agreed: 0, kappa: null });
});
