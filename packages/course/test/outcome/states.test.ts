import assert from "node:assert/strict";
import { test } from "node:test";
import { type OutcomeReading, type OutcomeState, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { findInstrument, type Instrument } from "@concord/instruments";
import { staffMessages } from "@concord/messages";
import { phq9, readingOf } from "./a-measure.ts";

const english = staffMessages("en");
const sentence = ({ message }: OutcomeReading) => english.of(message);

// The criterion is 6 points and the cut-off 10, so each state can be told by subtraction.
const byHand: readonly (readonly [readonly (number | null)[], OutcomeState, number, string])[] = [
  [[20, 16, 12, 8, 6], "recovered", 4, "20 − 8 = 12 ≥ 6, and 8 < 10 from session 4 on"],
  [[20, 18, 17, 14], "improved", 4, "20 − 14 = 6 ≥ 6, but 14 ≥ 10"],
  [[16, 10, 10], "improved", 2, "10 itself is still clinical"],
  [[9, 5, 3], "improved", 3, "began below the cut-off: there was nothing to recover from"],
  [[16, 15, 14], "on-track", 3, "no reliable change, below the limit of 18.2"],
  [[16, 17, 18, 17, 19], "not-on-track", 4, "19 > 17.2; the forecast says it one session before"],
  [[6, 10, 14, 22], "deteriorated", 3, "14 − 6 = 8 ≥ 6"],
  [[25, 6, 5, 12], "deteriorated", 4, "12 − 6 = 6, and 12 ≥ 10 again"],
  [[20, 12, 12, 19], "deteriorated", 4, "19 − 12 = 7, and nothing of the gain is left"],
  [[20, 12, 19], "on-track", 3, "12 was held in one rating only"],
  [[20, 2, 1, 8], "recovered", 2, "8 − 2 = 6, but 12 better than at first and below 10"],
  [[16], "too-early", 1, "one rating"],
  [[16, 15], "too-early", 1, "two ratings without reliable change"],
  [[16, 22], "deteriorated", 2, "two ratings are enough for a reliable change"],
  [[20, null, null, null, 8], "recovered", 5, "missing sessions stay missing"],
];
for (const [values, state, since, why] of byHand)
  test(`PHQ-9 ${values.map((value) => value ?? "–").join(", ")}: ${state} since session ${since} (${why})`, () => {
    const reading = readingOf(values);
    assert.deepEqual([reading.state, reading.since], [state, since]);
  });

test("relapse after a gain is named with the best session and the session it came in", () => {
  const reading = readingOf([25, 12, 5, 6, 12, 13]);
  // Held: 12, 12, 6 in sessions 2 to 4; 12 − 6 ≥ 6 in session 5.
  assert.deepEqual(
    reading.also.filter(({ kind }) => kind === "relapse"),
    [{ kind: "relapse", from: 4, to: 5 }],
  );
  assert.equal(
    sentence(reading),
    "PHQ-9 25 in session 1, 13 in session 6: had improved to 5 in session 3, and is reliably worse again since session 5.",
  );
});

test("a gain that is only half lost, or was held in one rating, is no relapse; a swing without a gain is none", () => {
  const hasRelapse = (values: readonly number[]) =>
    readingOf(values).also.some(({ kind }) => kind === "relapse");
  assert.equal(hasRelapse([25, 6, 5, 11]), false);
  assert.equal(hasRelapse([25, 5, 14]), false);
  assert.equal(hasRelapse([16, 11, 11, 17]), false);
  assert.equal(hasRelapse([25, 6, 5, 12]), true);
});

test("a plateau is four ratings over six sessions without reliable movement, still above the cut-off", () => {
  const plateaus = (values: readonly (number | null)[]) =>
    readingOf(values).also.filter(({ kind }) => kind === "plateau");
  assert.deepEqual(plateaus([24, 15, 14, 15, 13, 14, 12]), [{ kind: "plateau", from: 2, to: 7 }]);
  // Five sessions; three ratings; movement of 6 points within six sessions.
  assert.deepEqual(plateaus([24, 15, 14, 15, 13, 14]), []);
  assert.deepEqual(plateaus([24, 15, null, 14, null, null, 13]), []);
  assert.deepEqual(plateaus([14, 20, 14, 20, 14, 20, 14]), []);
  // One point a session: the halves 15, 14, 13 and 12, 11, 10 lie three apart.
  assert.deepEqual(plateaus([17, 16, 15, 14, 13, 12, 11, 10]), []);
  // Below the cut-off.
  assert.deepEqual(plateaus([15, 9, 8, 9, 8, 9, 8, 9]), []);
});

test("a sudden gain by Tang and DeRubeis lies between two sessions", () => {
  // From 20 to 10: 10 ≥ 6 points, 10 ≥ a quarter of 20, and the three before and after hardly vary.
  const reading = readingOf([21, 20, 20, 10, 9, 10, 9]);
  assert.deepEqual(
    reading.also.filter(({ kind }) => kind === "sudden-gain"),
    [{ kind: "sudden-gain", from: 3, to: 4 }],
  );
  assert.deepEqual(readingOf([21, 19, 17, 14, 12, 10, 9]).also, []);
});

test("too early: no expectation, no forecast, no verdict", () => {
  const reading = readingOf([16, 15]);
  assert.equal(reading.expected, null);
  assert.equal(reading.forecast, null);
  assert.equal(
    reading.rules.some(({ rule, verdict }) => rule !== "jacobson-truax" && verdict !== "cannot-say"),
    false,
  );
  assert.equal(sentence(reading), "PHQ-9: too early to say whether therapy is on track (2 ratings).");
});

test("a first rating in session 3 or later leaves the expected response unknown, not the reliable change", () => {
  const late = readingOf([null, null, 15, 14, 13]);
  assert.deepEqual([late.state, late.expected, late.forecast], ["cannot-say", null, null]);
  assert.match(sentence(late), /first rated in session 3/);
  assert.equal(readingOf([null, null, 15, 14, 9]).state, "recovered");
  assert.equal(readingOf([null, 15, 14, 13]).state, "on-track");
  assert.equal(readingOf([null, null, null, 15]).state, "too-early");
});

test("an intake form counts as the first rating", () => {
  const reading = readingOf({ 0: 16, 1: 17, 2: 18 });
  assert.equal(reading.first.session, 0);
  assert.match(sentence(reading), /^PHQ-9 16 at intake, 18 in session 2:/);
});

test("the worst score of the scale at the first rating: nothing can lie beyond a limit that the scale does not reach", () => {
  // At 27 the limit after one session is above the scale; after two it is 25.8.
  const { expected, rules, state } = readingOf([27, 27, 27]);
  assert.equal(expected!.sessions[0]!.limit, null);
  assert.ok(Math.abs(expected!.sessions[1]!.limit! - 25.8) < 0.05);
  assert.equal(rules.find(({ rule }) => rule === "expected-response")!.verdict, "not-on-track");
  assert.equal(rules.find(({ rule }) => rule === "trier-90")!.verdict, "cannot-say");
  assert.equal(state, "not-on-track");
});

test("the best score throughout stays on track", () => {
  const { state, band, also } = readingOf([0, 0, 0, 0, 0, 0, 0]);
  assert.deepEqual([state, also], ["on-track", []]);
  assert.deepEqual(band!.last, { id: "total:none", from: null, to: 5, meaning: null });
});

test("severity bands by the instrument's own cut-offs", () => {
  const { band } = readingOf([20, 14]);
  assert.deepEqual(
    [band!.first.from, band!.first.to, band!.first.meaning, band!.last.from, band!.last.to],
    [20, null, "severe", 10, 15],
  );
  assert.equal(readingOf([20, 14], { about: { instrument: "oq-45-2", maximum: 180 } }).band!.last.from, null);
});

test("an instrument without a reliable change and without cases: only that nothing can be said", () => {
  const reading = readingOf([20, 12, 14, 13], { about: { instrument: "home-made", maximum: 40 } });
  assert.equal(reading.state, "cannot-say");
  assert.deepEqual(
    [reading.reliable, reading.cutoff, reading.band, reading.expected, reading.forecast, reading.also],
    [null, null, null, null, null, []],
  );
  assert.ok(reading.rules.every(({ verdict, at }) => verdict === "cannot-say" && at === null));
  assert.match(sentence(reading), /^home-made: neither a reliable change nor an expected response is known/);
});

test("a site's own instrument with a norm and a reliability is read by them", () => {
  const own: Instrument = {
    ...findInstrument("phq-9")!,
    id: "own-outcome",
    shortTitle: "Own",
    cutoffs: [],
    reliableChanges: [],
    norms: [
      {
        scale: "total",
        population: "clients",
        sample: "a service",
        mean: 50,
        standardDeviation: 10,
        alpha: 0.91,
        kind: "published",
        source: { citation: "made up", read: "source", certainty: "verified" },
      },
    ],
  };
  const about = { instrument: "own-outcome", maximum: 100 };
  // 1.96 · 10 · √(2 · .09) = 8.32, to be passed.
  assert.equal(readingOf([50, 45, 42], { own, about }).state, "on-track");
  assert.equal(readingOf([50, 45, 41], { own, about }).state, "improved");
  assert.equal(readingOf([50, 55, 59], { own, about }).state, "deteriorated");
});

test("catalogue measures have what a reading needs", () => {
  for (const [instrument, maximum, better, values] of [
    ["gad-7", 21, "lower", [15, 13, 11]],
    ["core-10", 40, "lower", [22, 18, 16]],
    ["core-om", 40, "lower", [22, 19, 17]],
    ["oq-45-2", 180, "lower", [90, 80, 76]],
    ["yp-core", 40, "lower", [22, 16, 14]],
    ["ors-client", 40, "higher", [18, 21, 23]],
  ] as const)
    assert.equal(readingOf(values, { about: { instrument, maximum, better } }).state, "improved", instrument);
});

test("one reading for a form with a total, one for each scale of a form without", () => {
  const scores = [
    ...rated([20, 18, 17], phq9),
    ...rated([4, 3, 2], { ...phq9, scale: "part" }),
    ...rated([12, 11, 13], { ...phq9, instrument: "two-scales", scale: "a" }),
    ...rated([12, 11, 13], { ...phq9, instrument: "two-scales", scale: "b" }),
    ...rated([70, 71, 72]),
  ];
  const { outcomes } = trace({ case: "a", scores });
  assert.deepEqual(
    outcomes.map(({ instrument, scale }) => [instrument, scale]),
    [
      ["phq-9", "total"],
      ["two-scales", "a"],
      ["two-scales", "b"],
    ],
  );
});

test("forms that were asked for and not answered, and sessions since the last rating, are said", () => {
  const asked = { rater: "client", construct: "outcome" } as const;
  const course = trace({
    case: "a",
    scores: rated([20, 18, null, 17], phq9),
    sessions: [1, 2, 3, 4, 5, 6].map((session) => ({
      session,
      attended: true,
      asked: session === 3 || session === 5 ? [{ ...asked, answered: false }] : [],
    })),
  });
  const [reading] = course.outcomes;
  assert.deepEqual([reading!.missed, reading!.sessionsSinceLast, reading!.ratings], [[3, 5], 2, 3]);
});

test("a scale that is neither better high nor low has no progress", () => {
  const reading = readingOf([4, 8, 12], { about: { better: "neither" } });
  assert.deepEqual([reading.state, reading.reliable, reading.expected], ["cannot-say", null, null]);
});
