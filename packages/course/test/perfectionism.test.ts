import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { levelOf, type Population, readPerfectionism, watchList } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const instrument = "concord-perfectionism-client";
const population: Population = {
  id: "made-up",
  instrument,
  title: "Made-up people",
  sample: "nobody",
  citation: "none",
  certainty: "doubtful",
  scales: [{ scale: "total", mean: 4, standardDeviation: 1, n: null, alpha: 0.84 }],
};
const intake = (value: number): Line => ({
  construct: "perfectionism",
  instrument,
  scale: "total",
  better: "lower",
  at: { 0: value },
});
const tasks = (values: readonly number[]): Line => ({
  construct: "alliance",
  instrument: "concord-alliance-session-client-adult",
  scale: "tasks",
  values,
});

test("thirds of a normal population: at the mean with a third of error, each outer third is as likely", () => {
  const middle = levelOf({
    kind: "placed",
    scale: "total",
    fromMean: 0,
    standardError: 0.4307272992954576,
    lower: 0,
    upper: 0,
    level: 0.95,
  });
  assert.ok(middle.kind === "level");
  // Φ(−1) = .158655 on either side.
  close(middle.chances.high, 0.158655, { absolute: 1e-6, what: "value" });
  close(middle.chances.low, 0.158655, { absolute: 1e-6, what: "value" });
  assert.equal(middle.third, "moderate");
});

test("far above is high, far below is low, without norms there is no level", () => {
  const level = (value: number, among: Population | null) =>
    readPerfectionism(courseOf([intake(value)]), among)?.level;
  const third = (value: number) => {
    const found = level(value, population);
    return found?.kind === "level" ? found.third : null;
  };
  assert.deepEqual([third(6), third(4), third(2)], ["high", "moderate", "low"]);
  assert.equal(level(6, null)?.kind, "none");
  assert.equal(readPerfectionism(courseOf([]), population), null);
});

const stateOf = (lines: readonly Line[], watch: string, more = {}) => {
  const course = courseOf(lines, more);
  const reading = readPerfectionism(course, population);
  assert.ok(reading !== null);
  return watchList(course, reading).find((item) => item.watch === watch)?.state;
};

test("the client's own part: judged from session 8 on; flat is worth a look, growing is fine", () => {
  const flat = [4, 5, 4, 5, 4, 5, 4, 5, 4];
  const growing = [2, 3.1, 3.4, 4.2, 4.5, 4.8, 5.3, 5.4, 5.6];
  assert.equal(stateOf([intake(6), tasks(flat.slice(0, 6))], "engagement-growth"), "not-yet");
  assert.equal(stateOf([intake(6), tasks(flat)], "engagement-growth"), "look");
  assert.equal(stateOf([intake(6), tasks(growing)], "engagement-growth"), "fine");
});

test("an ending that nobody has spoken of is worth a look from session 8 on, an agreed one is fine", () => {
  const long = tasks([4, 5, 4, 5, 4, 5, 4, 5, 4]);
  assert.equal(stateOf([intake(6), long], "ending-announced"), "look");
  assert.equal(stateOf([intake(6), long], "ending-announced", { endingFrom: 8 }), "fine");
  assert.equal(stateOf([intake(6), tasks([4, 5])], "ending-announced"), "not-yet");
});

test("at a moderate level the early sense of being understood comes first; nothing is ever an alarm", () => {
  const course = courseOf([intake(4), tasks([4, 5])]);
  const reading = readPerfectionism(course, population);
  assert.ok(reading !== null);
  assert.equal(watchList(course, reading)[0]?.watch, "conditions-early");
});
