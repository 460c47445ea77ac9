import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import { type ClientPlan, simulateClient } from "@concord/signals";
import { lagOneAutocorrelation } from "@concord/statistics/change";

const plan: ClientPlan = {
  sessions: 20,
  deviation: 5,
  autocorrelation: 0.3,
  level: 60,
  decrease: null,
  walk: 0,
  missing: 0,
  steps: null,
  tails: "normal",
};
const rated = (more: Partial<ClientPlan>, seed: number) =>
  simulateClient({ ...plan, ...more }, seededChance(seed)).map((value) => value ?? Number.NaN);

test("SD and lag-1 autocorrelation of a long course are those asked for", () => {
  for (const [deviation, autocorrelation] of [
    [3, 0],
    [8, 0.3],
    [8, 0.6],
  ] as const) {
    const values = rated({ sessions: 5000, deviation, autocorrelation }, 3);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
    // Four standard errors of a mean and an SD of 5,000 ratings at a lag-1 of .6.
    assert.ok(Math.abs(mean - 60) < (deviation * 4 * 2) / Math.sqrt(5000), `mean ${mean}`);
    assert.ok(Math.abs(sd / deviation - 1) < 0.06, `SD ${sd}`);
    const found = lagOneAutocorrelation(values.map((value, at) => ({ at, value })));
    assert.ok(found.kind === "autocorrelation");
    assert.ok(Math.abs(found.coefficient.value - autocorrelation) < 0.05, `${found.coefficient.value}`);
  }
});

test("a decrease is taken from the same ratings, at once or in equal steps", () => {
  const without = rated({}, 4);
  const below = (onset: "at once" | "gradual") => {
    const decrease = { at: 7, depth: 12, length: 3, onset };
    return rated({ decrease }, 4).map((value, i) => Math.round(1e6 * (without[i]! - value)) / 1e6);
  };
  const where = (values: readonly number[]) => [...Array(6).fill(0), ...values, ...Array(11).fill(0)];
  assert.deepEqual(below("at once"), where([12, 12, 12]));
  assert.deepEqual(below("gradual"), where([4, 8, 12]));
});

test("ratings stay within 0 and 100, on the steps of a form, and are missing as often as asked", () => {
  const high = rated({ sessions: 500, level: 97, deviation: 14 }, 5);
  assert.ok(high.every((value) => value >= 0 && value <= 100) && high.includes(100));
  const steps = rated({ sessions: 200, steps: 6 }, 6).map((value) => (value * 6) / 100);
  assert.ok(steps.every((value) => Math.abs(value - Math.round(value)) < 1e-9));
  const missing = simulateClient({ ...plan, sessions: 4000, missing: 0.25 }, seededChance(7));
  assert.ok(Math.abs(missing.filter((value) => value === null).length / 4000 - 0.25) < 0.03);
});

test("a walking level moves away from where it began by its steps’ root of squares", () => {
  const ends = Array.from(
    { length: 400 },
    (_, i) => rated({ walk: 1.5, deviation: 0.01, level: 50 }, 100 + i)[19]!,
  );
  const sd = Math.sqrt(ends.reduce((sum, value) => sum + (value - 50) ** 2, 0) / ends.length);
  // 1.5 √19 = 6.54; the standard error of an SD of 400 is 3.5%.
  assert.ok(Math.abs(sd / (1.5 * Math.sqrt(19)) - 1) < 0.14, `${sd}`);
});
