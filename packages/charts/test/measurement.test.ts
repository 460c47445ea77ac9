import assert from "node:assert/strict";
import { test } from "node:test";
import {
  describeItems,
  describeLoadings,
  type ItemFigure,
  itemChart,
  type LoadingFigure,
  loadingChart,
} from "@concord/charts";
import { staffMessages } from "@concord/messages";
import { assertSnapshot } from "./snapshot.ts";

const messages = staffMessages("en");

// Invented numbers: a drawing computes nothing.
const loadings: LoadingFigure = {
  title: "Two factors",
  groups: [
    {
      heading: "bond",
      rows: [
        { label: "b1", path: { estimate: 0.72, lower: 0.61, upper: 0.83 }, explained: 0.52 },
        { label: "b2", path: { estimate: 0.4, lower: 0.22, upper: 0.58 }, explained: 0.16 },
      ],
    },
    {
      heading: "Between factors",
      rows: [{ label: "bond – task", path: { estimate: 0.6, lower: 0.45, upper: 0.75 } }],
    },
  ],
  notes: ["CFI .95, RMSEA .06."],
};

const items: ItemFigure = {
  title: "Five items",
  rows: [
    { label: "i1-", rest: { estimate: 0.29, lower: 0.2, upper: 0.38 }, mean: 4.68, alphaWithout: 0.712 },
    { label: "i2 <b>", rest: { estimate: -0.05, lower: -0.15, upper: 0.05 }, mean: 4.8, alphaWithout: 0.606 },
  ],
  notes: ["α = .70."],
};

for (const [name, draw] of Object.entries({
  loadings: () => loadingChart(loadings, { messages }),
  "loadings-narrow": () => loadingChart(loadings, { messages, width: 358 }),
  items: () => itemChart(items, { messages }),
}))
  test(`draws ${name} as it was last looked at`, () => {
    assertSnapshot(name, draw());
  });

test("the figures in words, and names with signs of markup", () => {
  assert.equal(
    describeLoadings(loadings, messages),
    "bond: from b2 .40 [.22, .58] to b1 .72 [.61, .83]. Between factors: bond – task .60 [.45, .75]. CFI .95, RMSEA .06.",
  );
  assert.equal(describeLoadings({ title: "", groups: [] }, messages), "No parameters to show.");
  assert.equal(
    describeItems(items, messages),
    "2 items, corrected item–total correlations from i2 <b> −.05 [−.15, .05] to i1- .29 [.20, .38]. α = .70.",
  );
  assert.equal(describeItems({ title: "", rows: [] }, messages), "No items to show.");
  assert.doesNotMatch(itemChart(items, { messages }), /<b>/);
});
