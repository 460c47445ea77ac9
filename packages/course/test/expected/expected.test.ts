import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterSession,
  type DatedScore,
  type ExpectedModel,
  expectedCourse,
  learnExpected,
  modelFor,
  priorModels,
  trace,
} from "@concord/course";
import { rated } from "@concord/course/testing";
import { beginGrowth } from "@concord/statistics/growth";
import fc from "fast-check";

const client = priorModels.find((model) => model.rater === "client")!;
const seriesOf = (values: readonly (number | null)[], about: Partial<DatedScore> = {}) =>
  trace({ case: "a", scores: rated(values, about) }).series[0]!;

test("the first rating is expected at the prior's level, with level and noise in its spread", () => {
  const [first] = seriesOf([60]).expected!.ratings;
  assert.equal(first!.expected, 74);
  assert.ok(Math.abs(first!.deviation - Math.hypot(14, 6)) < 1e-12);
  // t(.975, 6) = 2.4469 in the tables.
  assert.ok(Math.abs(first!.lower - (74 - 2.446912 * Math.hypot(14, 6))) < 1e-4);
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

const ratings = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 2, maxLength: 30 });

test("later ratings change no band, and one step at a time comes to the same", () => {
  fc.assert(
    fc.property(ratings, (values) => {
      const whole = seriesOf(values);
      const earlier = seriesOf(values.slice(0, -1)).expected!.ratings;
      assert.deepEqual(whole.expected!.ratings.slice(0, -1), earlier);
      let state = beginGrowth(client.growth);
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
  const { z: _, ...held } = seriesOf([70, 72, 68, 40]).expected!.ratings.at(-1)!;
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
