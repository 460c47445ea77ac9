import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import {
  apaMessage,
  type Study,
  type SynthesisDefinition,
  type SynthesisModel,
  synthesisRCode,
  synthesize,
  usualModel,
} from "../../src/index.ts";
import { correlation, madeStudy } from "../made-study.ts";

const english = staffMessages("en");

const define = (
  model: Partial<SynthesisModel> = {},
  filter: SynthesisDefinition["filter"] = {},
): SynthesisDefinition => ({
  id: "a",
  title: "A",
  question: "A?",
  filter,
  model: { ...usualModel, ...model },
});
const six = [0.1, 0.2, 0.3, 0.35, 0.25, 0.4].map((r, i) =>
  madeStudy(`s${i}`, [correlation(r, 30 + 10 * i)], { traits: { age: 20 + i, twice: 40 + 2 * i } }),
);

const refusal = (definition: SynthesisDefinition, studies: readonly Study[]) => {
  const synthesis = synthesize(definition, studies);
  if (synthesis.kind !== "refused") return assert.fail(synthesis.kind);
  assert.match(english.of(apaMessage(synthesis)), /There is no result: /);
  assert.equal(synthesisRCode(synthesis), null);
  return synthesis;
};

test("nothing left: refused", () => {
  assert.equal(refusal(define(), []).why, "no-effects");
  assert.equal(refusal(define({}, { raters: ["therapist"] }), six).why, "no-effects");
});

test("a study that is not in the pooled stage never counts", () => {
  const told = six.map((study) => ({ ...study, stage: { kind: "narrative", reason: "x" } as const }));
  assert.equal(refusal(define(), told).why, "no-effects");
});

test("duplicate ids of studies and of reports: refused by name", () => {
  const twice = refusal(define(), [...six, six[2]!]);
  assert.deepEqual([twice.why, twice.names], ["duplicate-studies", ["s2"]]);
  const [first, ...rest] = six;
  const doubled = { ...first!, reports: [first!.reports[0]!, first!.reports[0]!] };
  const reports = refusal(define(), [doubled, ...rest]);
  assert.deepEqual([reports.why, reports.names], ["duplicate-reports", ["s0/1"]]);
});

/** Why six studies have no result under a definition, in English. */
const reasonOf = (definition: SynthesisDefinition) => english.written(refusal(definition, six).reason);

test("mixed effect types: refused, until the filter says which figures count", () => {
  const mixed = [
    ...six,
    madeStudy("odd", [{ kind: "effect", scale: "SMD", estimate: 0.3, variance: 0.1, n: 40 }]),
  ];
  const refused = refusal(define(), mixed);
  assert.deepEqual([refused.why, refused.names], ["mixed-effect-types", ["odd/1"]]);
  assert.match(
    english.written(refused.reason),
    /ZCOR cannot be calculated from an effect size on the scale SMD/,
  );
  assert.equal(synthesize(define({}, { figures: ["correlation"] }), mixed).kind, "pooled");
});

test("collinear moderators: refused with the one that repeats another", () => {
  const refused = refusal(define({ mods: "~ age + twice" }), six);
  assert.deepEqual([refused.why, refused.names], ["collinear-moderators", ["twice"]]);
});

test("a moderator that is not there, a constant factor, a broken formula: one line", () => {
  assert.match(reasonOf(define({ mods: "~ agee" })), /column that is not there: agee/);
  assert.match(reasonOf(define({ mods: "~ rater" })), /two or more levels: rater/);
  assert.match(reasonOf(define({ mods: "~ age +" })), /formula/);
  assert.match(reasonOf(define({ mods: "~ 1" })), /contains no moderator/);
  assert.match(reasonOf(define({ mods: "~ (1 | study)" })), /cannot include random effects/);
});

test("as many moderators as studies: refused", () => {
  const plain = { random: "effect", robust: null, test: "z" } as const;
  assert.equal(refusal(define({ ...plain, mods: "~ age" }), six.slice(0, 2)).why, "not-estimable");
});

test("methods that do not go with effects within studies: refused", () => {
  assert.match(reasonOf(define({ method: "DL" })), /need REML or ML, not DL/);
  assert.match(reasonOf(define({ test: "knha" })), /independent effect sizes/);
});

test("one study gives itself, and says that it is one", () => {
  const synthesis = synthesize(define({}, { only: ["s3"] }), six);
  if (synthesis.kind !== "one-study") return assert.fail(synthesis.kind);
  assert.equal(synthesis.mean.read.estimate.toFixed(12), "0.350000000000");
  assert.equal(synthesis.mean.read.prediction, null);
  assert.deepEqual(
    synthesis.cautions.map(({ kind }) => kind),
    ["one-study"],
  );
  assert.match(english.of(apaMessage(synthesis)), /^One study alone \(s3\) gives r = \.35/);
});

test("all effects equal: a variance of zero at its boundary, said so", () => {
  const equal = six.map((study, i) => ({
    ...study,
    reports: madeStudy(`e${i}`, [correlation(0.3, 50)]).reports,
  }));
  const synthesis = synthesize(define({ random: "effect", robust: null, test: "z" }), equal);
  if (synthesis.kind !== "pooled") return assert.fail(synthesis.kind);
  assert.deepEqual(synthesis.convergence, { kind: "boundary", parts: ["between studies"] });
  assert.ok(synthesis.cautions.some(({ kind }) => kind === "variance-at-zero"));
  assert.equal(synthesis.mean!.read.estimate.toFixed(12), "0.300000000000");
});

test("an effect without a value of the moderator is left out by name", () => {
  const gap = [madeStudy("gap", [correlation(0.3, 40)], { traits: { age: null } }), ...six];
  const synthesis = synthesize(define({ mods: "~ age" }), gap);
  if (synthesis.kind !== "pooled") return assert.fail(synthesis.kind);
  assert.deepEqual(
    synthesis.unmeasured.map(({ id, why }) => [id, why]),
    [["gap/1", "missing-moderator"]],
  );
  assert.match(
    english.of(synthesis.cautions.at(-1)!.message),
    /1 result could not be converted and is excluded: gap\/1/,
  );
});

test("small bodies, dependence and the test by the normal are named", () => {
  const kinds = (model: Partial<SynthesisModel>, studies: readonly Study[]): readonly string[] => {
    const synthesis = synthesize(define(model), studies);
    return synthesis.kind === "pooled" ? synthesis.cautions.map(({ kind }) => kind) : [synthesis.kind];
  };
  const pairs = six.map((study, i) => ({
    ...study,
    reports: madeStudy("x", [correlation(0.1 * i, 40), correlation(0.15 * i, 40)]).reports,
  }));
  const side = { random: "effect", robust: null, test: "z" } as const;
  assert.deepEqual(kinds(side, pairs).slice(0, 3), ["few-studies", "dependent-effects", "normal-test"]);
  assert.ok(!kinds({}, pairs).includes("dependent-effects"));
  const sharing = six.map((study) => ({ ...study, doi: "10.1000/one" }));
  assert.ok(kinds({}, sharing).includes("shared-doi"));
});
