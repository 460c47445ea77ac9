import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  changePrecision,
  classifyChange,
  clinicalCutoffs,
  reliableChangeIndex,
} from "@concord/statistics/change";
import fc from "fast-check";
import fixture from "./fixtures/jacobson-truax.json" with { type: "json" };

test("Jacobson and Truax 1991, p. 14: SE 3.35, Sdiff 4.74; 47.5 after 32.5 gives 3.16", () => {
  const precision = changePrecision(7.5, 0.8);
  close(precision.standardError, 3.35, { absolute: 0.005, what: "SE" });
  // The article multiplies the rounded 3.35; unrounded it is 4.743.
  close(precision.differenceError, 4.74, { absolute: 0.005, what: "Sdiff" });
  close(reliableChangeIndex(32.5, 47.5, precision), 3.16, { absolute: 0.005, what: "RCI" });
});

test("Jacobson and Truax 1991, p. 13: cut-offs 55, 45 and 50 between 40 ± 7.5 and 60 ± 7.5", () => {
  const cutoffs = clinicalCutoffs(
    { mean: 40, standardDeviation: 7.5 },
    { mean: 60, standardDeviation: 7.5 },
    "higher",
  );
  assert.deepEqual(cutoffs, { a: 55, b: 45, c: 50 });
});

test("a session scale with SD 4.2 and alpha .88 needs 4.03 points; SD 10 and .91 need 8.3", () => {
  close(changePrecision(4.2, 0.88).criterion, 4.03, { absolute: 0.005, what: "value" });
  close(changePrecision(10, 0.91).criterion, 8.3, { absolute: 0.05, what: "value" });
});

test("agrees with R on thirty-nine depressed clients: index, cut-offs, states", () => {
  const { input, options, expected } = fixture;
  const mean = input.pre.reduce((sum, value) => sum + value, 0) / input.pre.length;
  const squares = input.pre.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const precision = changePrecision(Math.sqrt(squares / (input.pre.length - 1)), options.reliability);
  close(precision.standardError, expected.SE, { absolute: 1e-12, what: "SE" });
  close(precision.differenceError, expected.Sdiff, { absolute: 1e-12, what: "Sdiff" });
  close(precision.criterion, expected["rc_threshold_1.96"], { absolute: 1e-12, what: "criterion" });
  const cutoffs = clinicalCutoffs(
    { mean: options.clin_mean, standardDeviation: options.clin_sd },
    { mean: options.norm_mean, standardDeviation: options.norm_sd },
    "lower",
  );
  close(cutoffs.a, expected.cutoff_a, { absolute: 1e-12, what: "a" });
  close(cutoffs.b!, expected.cutoff_b, { absolute: 1e-12, what: "b" });
  close(cutoffs.c!, expected.cutoff_c, { absolute: 1e-12, what: "c" });
  for (const [i, before] of input.pre.entries()) {
    const after = input.post[i]!;
    close(reliableChangeIndex(before, after, precision), expected.rci[i]!, {
      absolute: 1e-12,
      what: `RCI ${i + 1}`,
    });
    const state = classifyChange({
      before,
      after,
      better: "lower",
      criterion: precision.criterion,
      reliable: "beyond",
      cutoff: { value: cutoffs.c!, clinicalSide: "inclusive" },
    });
    assert.equal(state, expected.class_c[i]);
  }
});

test("a small step over the cut-off is named, not counted as recovery", () => {
  const question = { better: "lower", criterion: 6, reliable: "at-least" } as const;
  const cutoff = { value: 10, clinicalSide: "inclusive" } as const;
  assert.equal(
    classifyChange({ ...question, cutoff, before: 11, after: 9 }),
    "crossed-without-reliable-change",
  );
  assert.equal(classifyChange({ ...question, cutoff, before: 15, after: 9 }), "recovered");
  assert.equal(classifyChange({ ...question, cutoff, before: 9, after: 3 }), "improved");
  assert.equal(classifyChange({ ...question, cutoff, before: 16, after: 10 }), "improved");
  assert.equal(classifyChange({ ...question, cutoff: null, before: 15, after: 3 }), "improved");
  assert.equal(classifyChange({ ...question, cutoff, before: 9, after: 15 }), "deteriorated");
  assert.equal(classifyChange({ ...question, cutoff, before: 9, after: 14 }), "unchanged");
});

test("turning the scale over and the direction with it changes no state", () => {
  const score = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(score, score, score, fc.integer({ min: 1, max: 12 }), (before, after, value, criterion) => {
      const plain = classifyChange({
        before,
        after,
        better: "higher",
        criterion,
        reliable: "beyond",
        cutoff: { value, clinicalSide: "inclusive" },
      });
      const turned = classifyChange({
        before: 40 - before,
        after: 40 - after,
        better: "lower",
        criterion,
        reliable: "beyond",
        cutoff: { value: 40 - value, clinicalSide: "inclusive" },
      });
      assert.equal(turned, plain);
    }),
  );
});

test("a caller's mistake is one line", () => {
  assert.throws(() => changePrecision(0, 0.8), /standard deviation above 0: 0/);
  assert.throws(() => changePrecision(5, 1), /reliability from 0 to below 1: 1/);
  assert.throws(() => changePrecision(5, -0.1), /reliability from 0 to below 1: -0.1/);
});

test("a population without spread sets no cut-off: between two of them all would be nought by nought", () => {
  const sure = { mean: 40, standardDeviation: 0 };
  const real = { mean: 20, standardDeviation: 5 };
  for (const [clinical, functional] of [
    [sure, null],
    [real, sure],
    [{ mean: Number.NaN, standardDeviation: 5 }, real],
  ] as const)
    assert.throws(
      () => clinicalCutoffs(clinical, functional, "lower"),
      /^RangeError: clinicalCutoffs requires a mean and a standard deviation above 0: /,
    );
});
