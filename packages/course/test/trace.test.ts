import assert from "node:assert/strict";
import { test } from "node:test";
import { type DatedScore, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { figure } from "./figure.ts";

const english = staffMessages("en");

test("percent is turned so that 100 is the wished-for end: 36 of 40 is 90, 9 of 27 symptoms is 67", () => {
  const course = trace({
    case: "a",
    scores: [
      ...rated([36], { maximum: 40 }),
      ...rated([9], { construct: "outcome", instrument: "symptoms", maximum: 27, better: "lower" }),
      ...rated([12], { construct: "distance", instrument: "distance", maximum: 48, better: "neither" }),
    ],
  });
  const percents = course.series.map((series) => [series.construct, series.points[0]!.percent] as const);
  assert.deepEqual(
    percents.map(([construct]) => construct),
    ["alliance", "outcome", "distance"],
  );
  close(percents[0]![1], 90, { absolute: 1e-12, what: "value" });
  close(percents[1]![1], 200 / 3, { absolute: 1e-12, what: "value" });
  close(percents[2]![1], 25, { absolute: 1e-12, what: "value" });
});

test("level, slope and scatter by hand on sessions 1, 2, 4", () => {
  // x = 0, ln 2, 2·ln 2; slope = (40 − 10) / (2·ln 2); residuals 5/3, −10/3, 5/3; one degree of freedom.
  const course = trace({ case: "a", scores: rated([10, 20, null, 40]) });
  const series = course.series[0]!;
  close(figure(series.level), 70 / 3, { absolute: 1e-12, what: "level" });
  close(figure(series.slope), 30 / (2 * Math.LN2), { absolute: 1e-12, what: "slope" });
  close(figure(series.withinDeviation), Math.sqrt(50 / 3), { absolute: 1e-12, what: "scatter" });
  assert.equal(series.autocorrelation.kind, "none");
});

test("an intake form moves the count of time to ln(session + 1), and the method says so", () => {
  const scores: DatedScore[] = [...rated([34, null, 10]), ...rated([50]).map((s) => ({ ...s, session: 0 }))];
  const { slope } = trace({ case: "a", scores }).series[0]!;
  // x = 0, ln 2, ln 4: the middle of the three is at the mean, so the slope is (10 − 50) / ln 4.
  close(figure(slope), -40 / Math.log(4), { absolute: 1e-12, what: "value" });
  assert.match(slope.kind === "estimate" ? english.of(slope.method) : "", /session \+ 1/);
});

test("n = 0, 1, 2, 3 and constant ratings: a reason instead of a number", () => {
  assert.deepEqual(trace({ case: "a", scores: [] }).series, []);
  const reasons = [[50], [50, 60], [50, 60, 40], [70, 70, 70, 70, 70, 70, 70]].map((values) => {
    const { level, slope, withinDeviation, autocorrelation } = trace({ case: "a", scores: rated(values) })
      .series[0]!;
    return [level.kind, slope.kind, withinDeviation.kind, autocorrelation.kind];
  });
  assert.deepEqual(reasons, [
    ["none", "none", "none", "none"],
    ["estimate", "none", "none", "none"],
    ["estimate", "estimate", "estimate", "none"],
    ["none", "none", "none", "none"],
  ]);
  const constant = trace({ case: "a", scores: rated([70, 70, 70]) }).series[0]!.level;
  assert.match(constant.kind === "none" ? english.of(constant.reason) : "", /all 3 ratings are identical/);
});

test("missed forms: by the records where there are any, else where another chair rated", () => {
  const fromFile = trace({
    case: "a",
    scores: [
      ...rated([50, 60, null, null, 70]),
      ...rated([40, null, 40, null, 50], { rater: "therapist" }),
      ...rated([9, null, null, null, 5], { construct: "outcome", instrument: "symptoms" }),
    ],
  });
  assert.deepEqual(fromFile.missed, [
    { session: 2, rater: "therapist", construct: "alliance" },
    { session: 3, rater: "client", construct: "alliance" },
  ]);
  const asked = [{ rater: "client", construct: "alliance", answered: false }] as const;
  const recorded = trace({
    case: "a",
    scores: rated([50, 60]),
    sessions: [
      { session: 2, attended: true, asked },
      { session: 3, attended: true, asked },
      { session: 4, attended: false, asked },
    ],
  });
  assert.deepEqual(recorded.missed, [{ session: 3, rater: "client", construct: "alliance" }]);
  assert.deepEqual(recorded.notAttended, [4]);
  assert.equal(recorded.sessions, 4);
});

test("the order of the rows is irrelevant, and nobody's input is touched", () => {
  const rows = Object.freeze([
    ...rated([50, 61, null, 47, 70]),
    ...rated([40, null, 40, 52, 50], { rater: "therapist" }),
    ...rated([44, 50, 51, 50, 60], { scale: "bond" }),
    ...rated([12, null, null, null, 8], {
      construct: "outcome",
      instrument: "phq-9",
      maximum: 27,
      better: "lower",
    }),
  ]);
  const plain = trace({ case: "a", scores: rows });
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length }), (scores) => {
      assert.deepEqual(trace({ case: "a", scores }), plain);
    }),
    { numRuns: 50 },
  );
});

