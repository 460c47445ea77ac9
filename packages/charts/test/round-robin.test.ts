import assert from "node:assert/strict";
import { test } from "node:test";
import { describeRoundRobin, type RoundRobinFigure, roundRobinChart } from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

// Invented numbers: a drawing computes nothing.
const names = ["Hal", "Ida", "Jon", "Kit & Co", "Lou", "Mia"];
const figure: RoundRobinFigure = {
  title: "closeness: whose doing?",
  shares: [
    { kind: "perceiver", label: "Perceiver", share: 0.2 },
    { kind: "target", label: "Target", share: null },
    { kind: "relationship", label: "Relationship", share: 0.6 },
    { kind: "error", label: "Error", share: 0.2 },
  ],
  circle: {
    heading: "Group autumn: the views that depart most",
    members: names.map((label, i) => ({
      label,
      stands: i === 2 ? "apart" : "among",
      hint: `${label}: +0.10`,
    })),
    arrows: [
      { from: 2, to: 4, tone: "cooler", strength: 1, hint: "Jon sees Lou −2.10 beside the others" },
      { from: 4, to: 2, tone: "warmer", strength: 0.4, hint: "Lou sees Jon +0.80 beside the others" },
    ],
  },
  perceivers: [
    { label: "Jon", ratio: { estimate: 5.2, lower: 1.7, upper: 45 }, stands: "apart" },
    { label: "Lou", ratio: { estimate: 1.1, lower: 0.4, upper: 3 }, stands: "among" },
    { label: "Kit & Co", ratio: { estimate: 0.3, lower: 0.1, upper: 0.9 }, stands: "among" },
  ],
  notes: ["95% intervals. A large ratio says where to look: a careless answer is large too."],
};

test("draws a round robin as it was last looked at", () => {
  assertSnapshot("round-robin", roundRobinChart(figure, { messages }));
});

test("draws it narrow, a large group, and without a group, as they were last looked at", () => {
  assertSnapshot("round-robin-narrow", roundRobinChart(figure, { messages, width: 360 }));
  const members = Array.from({ length: 40 }, (_, i) => ({
    label: String(i + 1),
    stands: "among" as const,
    hint: String(i + 1),
  }));
  const large = { ...figure, circle: { ...figure.circle!, members } };
  assertSnapshot("round-robin-large", roundRobinChart(large, { messages }));
  assertSnapshot(
    "round-robin-bare",
    roundRobinChart({ ...figure, circle: null, perceivers: [] }, { messages }),
  );
});

test("says in words what it draws, and escapes names", () => {
  const words = describeRoundRobin(figure, messages);
  assert.match(words, /Perceiver 20%, Target ≤ 0, Relationship 60%/);
  assert.match(words, /Ratings deviate from the group consensus by more than chance: Jon\./);
  assert.match(roundRobinChart(figure, { messages }), /Kit &amp; Co/);
  const nobody = { ...figure, perceivers: figure.perceivers.slice(1) };
  assert.match(describeRoundRobin(nobody, messages), /No member’s ratings deviate/);
});
