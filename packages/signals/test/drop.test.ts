import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import { detect, findDetector } from "@concord/signals";
import fc from "fast-check";
import { brief, courseOf } from "./ratings.ts";

const english = staffMessages("en");

const drop = findDetector("drop")!;
const found = (values: readonly (number | null)[]) => detect(drop, courseOf(values));

test("one point of a four-line scale is worth a note, less is not", () => {
  const forty = { instrument: "another-form", maximum: 40 };
  const notes = (values: readonly number[]) =>
    brief(detect(drop, trace({ case: "a", scores: rated(values, forty) })));
  assert.deepEqual(notes([38, 37]), ["drop 2 note"]);
  assert.deepEqual(notes([38, 37.1]), []);
  assert.deepEqual(notes([37, 38]), []);
});

test("more than the borrowed criterion of 10 is credible, and said to be provisional", () => {
  assert.deepEqual(brief(found([80, 70])), ["drop 2 note"]);
  assert.deepEqual(brief(found([80, 69])), ["drop 2 credible"]);
  assert.ok(found([80, 69]).every((signal) => signal.provisional));
});

test("a published criterion goes before the borrowed one, and is not provisional", () => {
  const course = courseOf([80, 74]);
  const series = course.series[0]!;
  const known = {
    points: 5,
    percent: 5,
    counts: "at-least",
    basis: "made up",
    certainty: "verified",
  } as const;
  const [signal] = detect(drop, { ...course, series: [{ ...series, reliable: known }] });
  assert.equal(signal?.weight, "credible");
  assert.equal(signal?.provisional, false);
  const doubtful = { ...known, certainty: "doubtful" } as const;
  const [unsure] = detect(drop, { ...course, series: [{ ...series, reliable: doubtful }] });
  assert.equal(unsure?.provisional, true);
});

test("two deviations of the client's own ratings are enough, from four earlier sessions on", () => {
  // Ratings at sessions 1 to 4 scatter by less than two around their line, so 8 passes two deviations.
  assert.deepEqual(brief(found([70, 71, 70, 72, 64])), ["drop 5 credible"]);
  assert.deepEqual(brief(found([71, 70, 72, 64])), ["drop 4 note"]);
});

test("what is measured goes before what is borrowed: 11 points are a note where ratings move by 20", () => {
  const [signal] = found([60, 80, 58, 82, 61, 79, 68]);
  assert.deepEqual([signal?.weight, signal?.session], ["credible", 3]);
  assert.deepEqual(brief(found([60, 80, 58, 82, 61, 79, 68])).at(-1), "drop 7 note");
  assert.deepEqual(brief(found([69, 70, 71, 70, 71, 70, 59])).at(-1), "drop 7 credible");
});

test("one high rating before does not make an ordinary one a lasting drop", () => {
  assert.deepEqual(brief(found([70, 70, 84, 70, 70])), ["drop 4 credible"]);
  assert.deepEqual(brief(found([70, 70, 70, 56, 56])), ["drop 4 persistent"]);
});

test("a drop that stays is persistent; regained it says when", () => {
  const [stays] = found([80, 80, 60, 62, 61]);
  assert.deepEqual(
    [stays?.weight, stays?.session, stays?.length, stays?.repairedAt],
    ["persistent", 3, 3, undefined],
  );
  const [back] = found([80, 80, 60, 78]);
  assert.deepEqual([back?.weight, back?.length, back?.repairedAt], ["credible", 1, 4]);
  const [settled] = found([80, ...Array.from({ length: 20 }, () => 60)]);
  assert.equal(settled?.length, 6);
});

test("a missing session breaks the run", () => {
  assert.deepEqual(found([80, null, 50]), []);
  assert.deepEqual(brief(found([80, 60, null, 55])), ["drop 2 credible"]);
});

test("the sentence names the part that fell most", () => {
  const scores = [
    ...rated([80, 60]),
    ...rated([80, 78], { scale: "bond" }),
    ...rated([80, 70], { scale: "tasks" }),
    ...rated([80, 32], { scale: "goals" }),
  ];
  const [signal] = detect(drop, trace({ case: "a", scores }));
  assert.equal(signal?.part, "goals");
  assert.equal(
    english.of(signal!.message),
    "The client’s alliance rating decreased from 80 to 60 between sessions 1 and 2, mainly in goal agreement. " +
      "This is probably more than chance, although there are few ratings so far.",
  );
});

test("a young child's rating is never left to stand alone", () => {
  const [signal] = detect(drop, courseOf([80, 40], { ageBand: "child" }));
  assert.match(english.of(signal!.message), /Compare it with the caregiver’s rating and yours\.$/);
});

const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 6 }), { maxLength: 25 });

test("a shift of level changes no drop", () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 0, max: 40 }), (values, shift) => {
      const moved = values.map((value) => (value === null ? null : value + shift));
      assert.deepEqual(brief(found(moved)), brief(found(values)));
    }),
  );
});

test("turning the scale over and the direction with it changes no drop; turning one alone does", () => {
  fc.assert(
    fc.property(ratings, (values) => {
      const turned = values.map((value) => (value === null ? null : 100 - value));
      const course = trace({ case: "a", scores: rated(turned, { better: "lower" }) });
      assert.deepEqual(brief(detect(drop, course)), brief(found(values)));
    }),
  );
  assert.deepEqual(
    brief(detect(drop, trace({ case: "a", scores: rated([80, 60], { better: "lower" }) }))),
    [],
  );
  assert.deepEqual(brief(detect(drop, trace({ case: "a", scores: rated([60, 80], { better: "lower" }) }))), [
    "drop 2 credible",
  ]);
});

test("raising a rating never brings a drop in that session", () => {
  fc.assert(
    fc.property(ratings, fc.nat({ max: 24 }), fc.integer({ min: 1, max: 40 }), (values, at, raise) => {
      const value = values[at];
      if (value === undefined || value === null) return;
      const raised = values.with(at, value + raise);
      const here = (all: readonly (number | null)[]) =>
        found(all).some((signal) => signal.session === at + 1);
      assert.ok(here(values) || !here(raised));
    }),
  );
});
