import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import {
  arrangements,
  chiSquareSurvival,
  countArrangements,
  mean,
  normalDraw,
  permutations,
  resample,
  sampleVariance,
  seededChance,
  sharedChance,
  shuffled,
  signFlips,
  sum,
  wholeNumberBelow,
} from "../src/index.ts";
import { close } from "../src/testing.ts";

test("a seed always gives the same numbers, another seed others", () => {
  const take = (seed: number) => Array.from({ length: 5 }, seededChance(seed));
  assert.deepEqual(take(7), take(7));
  assert.notDeepEqual(take(7), take(8));
  assert.throws(() => seededChance(1.5), /seededChance requires a whole number: 1.5/);
});

test("draws are even over sixteen cells, and normal draws have the normal's moments", () => {
  const chance = seededChance(20261122);
  const n = 64_000;
  const counts = new Array<number>(16).fill(0);
  for (let i = 0; i < n; i++) counts[wholeNumberBelow(chance, 16)]! += 1;
  const statistic = counts.reduce((total, count) => total + (count - n / 16) ** 2 / (n / 16), 0);
  assert.ok(chiSquareSurvival(statistic, 15) > 1e-3, `χ² ${statistic}`);
  const draws = Array.from({ length: n }, () => normalDraw(chance));
  close(mean(draws), 0, { absolute: 4 / Math.sqrt(n), what: "mean" });
  close(sampleVariance(draws), 1, { absolute: 4 * Math.sqrt(2 / n), what: "variance" });
});

test("every order of three comes up evenly from the shuffle", () => {
  const chance = seededChance(3);
  const counts = new Map<string, number>();
  for (let i = 0; i < 6000; i++) {
    const key = shuffled(chance, [1, 2, 3]).join("");
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const statistic = [...counts.values()].reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
  assert.equal(counts.size, 6);
  assert.ok(chiSquareSurvival(statistic, 5) > 1e-3, `χ² ${statistic}`);
  assert.ok(resample(chance, 9).every((i) => i >= 0 && i < 9));
});

test("all orders, each once, as many as counted", () => {
  assert.deepEqual([...permutations(3)].length, 6);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 7 }), (labels) => {
      const orders = Array.from(arrangements(labels), (order) => order.join(","));
      assert.equal(new Set(orders).size, orders.length);
      assert.equal(orders.length, countArrangements(labels));
    }),
  );
  const flips = Array.from(signFlips(5), (signs) => signs.join(","));
  assert.equal(new Set(flips).size, 32);
});

test("a compensated sum keeps what a plain one loses", () => {
  assert.equal(sum([1, 1e100, 1, -1e100]), 2);
  assert.equal(sum([]), 0);
  assert.equal(sum([Number.POSITIVE_INFINITY, 1]), Number.POSITIVE_INFINITY);
  close(sampleVariance([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]), 30, {
    relative: 1e-14,
    what: "Chan's example",
  });
});

test("shared chance: Park and Miller's check, the 10,000th number after 1, and twelve uniforms less six", () => {
  const { uniform } = sharedChance(1);
  for (let i = 1; i < 10_000; i++) uniform();
  // Park, Miller and Stockmeyer 1993: with 48271 the state after 10,000 steps from 1 is 399268537.
  assert.equal(uniform() * 2147483647, 399268537);
  const twelve = sharedChance(7);
  const total = Array.from({ length: 12 }, twelve.uniform).reduce((sum, value) => sum + value, 0);
  assert.equal(sharedChance(7).normal(), total - 6);
});
