import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type DatedScore,
  type LineOfCase,
  learnReadiness,
  minClientsForReadiness,
  type ReadinessCase,
  type ReadinessModel,
  trace,
} from "@concord/course";
import { rated } from "@concord/course/testing";
import fc from "fast-check";
import { phq9 } from "../outcome/a-measure.ts";

const day = "2026-11-30";

const atIntake = (value: number, session = 0): DatedScore => ({
  ...rated([value], {
    construct: "readiness",
    scale: "readiness",
    rater: "client",
    minimum: 1,
    maximum: 7,
  })[0]!,
  session,
});

const alliance = (level: number): LineOfCase => ({
  rater: "client",
  construct: "alliance",
  instrument: "form",
  scale: "total",
  better: "higher",
  points: [1, 2, 3, 9].map((session) => ({ session, value: level, percent: session === 9 ? 0 : level })),
});

const caseOf = (readiness: number, level: number): ReadinessCase => ({
  scores: [atIntake(readiness)],
  lines: [alliance(level)],
});

function learnt(cases: readonly ReadinessCase[]): ReadinessModel {
  const model = learnReadiness(cases, day);
  if ("kind" in model) assert.fail(`too few: ${model.clients}`);
  return model;
}

const spread = (n: number) => Array.from({ length: n }, (_, i) => caseOf(1 + (i % 7), 50));

test("with fewer clients than for local norms, or none who differ, nothing is learnt and the number is said", () => {
  assert.deepEqual(learnReadiness(spread(19), day), { kind: "too-few", clients: 19 });
  assert.deepEqual(learnReadiness([], day), { kind: "too-few", clients: 0 });
  const alike = Array.from({ length: 30 }, () => caseOf(4, 50));
  assert.deepEqual(learnReadiness(alike, day), { kind: "too-few", clients: 30 });
  const late = Array.from({ length: 30 }, (_, i) => ({ scores: [atIntake(1 + (i % 7), 1)], lines: [] }));
  assert.deepEqual(learnReadiness(late, day), { kind: "too-few", clients: 0 }, "not asked at intake");
});

test("mean and SD of the practice, and the published correlation: d = .41 is r = .20 (d / √(d² + 4))", () => {
  // 21 clients, three on each answer from 1 to 7: mean 4, variance 3 · 28 / 20 = 4.2; in hundredths of six points.
  const model = learnt(spread(21));
  assert.ok(Math.abs(model.mean - 50) < 1e-9);
  assert.ok(Math.abs(model.deviation - (100 / 6) * Math.sqrt(4.2)) < 1e-9);
  assert.equal(model.improvement.standing, "prior");
  assert.equal(model.improvement.correlation.toFixed(3), "0.201");
  assert.equal(model.alliance.client.standing, "prior", "everybody rates alike: no correlation");
});

test("a practice’s correlation and the prior are averaged by their precision", () => {
  // r = 1 for all but cut at .999; Fisher's z: weights 42 − 3 = 39 and ((1 − .15²) / .1)² = 95.55.
  const model = learnt(Array.from({ length: 42 }, (_, i) => caseOf(1 + (i % 7), 40 + 5 * (i % 7))));
  const z = (39 * Math.atanh(0.999) + 95.550625 * Math.atanh(0.15)) / (39 + 95.550625);
  const { correlation, standardError, cases, standing } = model.alliance.client;
  assert.ok(Math.abs(correlation - Math.tanh(z)) < 1e-6);
  assert.ok(Math.abs(standardError - (1 - Math.tanh(z) ** 2) / Math.sqrt(134.550625)) < 1e-6);
  assert.deepEqual([cases, standing], [42, "learnt"]);
});

test("what is learnt lies between the prior and what the practice shows, in any order of the cases", () => {
  const answers = fc.array(fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 100 })), {
    minLength: 25,
    maxLength: 60,
  });
  fc.assert(
    fc.property(answers, (pairs) => {
      const model = learnReadiness(
        pairs.map(([ready, level]) => caseOf(ready, level)),
        day,
      );
      if ("kind" in model || model.alliance.client.standing === "prior") return;
      const own = pearson(pairs);
      const { correlation } = model.alliance.client;
      assert.ok(correlation >= Math.min(own, 0.15) - 1e-9 && correlation <= Math.max(own, 0.15) + 1e-9);
      const turned = learnt(pairs.toReversed().map(([ready, level]) => caseOf(ready, level)));
      assert.ok(Math.abs(turned.alliance.client.correlation - correlation) < 1e-9);
    }),
  );
});

