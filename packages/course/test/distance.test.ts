import assert from "node:assert/strict";
import { test } from "node:test";
import { distancePlan, readDistance, type Strategy } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const strategies = Object.keys(distancePlan) as readonly Strategy[];

const measured = (scale: string, before: number, now: number): Line => ({
  construct: "distance",
  instrument: "concord-distance-client",
  scale,
  better: scale.startsWith("too") ? "lower" : "higher",
  at: { 5: before, 10: now },
});

const answer = (strategy: Strategy | null, ...lines: readonly Line[]) =>
  readDistance(courseOf(lines), strategy).answer.kind;

test("every strategy has a step for every phase", () => {
  for (const strategy of strategies) {
    assert.deepEqual(
      distancePlan[strategy].map((step) => step.phase),
      ["engagement", "working-through", "termination"],
    );
  }
});

test("stepping back from an anxious client: too distant rises, slower; autonomy grows, on", () => {
  const tooDistant = measured("too-distant", 2, 4);
  const autonomy = measured("growing-autonomy", 3, 5);
  assert.equal(answer("hyperactivating", tooDistant, measured("growing-autonomy", 3, 3)), "slow");
  assert.equal(answer("hyperactivating", measured("too-distant", 2, 2), autonomy), "go-on");
  assert.equal(answer("hyperactivating", tooDistant, autonomy), "both-ways");
});

test("coming nearer to an avoidant client reads the other two", () => {
  assert.equal(answer("deactivating", measured("too-close", 2, 4)), "slow");
  assert.equal(answer("deactivating", measured("growing-engagement", 2, 4)), "go-on");
  assert.equal(answer("deactivating", measured("too-distant", 2, 6)), "no-clear-move");
});

test("a move below a tenth of the range says nothing; without a strategy there is no direction", () => {
  assert.equal(answer("deactivating", measured("too-close", 2, 2.5)), "no-clear-move");
  assert.equal(answer(null, measured("too-close", 2, 6)), "no-clear-move");
  assert.equal(readDistance(courseOf([]), "secure").answer.kind, "not-measured");
});

test("what is felt too close now is said whatever the plan", () => {
  const reading = readDistance(courseOf([measured("too-close", 2, 5)]), null);
  assert.deepEqual(reading.felt, ["too-close"]);
  assert.equal(reading.step, null);
});
