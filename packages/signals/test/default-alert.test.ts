import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import {
  detect,
  detectAll,
  findDetector,
  hypothesisOf,
  missedRuptures,
  panelOf,
  ringing,
} from "@concord/signals";
import { brief, courseOf, tension } from "./ratings.ts";

const english = staffMessages("en");

const expected = findDetector("expected-course")!;

test("one rating far below what was expected rings; when it stays, it is persistent; back, it says when", () => {
  assert.deepEqual(brief(detect(expected, courseOf([75, 76, 75, 77, 55]))), ["expected-course 5 credible"]);
  assert.deepEqual(brief(detect(expected, courseOf([75, 76, 75, 77, 55, 54]))), [
    "expected-course 5 persistent",
  ]);
  assert.equal(detect(expected, courseOf([75, 76, 75, 77, 55, 75]))[0]!.repairedAt, 6);
});

test("ratings a little below ring together where none would alone", () => {
  const calm = [78, 72, 76, 73, 77, 71, 75, 74, 78, 72];
  const one = detect(expected, courseOf([...calm, 64]));
  const several = detect(expected, courseOf([...calm, 64, 62, 63, 61]));
  assert.deepEqual(one, []);
  assert.equal(several.length, 1);
  assert.ok(several[0]!.session > 11 && several[0]!.figures.belowProbability! >= 0.5);
});

test("the same decrease rings in steady ratings and not in ratings that vary", () => {
  const around = (sd: number) => [1, -1, 0.5, -0.5, 1, -1, 0.5, -0.5].map((step) => 72 + sd * step);
  assert.equal(detect(expected, courseOf([...around(2), 56])).length, 1);
  assert.deepEqual(detect(expected, courseOf([...around(12), 56])), []);
});

test("a lasting lower level rings once and is then the level", () => {
  const found = detect(expected, courseOf([75, 77, 74, 76, 75, ...Array.from({ length: 14 }, () => 55)]));
  assert.deepEqual(brief(found), ["expected-course 6 persistent"]);
});

test("falls ring by the expected course alone, and others with it; in the first three sessions a quarter of the range does", () => {
  const course = courseOf([75, 76, 75, 77, 55]);
  assert.deepEqual(brief(ringing(detectAll(course))), [
    "drop 5 credible",
    "expected-course 5 credible",
    "xmr 5 credible",
  ]);
  const alone = detectAll(course).filter((signal) => signal.kind !== "expected-course");
  assert.deepEqual(ringing(alone), []);
  assert.deepEqual(brief(ringing(detectAll(courseOf([80, 50])))), ["drop 2 credible"]);
  assert.deepEqual(ringing(detectAll(courseOf([80, 60]))), []);
});

test("a fall in the therapist's own rating rings once it has lasted", () => {
  const own = (values: readonly number[]) =>
    ringing(detectAll(trace({ case: "a", scores: rated(values, { rater: "therapist" }) }))).map(
      (signal) => signal.weight,
    );
  assert.deepEqual(own([75, 76, 75, 77, 50]), []);
  assert.ok(own([75, 76, 75, 77, 50, 51]).every((weight) => weight === "persistent"));
  assert.ok(own([75, 76, 75, 77, 50, 51]).length > 0);
});

test("what one reported and the other did not, both ways round, and where no answer came", () => {
  const course = trace({
    case: "a",
    scores: [...tension([2, 0, 1, 2], "client"), ...tension([0, 2, null, 2], "therapist")],
  });
  assert.deepEqual(missedRuptures(course), [
    { session: 1, reportedBy: "client", notBy: "therapist", other: "saw-none" },
    { session: 2, reportedBy: "therapist", notBy: "client", other: "saw-none" },
    { session: 3, reportedBy: "client", notBy: "therapist", other: "no-answer" },
  ]);
});

test("the panel: every rule has a row, says whether it could look, and how many agree", () => {
  const course = trace({
    case: "a",
    scores: [...rated([75, 76, 75, 77, 76, 75, 50, 52, 51]), ...tension([0, 0, 0, 0, 0, 0, 2], "client")],
  });
  const panel = panelOf(course);
  const row = (id: string) => panel.rows.find((each) => each.detector === id && each.rater === "client")!;
  assert.equal(row("expected-course").state, "found");
  assert.equal(row("stiles2004").state, "nothing");
  assert.equal(panel.rows.find((each) => each.detector === "observer")!.state, "cannot-look");
  const [told] = panel.agreements;
  assert.deepEqual([told!.badge, told!.rater, told!.from], ["reported", "client", 7]);
  assert.ok(told!.rules.length >= 5 && told!.of === 11);
  const short = panelOf(courseOf([75, 40]));
  const blind = short.rows.find((each) => each.detector === "gumz2012")!;
  assert.deepEqual(
    [blind.state, blind.reason],
    ["cannot-look", { id: "signals.panel.too-few", values: { rated: 2, needed: 4 } }],
  );
});

test("the observer's word: withdrawal or confrontation by name, and what was resolved is not one", () => {
  const threeRs = { rater: "observer", construct: "rupture", instrument: "3rs-observer" } as const;
  const course = trace({
    case: "a",
    scores: [
      ...rated([1, 3, 5], { ...threeRs, scale: "withdrawal", better: "lower", minimum: 1, maximum: 5 }),
      ...rated([1, 3, 5], { ...threeRs, scale: "resolved", minimum: 1, maximum: 5 }),
    ],
  });
  const found = detect(findDetector("observer")!, course);
  assert.deepEqual(brief(found), ["observer 2 credible", "observer 3 credible"]);
  assert.ok(found.every((signal) => signal.hypothesis === "withdrawal"));
  assert.match(english.of(found[1]!.message), /mostly resolved/);
});

test("withdrawal or confrontation is a hypothesis, from more than the score, or nothing", () => {
  const depth = { construct: "session-depth", instrument: "depth-form", scale: "depth" } as const;
  const still = trace({
    case: "a",
    scores: [...rated([98, 99, 98, 99, 90]), ...rated([60, 62, 60, 61, 30], depth)],
  });
  const seen = { ...detect(expected, courseOf([98, 99, 98, 99, 70]))[0]!, session: 5 };
  assert.equal(hypothesisOf(still, seen), "withdrawal");
  const parts = trace({
    case: "a",
    scores: [
      ...rated([80, 80, 80, 80, 50]),
      ...rated([80, 80, 80, 80, 50], { scale: "bond" }),
      ...rated([80, 80, 80, 80, 40], { scale: "tasks" }),
    ],
  });
  assert.equal(hypothesisOf(parts, seen), "confrontation");
  assert.equal(hypothesisOf(courseOf([80, 80, 80, 80, 50]), seen), null);
});
