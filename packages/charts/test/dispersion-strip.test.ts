import assert from "node:assert/strict";
import { test } from "node:test";
import { dispersionStrip } from "@concord/charts";

test("a strip has a bar for each part that has an occurrence, and says its label", () => {
  const drawn = dispersionStrip({ label: "Waiting <1901>: 3 occurrences", parts: [0, 2, 0, 1], most: 2 });
  assert.equal(drawn.match(/<rect/g)?.length, 2);
  assert.match(drawn, /aria-label="Waiting &lt;1901&gt;: 3 occurrences"/);
  const heights = [...drawn.matchAll(/<rect[^>]* height="([\d.]+)"/g)].map(([, height]) => Number(height));
  assert.deepEqual(heights, [20, 10]);
});

test("an empty strip is a line", () => {
  assert.doesNotMatch(dispersionStrip({ label: "None", parts: [], most: 0 }), /<rect|NaN/);
});
