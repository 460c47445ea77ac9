import assert from "node:assert/strict";
import { test } from "node:test";
import { calibrationPlot } from "@concord/charts";
import { staffMessages } from "@concord/messages";

const messages = staffMessages("en");

const figure = {
  title: "What each rule catches, and at what price",
  limit: 3,
  points: [
    { label: "ours <b>", falseAlarms: 2.6, caught: 76, emphasis: "yes" },
    { label: "another", falseAlarms: 24, caught: 86, emphasis: "no" },
  ],
} as const;

test("a dot and a name for each rule, ours larger; more caught is higher, more false alarms further right", () => {
  const svg = calibrationPlot(figure, { messages, standalone: true });
  const dots = [...svg.matchAll(/<circle[^>]*cx="([\d.]+)" cy="([\d.]+)" r="(\d)"/g)].map((found) =>
    found.slice(1).map(Number),
  );
  assert.equal(dots.length, 2);
  const [ours, other] = dots as [number[], number[]];
  assert.ok(ours[0]! < other[0]! && ours[1]! > other[1]! && ours[2]! > other[2]!);
  assert.match(svg, /evidence-reference/);
});

test("what it shows is also in words, and a name is only a name", () => {
  const svg = calibrationPlot(figure, { messages });
  assert.match(svg, /76% detected, 2\.6 false alarms per 100 sessions/);
  assert.doesNotMatch(svg, /<b>/);
});
