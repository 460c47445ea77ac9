import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { summarise, summarizeInformants } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const english = staffMessages("en");

const child = (values: readonly (number | null)[]): Line => ({
  construct: "alliance",
  instrument: "concord-alliance-session-client-child",
  scale: "total",
  range: [1, 5],
  values,
});
const other = (rater: "caregiver" | "therapist", at: Readonly<Record<number, number>>): Line => ({
  construct: "alliance",
  instrument: `concord-alliance-session-${rater}`,
  scale: "total",
  rater,
  at,
});

test("a child's own marks alone are said to say little", () => {
  const course = courseOf([child([4, 4, 5])], { ageBand: "child" });
  const reading = summarizeInformants(course);
  assert.equal(reading?.stands, "alone");
  assert.deepEqual(reading?.silent, ["caregiver", "therapist"]);
  assert.match(
    english.of(summarise(course).message),
    /not reliable on its own, and no other rating is recent/,
  );
});

test("beside a caregiver's view of the last sessions they may stand, and both are named together", () => {
  const course = courseOf([child([4, 4, 5, 5, 4]), other("caregiver", { 1: 4, 5: 5.5 })], {
    ageBand: "child",
  });
  assert.equal(summarizeInformants(course)?.stands, "beside-others");
  assert.match(
    english.of(summarise(course).message),
    /together with the other ratings: caregiver 75 in session 5/,
  );
});

test("a view from long ago does not count as beside", () => {
  const course = courseOf([child([4, 4, 4, 4, 4, 4, 4]), other("caregiver", { 1: 4 })], { ageBand: "child" });
  assert.equal(summarizeInformants(course)?.stands, "alone");
});

test("from 11 on the own form stands; involvement and responsiveness are read beside", () => {
  const about = {
    construct: "alliance",
    instrument: "concord-alliance-session-client-adolescent",
    range: [1, 5],
  } as const;
  const course = courseOf(
    [
      { ...about, scale: "total", values: [3, 4] },
      { ...about, scale: "involvement", values: [2, 4] },
      { ...about, scale: "responsiveness", values: [5, 3] },
    ],
    { ageBand: "adolescent" },
  );
  const reading = summarizeInformants(course);
  assert.equal(reading?.stands, "beside-others");
  assert.deepEqual(
    reading?.sides.map(({ scale, first, latest }) => [scale, first.percent, latest.percent]),
    [
      ["involvement", 25, 75],
      ["responsiveness", 100, 50],
    ],
  );
  assert.equal(summarizeInformants(courseOf([], { ageBand: "adult" })), null);
});
