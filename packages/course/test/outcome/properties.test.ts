import assert from "node:assert/strict";
import { test } from "node:test";
import { learnResponse, type ResponseModel, readOutcomes, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import fc from "fast-check";
import { likePhq9, phq9, readingOf, stateOf } from "./a-measure.ts";

const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 27 }), { freq: 6 }), {
  minLength: 1,
  maxLength: 20,
});
const rate = (values: readonly (number | null)[]) => values.some((value) => value !== null);

test("another unit, another zero or the other direction change no state, rule or event", () => {
  fc.assert(
    fc.property(
      ratings.filter(rate),
      fc.constantFrom(0.5, 2, 10),
      fc.integer({ min: -100, max: 100 }),
      fc.constantFrom("lower" as const, "higher" as const),
      (values, factor, shift, better) => {
        const sign = better === "lower" ? 1 : -1;
        const turned = (value: number) => sign * factor * value + shift;
        const [minimum, maximum] = [turned(0), turned(27)].sort((a, b) => a - b) as [number, number];
        const plain = readingOf(values);
        const other = readingOf(
          values.map((value) => (value === null ? null : turned(value))),
          {
            own: likePhq9(factor, shift, better),
            about: { instrument: "made-up", minimum, maximum, better },
          },
        );
        assert.deepEqual(stateOf(other), stateOf(plain));
        for (const [i, session] of (plain.expected?.sessions ?? []).entries()) {
          const same = other.expected!.sessions[i]!;
          assert.ok(Math.abs(same.expected - turned(session.expected)) < 1e-6);
          assert.equal(same.limit === null, session.limit === null);
          if (session.limit !== null) assert.ok(Math.abs(same.limit! - turned(session.limit)) < 1e-6);
        }
      },
    ),
  );
});

test("the order of the rows changes nothing", () => {
  fc.assert(
    fc.property(ratings.filter(rate), fc.nat(), (values, turn) => {
      const scores = rated(values, phq9);
      const place = turn % scores.length;
      const shuffled = [...scores.slice(place), ...scores.slice(0, place)].reverse();
      const outcomes = (of: typeof scores) => trace({ case: "a", scores: of }).outcomes;
      assert.deepEqual(outcomes(shuffled), outcomes(scores));
    }),
  );
});

test("a later rating changes no limit and no earlier state", () => {
  fc.assert(
    fc.property(ratings.filter(rate), (values) => {
      const whole = trace({ case: "a", scores: rated(values, phq9) });
      const states: string[] = [];
      for (let end = 1; end <= whole.series[0]!.points.length; end++) {
        const points = whole.series[0]!.points.slice(0, end);
        const part = readOutcomes({ ...whole, series: [{ ...whole.series[0]!, points }] })[0]!;
        states.push(part.state);
        const since = points.findIndex(({ session }) => session === part.since);
        // What holds since a session was said in each rating from it on, and not in the one before it.
        assert.ok(states.slice(since).every((state) => state === part.state));
        if (since > 0) assert.notEqual(states[since - 1], part.state);
        for (const session of part.expected?.sessions ?? [])
          assert.deepEqual(
            session,
            whole.outcomes[0]!.expected!.sessions.find((each) => each.session === session.session),
          );
      }
    }),
  );
});

test("every number lies within the scale, and chances within 0 and 1", () => {
  fc.assert(
    fc.property(ratings.filter(rate), (values) => {
      const { expected, forecast } = readingOf(values);
      for (const { expected: mean, limit, lower, upper } of expected?.sessions ?? []) {
        assert.ok(0 <= lower && lower <= mean && mean <= upper && upper <= 27);
        assert.ok(limit === null || (limit >= mean && limit < 27));
      }
      if (forecast !== null) {
        assert.ok(forecast.chance >= 0 && forecast.chance <= 1);
        assert.ok(forecast.expected >= 0 && forecast.expected <= 27);
      }
    }),
  );
});

/** 120 made-up clients from 10 to 24 points who fall by 1 to 5 points per ln(session), with some scatter. */
const madeUp = Array.from({ length: 120 }, (_, i) => ({
  rater: "client" as const,
  instrument: "made-up",
  scale: "total",
  better: "lower" as const,
  points: Array.from({ length: 8 }, (_, place) => ({
    session: place + 1,
    value: Math.max(
      0,
      Math.round(10 + (i % 15) - (1 + (i % 5)) * Math.log(place + 1) + (((i * 7 + place * 5) % 7) - 3)),
    ),
  })),
}));

function learnt(lines: typeof madeUp): ResponseModel {
  const [found] = learnResponse(lines, "2026-11-30");
  assert.equal(found!.kind, "learnt");
  return found!.kind === "learnt" ? found!.model : assert.fail();
}

test("a practice's own cases replace the prior, for a measure without a reliable change too", () => {
  const model = learnt(madeUp);
  assert.deepEqual([model.standing, model.cases, model.usualLength], ["learnt", 120, 7]);
  const about = { instrument: "made-up", maximum: 40 };
  const good = readingOf([20, 18, 17], { about, models: [model] });
  assert.deepEqual([good.state, good.expected!.provisional, good.forecast], ["on-track", false, null]);
  assert.equal(readingOf([20, 24, 30], { about, models: [model] }).state, "not-on-track");
  // The prior speaks for any other rater.
  assert.equal(
    readingOf([20, 18, 17], { about: { ...about, rater: "therapist" }, models: [model] }).expected,
    null,
  );
});

test("learning refuses with the number of cases, and counts no case without a first rating in time", () => {
  const few = learnResponse(madeUp.slice(0, 99), "2026-11-30")[0]!;
  assert.equal(
    few.kind === "kept-prior" ? few.reason : "",
    "99 cases with a first rating and enough later ones: 100 are needed",
  );
  const late = madeUp.map((line, i) =>
    i < 30
      ? { ...line, points: line.points.map((point) => ({ ...point, session: point.session + 2 })) }
      : line,
  );
  assert.equal(learnResponse(late, "2026-11-30")[0]!.kind, "kept-prior");
});

test("a learnt model turns with the direction of the scale", () => {
  const model = learnt(madeUp);
  const higher = learnResponse(
    madeUp.map((line) => ({
      ...line,
      better: "higher" as const,
      points: line.points.map(({ session, value }) => ({ session, value: 40 - value })),
    })),
    "2026-11-30",
  )[0]!;
  assert.ok(higher.kind === "learnt");
  for (const figure of [
    "start",
    "slope",
    "startPerIntake",
    "slopePerIntake",
    "slopeDeviation",
    "deviation",
  ] as const)
    assert.ok(Math.abs(higher.model[figure] - model[figure]) < 1e-6, figure);
});
