import assert from "node:assert/strict";
import { test } from "node:test";
import { type CaterpillarFigure, caterpillarChart, describeCaterpillar } from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

// Invented numbers: a drawing computes nothing.
const figure: CaterpillarFigure = {
  title: "Therapist effects",
  axis: { label: "Difference in outcome from the average therapist", spacing: "linear", reference: 0 },
  rowHeading: "Therapist",
  estimateHeading: "difference [95% CI]",
  basisHeading: "clients",
  rows: [
    { kind: "shown", label: "A", basis: "12", effect: { estimate: 0.6, lower: -0.4, upper: 1.6 } },
    { kind: "shown", label: "B", basis: "9", effect: { estimate: -1.2, lower: -2.3, upper: -0.1 } },
    { kind: "hidden", label: "C", basis: "3", reason: "fewer than five clients" },
    { kind: "shown", label: "D", basis: "21", effect: { estimate: 0.1, lower: -0.6, upper: 0.8 } },
  ],
  notes: ["Effects are shrunken towards the average."],
};

for (const [name, draw] of Object.entries({
  caterpillar: () => caterpillarChart(figure, { messages }),
  "caterpillar-narrow": () => caterpillarChart(figure, { messages, width: 358 }),
}))
  test(`draws ${name} as it was last looked at`, () => {
    assertSnapshot(name, draw());
  });

test("the figure in words", () => {
  assert.equal(
    describeCaterpillar(figure, messages),
    "3 groups on the axis “Difference in outcome from the average therapist”, from −1.20 [−2.30, −0.10] " +
      "to 0.60 [−0.40, 1.60]; 1 interval excludes the mean. Effects are shrunken towards the average.",
  );
  assert.equal(describeCaterpillar({ ...figure, rows: [], notes: [] }, messages), "No groups to show.");
});

test("many groups, and names with signs of markup, still draw", () => {
  const rows = Array.from({ length: 80 }, (_, i) => ({
    kind: "shown" as const,
    label: `<b>${i}</b>`,
    effect: { estimate: i / 10, lower: i / 10 - 1, upper: i / 10 + 1 },
  }));
  const svg = caterpillarChart({ ...figure, rows }, { messages });
  assert.doesNotMatch(svg, /<b>/);
  assert.match(svg, /evidence-compact/);
});
