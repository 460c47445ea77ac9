import assert from "node:assert/strict";
import { test } from "node:test";
import { requireVariation, roundRobinsOf } from "../../src/social-relations/index.ts";

const people = ["Zoë", "M1", "M2", "M3", "M4"];

function ratings(group: string, value: (i: number, j: number) => number | null) {
  return people.flatMap((perceiver, i) =>
    people.flatMap((target, j) => (i === j ? [] : [{ perceiver, target, group, values: [value(i, j)] }])),
  );
}

test("ratings that are all the same have no shares: refused", () => {
  assert.throws(() => requireVariation(roundRobinsOf(ratings("", () => 5))), /every rating is 5/u);
  assert.throws(
    () => requireVariation(roundRobinsOf([...ratings("A", () => 5), ...ratings("B", () => 3)])),
    /all ratings of each group are the same/u,
  );
  const gap = ratings("", (i, j) => (i === 0 && j === 1 ? null : 2));
  assert.throws(() => requireVariation(roundRobinsOf(gap)), /every rating is 2/u);
});

test("one group that differs is enough", () => {
  const mixed = [...ratings("A", () => 5), ...ratings("B", (i, j) => i + 2 * j + ((i * j) % 3))];
  assert.doesNotThrow(() => requireVariation(roundRobinsOf(mixed)));
});
