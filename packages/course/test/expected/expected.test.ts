import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterSession,
  beginExpected,
  type DatedScore,
  type ExpectedModel,
  expectedCourse,
  learnExpected,
  modelFor,
  priorModels,
  trace,
} from "@concord/course";
import { rated } from "@concord/course/testing";
import fc from "fast-check";

const client = priorModels.find((model) => model.rater === "client")!;
const seriesOf = (values: readonly (number | null)[], about: Partial<DatedScore> = {}) =>
  trace({ case: "a", scores: rated(values, about) }).series[0]!;

test("the first rating is expected at the prior's level, with level and noise in its spread", () => {
  const [first] = seriesOf([60]).expected!.ratings;
  assert.equal(first!.expected, 74);
  // Mean of σ² over the grid's weights, by hand, next to 14² of the level.
  const nodes = [0, 1, 2, 3, 4, 5].map((i) => 2.5 * 6.4 ** (i / 5));
  const densities = nodes.map((sd) => sd ** -2.5 * Math.exp((-2.5 * 36) / (2 * sd ** 2)));
  const total = densities.reduce((sum, each) => sum + each, 0);
  const square = nodes.reduce((sum, sd, i) => sum + sd ** 2 * ((0.8 * densities[i]!) / total + 0.2 / 6), 0);
  const { deviation, degreesOfFreedom: nu } = first!;
  assert.ok(Math.abs(deviation ** 2 * (nu / (nu - 2)) - (14 ** 2 + square)) < 1e-9);
  assert.ok(first!.lower < 74 - 1.96 * 14 && first!.upper > 74 + 1.96 * 14);
});

test("after steady ratings the band is the client's own, and a fall lies below it", () => {
  const { expected } = seriesOf([90, 90, 91, 90, 92, 91, 70]);
  const fall = expected!.ratings.at(-1)!;
  assert.ok(Math.abs(fall.expected - 91) < 1.5);
  assert.ok(fall.z < -2.5 && fall.lower > 70);
  assert.equal(expected!.standing, "prior");
});

test("a missing session carries less over: the band after it is wider", () => {
  const near = seriesOf([70, 72, 68, 71, 60, 70]).expected!.ratings.at(-1)!;
  const far = seriesOf([70, 72, 68, 71, 60, null, null, 70]).expected!.ratings.at(-1)!;
  assert.ok(far.deviation > near.deviation && far.expected > near.expected);
});

test("an intake form is no session; outcome, and lines without a wished-for end, have no expected course", () => {
  const intake = trace({ case: "a", scores: [{ ...rated([50])[0]!, session: 0 }, ...rated([70, 72])] });
  assert.equal(intake.series[0]!.expected!.ratings.length, 2);
  assert.equal(seriesOf([70, 71], { construct: "outcome" }).expected, undefined);
  assert.equal(seriesOf([70, 71], { better: "neither" }).expected, undefined);
});

test("two ratings only: a wide range, and hardly a rupture", () => {
  const { ratings: two, own } = seriesOf([75, 70]).expected!;
  assert.ok(two[1]!.upper - two[1]!.lower > 25);
  assert.ok(two[1]!.belowProbability < 0.2 && own!.deviation > 4);
  assert.equal(expectedCourse([], client).own, null);
});

test("constant ratings end in a narrow range, and ratings at the ceiling in one that reaches it", () => {
  const constant = seriesOf(Array.from({ length: 20 }, () => 70)).expected!;
  assert.ok(Math.abs(constant.next!.expected - 70) < 0.5);
  assert.ok(constant.next!.upper - constant.next!.lower < 14);
  assert.ok(constant.ratings.every(({ belowProbability }) => belowProbability < 0.05));
  const top = seriesOf([100, 100, 98, 100, 100, 99, 100, 100]).expected!;
  assert.ok(top.ratings.at(-1)!.upper > 99 && top.next!.lower > 85);
});

test("on a coarse scale one step down is no event, two are", () => {
  const coarse = (values: readonly number[]) =>
    seriesOf(values, { minimum: 1, maximum: 7 }).expected!.ratings.at(-1)!.belowProbability;
  const steady = [6, 6, 6, 6, 6, 6, 6, 6];
  assert.ok(coarse([...steady, 5]) < 0.5);
  assert.ok(coarse([...steady, 3]) > 0.5);
});