test("turning a scale over and the direction with it gives the same percents and estimates", () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(values, (ratings) => {
      const plain = trace({ case: "a", scores: rated(ratings, { maximum: 40 }) }).series[0]!;
      const turned = trace({
        case: "a",
        scores: rated(
          ratings.map((value) => 40 - value),
          { maximum: 40, better: "lower" },
        ),
      }).series[0]!;
      for (const [i, point] of plain.points.entries()) {
        close(turned.points[i]!.percent, point.percent, {
          absolute: 1e-10,
          what: `session ${point.session}`,
        });
        assert.ok(point.percent >= 0 && point.percent <= 100);
      }
      assert.equal(turned.slope.kind, plain.slope.kind);
      if (plain.slope.kind === "estimate")
        close(figure(turned.slope), plain.slope.value, { absolute: 1e-9, what: "slope" });
    }),
  );
});

test("every estimate holds its value within its interval and says how it was made", () => {
  const values = fc.array(fc.option(fc.integer({ min: 0, max: 40 })), { maxLength: 40 });
  fc.assert(
    fc.property(values, (ratings) => {
      for (const series of trace({ case: "a", scores: rated(ratings, { maximum: 40 }) }).series) {
        for (const found of [series.level, series.slope, series.withinDeviation, series.autocorrelation]) {
          if (found.kind === "none") {
            assert.ok(english.of(found.reason).length > 10);
            continue;
          }
          assert.ok(found.lower <= found.value + 1e-12 && found.value - 1e-12 <= found.upper);
          assert.ok(Number.isFinite(found.lower) && Number.isFinite(found.upper) && found.standardError >= 0);
          assert.ok(english.of(found.method).length > 10);
        }
      }
    }),
  );
});

test("a caller's mistake is one line that names it", () => {
  const one = rated([50, 60]);
  assert.throws(
    () => trace({ case: "a", scores: [...one, ...rated([55])] }),
    /one score for each rater, scale and session: two for client's made-up-form total in session 1/,
  );
  assert.throws(() => trace({ case: "a", scores: rated([101]) }), /scores from 0 to 100: 101/);
  assert.throws(() => trace({ case: "a", scores: rated([Number.NaN]) }), /scores from 0 to 100: NaN/);
  assert.throws(
    () => trace({ case: "a", scores: rated([1], { maximum: 0 }) }),
    /range from low to high: 0 to 0/,
  );
  assert.throws(
    () => trace({ case: "a", scores: rated([1]).map((score) => ({ ...score, session: 2.5 })) }),
    /session numbers 0, 1, 2, …: 2.5/,
  );
  assert.throws(
    () => trace({ case: "a", scores: [...one, ...rated([null, null, 20], { maximum: 40 })] }),
    /one range and direction within a scale/,
  );
  const record = { session: 1, attended: true, asked: [] };
  assert.throws(
    () => trace({ case: "a", scores: one, sessions: [record, record] }),
    /one record for each session: two for session 1/,
  );
});
