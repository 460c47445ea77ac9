import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  type Stability,
  type SuddenGainCriteria,
  suddenGains,
  suddenGainTerms,
} from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/sudden-gains.json" with { type: "json" };

const pooled: Stability = { kind: "pooled-deviation", alpha: 0.05 };
const criteria: SuddenGainCriteria = {
  better: "lower",
  direction: "gain",
  points: 7,
  share: 0.25,
  stability: pooled,
};
const termsWith = (own: Partial<SuddenGainCriteria>) =>
  suddenGainTerms(
    fixture.people.map(({ id, bdi }) => ({ id, found: suddenGains(bdi, { ...criteria, ...own }) })),
  );

test("43 people: 24 gains of 11 points on average (SD 3.43), 4 reversed, as describe_sg of suddengains prints", () => {
  const { bysg, describe } = termsWith({});
  assert.deepEqual(bysg.id_sg.slice(0, 10), [
    "1_sg_3",
    "1_sg_7",
    "3_sg_8",
    "4_sg_3",
    "5_sg_3",
    "5_sg_8",
    "9_sg_3",
    "10_sg_2",
    "10_sg_4",
    "12_sg_3",
  ]);
  assert.equal(describe.sg_total_n, 24);
  assert.equal(describe.sg_reversal_n, 4);
  close(describe.sg_reversal_pct!, 16.67, { absolute: 0.005, what: "reversed" });
  close(describe.sg_magnitude_m!, 11, { absolute: 1e-12, what: "magnitude" });
  close(describe.sg_magnitude_sd!, 3.43, { absolute: 0.005, what: "its spread" });
  // It gives 70.83% of gains as those of people with several.
  const several = bysg.sg_freq_byperson.filter((count) => count > 1).length;
  close((100 * several) / 24, 70.83, { absolute: 0.005, what: "of people with several" });
});

test("the three criteria one by one, from the examples of check_interval", () => {
  const isGain = (values: readonly (number | null)[], own: Partial<SuddenGainCriteria>) =>
    suddenGains(values, { ...criteria, ...own }).gains.some(({ at }) => at === 2);
  assert.ok(isGain([32, 31, 33, 5, 6, 7], {}));
  assert.ok(isGain([32, 31, 33, 5, 6, 7], { stability: { kind: "pooled-deviation", alpha: 0.01 } }));
  // Two values on each side: the critical value is 9.925, the pooled deviation √2, the difference 26.
  const apart = { points: null, share: null, stability: { kind: "pooled-deviation", alpha: 0.01 } } as const;
  assert.ok(isGain([null, 31, 33, 5, null, 7], apart));
  assert.ok(!isGain([null, 31, 33, 18, null, 20], apart));
  assert.ok(isGain([5, null, 7, 16, 12, 14], { direction: "loss" }));
});

test("published readings of a lasting gain differ, the t test finding more than the pooled deviation", () => {
  const found = (stability: Stability) => new Set(termsWith({ stability }).bysg.id_sg);
  const byPooled = found(pooled);
  const byTest = found({ kind: "t-test", alpha: 0.05 });
  const byAll = found({ kind: "none" });
  for (const gain of byPooled) assert.ok(byTest.has(gain));
  for (const stability of [
    { kind: "kept", share: 0.5 },
    { kind: "series-deviation", deviations: 1.5 },
    { kind: "pooled-deviation", alpha: 0.05, critical: 2.776 },
  ] as const)
    for (const gain of found(stability)) assert.ok(byAll.has(gain));
  assert.equal(byTest.size, 27);
});

test("by hand: kept by half, and one and a half deviations of the course", () => {
  const values = [30, 30, 30, 20, 25, 26, 20];
  const kept = (share: number) =>
    suddenGains(values, { ...criteria, stability: { kind: "kept", share } }).gains.length;
  // 30 − 26 = 4 of 10 points are kept at the next two sessions.
  assert.deepEqual([kept(0.4), kept(0.5)], [1, 0]);
  const { gains } = suddenGains(values, { ...criteria, stability: { kind: "none" } });
  assert.deepEqual(gains, [
    { at: 2, before: 30, after: 20, magnitude: 10, shareOfChange: 1, reversalValue: 25, reversed: true },
  ]);
});

const course = fc.array(fc.option(fc.integer({ min: 1, max: 60 }), { freq: 6 }), {
  minLength: 0,
  maxLength: 20,
});

test("turning the scale round turns gains into themselves, and losses are gains backwards in direction", () => {
  fc.assert(
    fc.property(course, (values) => {
      const own = { ...criteria, share: null };
      const turned = values.map((value) => (value === null ? null : -value));
      const places = (found: ReturnType<typeof suddenGains>) => found.gains.map(({ at }) => at);
      assert.deepEqual(
        places(suddenGains(turned, { ...own, better: "higher" })),
        places(suddenGains(values, own)),
      );
      assert.deepEqual(
        places(suddenGains(turned, { ...own, direction: "loss" })),
        places(suddenGains(values, own)),
      );
    }),
  );
});

test("a shift of level moves no gain without the second criterion; stricter criteria never find more", () => {
  fc.assert(
    fc.property(course, fc.integer({ min: -50, max: 50 }), (values, shift) => {
      const own = { ...criteria, share: null };
      const found = suddenGains(values, own);
      const shifted = suddenGains(
        values.map((value) => (value === null ? null : value + shift)),
        own,
      );
      assert.deepEqual(
        shifted.gains.map(({ at }) => at),
        found.gains.map(({ at }) => at),
      );
      assert.ok(found.gains.length <= found.judged);
      assert.ok(suddenGains(values, criteria).gains.length <= found.gains.length);
      assert.ok(suddenGains(values, { ...own, points: 12 }).gains.length <= found.gains.length);
    }),
  );
});

test("too short, too sparse, and what the caller must not ask", () => {
  assert.deepEqual(suddenGains([], criteria), { gains: [], judged: 0 });
  assert.deepEqual(suddenGains([30, 10, 10], criteria), { gains: [], judged: 0 });
  assert.equal(suddenGains([30, 30, null, 10, 10], criteria).judged, 0);
  assert.throws(() => suddenGains([1], { ...criteria, points: 0 }), /first criterion above 0 points: 0/);
  assert.throws(() => suddenGains([1], { ...criteria, share: 25 }), /second criterion between 0 and 1: 25/);
  assert.throws(() => suddenGains([Number.NaN], criteria), /requires finite values/);
});