test("an answer between two steps shows a finer scale: ranges before it stay, those after it are as on any", () => {
  const points = [6, 5, 6, 5.5, 6, 5].map((value, i) => ({
    session: i + 1,
    value,
    percent: ((value - 1) / 6) * 100,
  }));
  const range = { minimum: 1, maximum: 7 };
  const all = expectedCourse(points, client, range).ratings;
  assert.deepEqual(all.slice(0, 4), expectedCourse(points.slice(0, 4), client, range).ratings);
  assert.deepEqual(all.slice(4), expectedCourse(points, client).ratings.slice(4));
});

test("a model learnt by an earlier version, with its eight figures, gives finite ranges", () => {
  const learnt = {
    ...client.growth,
    slopeDeviation: 3,
    degreesOfFreedom: 300,
    startDeviation: 11,
    deviation: 4,
  };
  const { ratings: held } = expectedCourse(
    [70, 72, 69, 71, 40].map((percent, i) => ({ session: i + 1, percent })),
    { ...client, growth: learnt, standing: "learnt", cases: 250 },
  );
  for (const { lower, upper } of held) assert.ok(Number.isFinite(lower) && upper > lower);
  assert.ok(held.at(-1)!.belowProbability > 0.9);
});

const ratings = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 });

test("later ratings change no band, and one step at a time comes to the same", () => {
  fc.assert(
    fc.property(ratings, (values) => {
      const whole = seriesOf(values);
      const earlier = seriesOf(values.slice(0, -1)).expected!.ratings;
      assert.deepEqual(whole.expected!.ratings.slice(0, -1), earlier);
      let state = beginExpected(client);
      for (const [i, point] of whole.points.entries()) {
        const step = afterSession(state, point);
        assert.deepEqual(step.rating, whole.expected!.ratings[i]);
        state = step.state;
      }
    }),
  );
});

test("the next session's place is what the rating in it will be held against", () => {
  const { next } = seriesOf([70, 72, 68]).expected!;
  const { z: _, belowProbability: __, ...held } = seriesOf([70, 72, 68, 40]).expected!.ratings.at(-1)!;
  assert.deepEqual(next, held);
  assert.equal(expectedCourse([], client).next, null);
});

/** Rows 85 and 95 by turns around a level of each client's own: a spread of about five, no growth. */
function lines(count: number) {
  return Array.from({ length: count }, (_, i) =>
    seriesOf(
      [0, 1, 2, 3, 4, 5].map((session) => 60 + (i % 11) * 2 + ((session * 7 + i * 3) % 5) * 2),
      { instrument: "made-up-form" },
    ),
  );
}

test("fewer than two hundred cases: the prior stays, and the reason is told", () => {
  const [kept] = learnExpected(lines(199), "2026-03-04");
  assert.equal(kept?.kind, "kept-prior");
  assert.match(kept?.kind === "kept-prior" ? kept.reason : "", /199 cases .* 200 are needed/);
});

test("learnt from two hundred: their level, said with how many and when; used for that form alone", () => {
  const [learnt] = learnExpected(lines(200), "2026-03-04");
  assert.ok(learnt?.kind === "learnt");
  const { model } = learnt;
  // Levels are 60 to 80 in even steps, the pattern adds 4 on average.
  assert.ok(Math.abs(model.growth.start + model.growth.slope * 1.1 - 74) < 1.5);
  assert.deepEqual(
    [model.standing, model.cases, model.ratings, model.learntOn],
    ["learnt", 200, 1200, "2026-03-04"],
  );
  const line = { rater: "client", construct: "alliance", scale: "total" } as const;
  assert.equal(modelFor({ ...line, instrument: "made-up-form" }, [model]), model);
  assert.equal(modelFor({ ...line, instrument: "another" }, [model])?.standing, "prior");
});

test("a course traced with what was learnt says so", () => {
  const model: ExpectedModel = {
    ...client,
    instrument: "made-up-form",
    standing: "learnt",
    cases: 240,
    ratings: 2400,
    learntOn: "2026-03-04",
  };
  const course = trace({ case: "a", scores: rated([70, 71]), expected: [model] });
  assert.deepEqual(
    [course.series[0]!.expected!.standing, course.series[0]!.expected!.cases],
    ["learnt", 240],
  );
});