test("improvement is what the first rating does not explain: regression to the mean is not readiness", () => {
  const outcome = (first: number, last: number): LineOfCase => ({
    rater: "client",
    construct: "outcome",
    instrument: "phq-9",
    scale: "total",
    better: "lower",
    points: [0, 3, 6, 9].map((session) => {
      const value = session === 9 ? last : first;
      return { session, value, percent: 100 - (100 * value) / 27 };
    }),
  });
  // The last rating is half the first, whatever the readiness; and those with high ratings come readier.
  const halved = Array.from({ length: 42 }, (_, i): ReadinessCase => {
    const first = 6 + 2 * (i % 7) + (i % 3);
    return { scores: [atIntake(1 + (i % 7))], lines: [outcome(first, first / 2)] };
  });
  assert.equal(learnt(halved).improvement.standing, "prior", "nothing is left to explain");
});

const model = learnt(Array.from({ length: 21 }, (_, i) => caseOf(1 + (i % 7), 50)));
const withOutcome = (readiness: number | null, of: ReadinessModel | null = model) =>
  trace({
    case: "a",
    scores: [
      ...(readiness === null ? [] : [atIntake(readiness)]),
      ...rated([70, 71, 72], { rater: "client" }),
      ...rated([18, 17, 16, 15], phq9),
    ],
    readiness: of,
  });
const expectedOutcome = (course: ReturnType<typeof withOutcome>) =>
  course.outcomes[0]!.expected!.sessions.at(-1)!.expected;
const expectedAlliance = (course: ReturnType<typeof withOutcome>) =>
  course.series.find(({ construct }) => construct === "alliance")!.expected!.ratings[0]!.expected;

test("a readier client is expected to rate the alliance higher and symptoms lower; by how much is bounded", () => {
  const courses = [1, 2, 4, 6, 7].map((ready) => withOutcome(ready));
  const alliances = courses.map(expectedAlliance);
  const outcomes = courses.map(expectedOutcome);
  assert.deepEqual(
    alliances,
    alliances.toSorted((a, b) => a - b),
  );
  assert.deepEqual(
    outcomes,
    outcomes.toSorted((a, b) => b - a),
  );
  // Prior of clients: level 74, SD 14; readiness 7 lies 3 / √4.2 = 1.46 SD above the mean: .15 · 1.46 · 14 = 3.07.
  assert.ok(Math.abs(alliances.at(-1)! - alliances[2]! - 0.15 * (3 / Math.sqrt(4.2)) * 14) < 0.35);
  const far = withOutcome(7, { ...model, mean: 0, deviation: 1 });
  assert.equal(far.readiness?.z, 2, "no one counts as further than two SD from the mean");
});

test("at the mean, or where nothing is known, the expected means stay as they are", () => {
  const plain = withOutcome(null);
  assert.equal(plain.readiness, null);
  assert.ok(Math.abs(expectedOutcome(withOutcome(4)) - expectedOutcome(plain)) < 1e-9);
  assert.ok(Math.abs(expectedAlliance(withOutcome(4)) - expectedAlliance(plain)) < 1e-9);
  assert.deepEqual(withOutcome(7, null).outcomes, plain.outcomes, "nothing has been learnt");
  const other = { ...model, instrument: "another" };
  assert.deepEqual(withOutcome(7, other).outcomes, plain.outcomes, "another questionnaire");
  assert.equal(minClientsForReadiness, 20);
});

function pearson(pairs: readonly (readonly [number, number])[]): number {
  const mean = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;
  const [x, y] = [mean(pairs.map(([a]) => a)), mean(pairs.map(([, b]) => b))];
  const sum = (of: (pair: readonly [number, number]) => number) =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const both = sum(([a, b]) => (a - x) * (b - y));
  return both / Math.sqrt(sum(([a]) => (a - x) ** 2) * sum(([, b]) => (b - y) ** 2));
}
