import assert from "node:assert/strict";
import { test } from "node:test";
import {
  attachmentPlane,
  describePlane,
  describeTwoPeople,
  distanceChart,
  twoPeopleChart,
} from "@concord/charts";
import type { AttachmentReading, DistanceReading, Population, RaterComparison } from "@concord/course";
import { staffMessages } from "@concord/messages";
import { pairing } from "./course-value.ts";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

const population: Population = {
  id: "local",
  instrument: "form",
  title: "Clients of this practice",
  sample: "31 clients",
  citation: "own forms",
  certainty: "doubtful",
  scales: [],
};
const place = (scale: string, fromMean: number) => ({
  kind: "placed" as const,
  scale,
  fromMean,
  standardError: 0.3,
  lower: fromMean - 0.6,
  upper: fromMean + 0.6,
  level: 0.95,
});
const placed: AttachmentReading = {
  instrument: "form",
  session: 0,
  anxiety: { scale: "anxiety", value: 5.5, minimum: 1, maximum: 7 },
  avoidance: { scale: "avoidance", value: 2.25, minimum: 1, maximum: 7 },
  anxietyPlace: place("anxiety", 1.2),
  avoidancePlace: place("avoidance", -1),
  population,
  leaning: { kind: "none", reason: { id: "relationship.norm.none-chosen", values: {} } },
  plane: {
    mean: { anxiety: 4, avoidance: 3.5 },
    marked: { anxiety: 4.6, avoidance: 4 },
    reach: { anxiety: 0.9, avoidance: 0.8 },
    level: 0.95,
  },
};
const unplaced: AttachmentReading = {
  ...placed,
  session: 8,
  anxietyPlace: {
    kind: "unplaced",
    scale: "anxiety",
    reason: { id: "relationship.norm.none-chosen", values: {} },
  },
  avoidancePlace: {
    kind: "unplaced",
    scale: "avoidance",
    reason: { id: "relationship.norm.none-chosen", values: {} },
  },
  population: null,
  plane: null,
};

const bounded = (value: number, reach: number) => ({
  value,
  standardError: reach / 2,
  lower: value - reach,
  upper: value + reach,
});
const two: RaterComparison = {
  pairing,
  line: { kind: "line", discrepancy: bounded(-9, 4), tracking: bounded(0.6, 0.3), n: 9 },
  lies: "lower",
  moves: "along",
  latest: null,
};

const distance: DistanceReading = {
  lines: [
    {
      scale: "too-close",
      points: [
        { session: 5, percent: 60 },
        { session: 10, percent: 40 },
      ],
      moved: -20,
      step: 10,
      stepBasis: "",
    },
    {
      scale: "growing-engagement",
      points: [
        { session: 5, percent: 35 },
        { session: 10, percent: 55 },
      ],
      moved: 20,
      step: 10,
      stepBasis: "",
    },
    {
      scale: "growing-autonomy",
      points: [
        { session: 5, percent: 33 },
        { session: 10, percent: 41 },
      ],
      moved: 8,
      step: 10,
      stepBasis: "",
    },
  ],
  phase: { name: "working-through", from: 5, to: 12, by: "rule" },
  step: null,
  way: [
    {
      phase: "engagement",
      aim: "begin-farther",
      short: { id: "relationship.distance-step.unsaid", values: {} },
      message: { id: "guidance.plan.unsaid", values: {} },
      slowDownScale: "too-close",
      progressScale: null,
    },
    {
      phase: "working-through",
      aim: "decrease",
      short: { id: "relationship.distance-step.unsaid", values: {} },
      message: { id: "guidance.plan.unsaid", values: {} },
      slowDownScale: "too-close",
      progressScale: "growing-engagement",
    },
    {
      phase: "termination",
      aim: "decrease",
      short: { id: "relationship.distance-step.unsaid", values: {} },
      message: { id: "guidance.plan.unsaid", values: {} },
      slowDownScale: "too-close",
      progressScale: "growing-engagement",
    },
  ],
  answer: { kind: "go-on", session: 10, before: 5 },
  felt: [],
};
const phases = [
  { name: "engagement", from: 1, to: 4, by: "rule" },
  { name: "working-through", from: 5, to: 12, by: "rule" },
] as const;

const drawings: Readonly<Record<string, () => string>> = {
  "attachment-plane": () => attachmentPlane([unplaced, placed], { messages }),
  "attachment-plane-without-norms": () => attachmentPlane([unplaced], { messages, width: 320 }),
  "two-people": () =>
    twoPeopleChart(two, { messages, among: { here: bounded(-8, 3), usual: bounded(-6, 2) } }),
  "two-people-narrow": () => twoPeopleChart(two, { messages, width: 340 }),
  "distance-plan": () => distanceChart(distance, { messages, phases, sessions: 12 }),
  "distance-without-plan-narrow": () =>
    distanceChart({ ...distance, way: [] }, { messages, phases, sessions: 12, width: 340 }),
};

for (const [name, draw] of Object.entries(drawings)) {
  test(`draws ${name} as it was last looked at`, () => assertSnapshot(name, draw()));
}

test("without norms no field of the plane is named, and no limits are claimed", () => {
  const drawn = attachmentPlane([unplaced], { messages });
  assert.doesNotMatch(drawn, />(secure|hyperactivating|deactivating|fearful)<|ellipse/);
  assert.doesNotMatch(describePlane(unplaced, messages), /standard deviations/);
  assert.match(describePlane(placed, messages), /anxiety \+1\.2 \(95% CI \[\+0\.6, \+1\.8\]\)/);
});

test("the words on two people begin with the therapist, and say when it is too early", () => {
  assert.match(
    describeTwoPeople(two, messages),
    /^The therapist rates 9 points \(of 100\) lower than the client\. Both ratings change together: 6 points for every 10/,
  );
  const early: RaterComparison = {
    ...two,
    line: { kind: "none", reason: { id: "relationship.dyad.few", values: { n: 2, needed: 5 } }, n: 2 },
    lies: "not-known",
    moves: "not-known",
  };
  assert.match(
    describeTwoPeople(early, messages),
    /^Too early to describe how the two ratings relate: 2 sessions rated by both; at least 5 are needed\.$/,
  );
});
