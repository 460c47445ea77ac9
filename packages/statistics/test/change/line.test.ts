import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { estimateMean, fitLine } from "@concord/statistics/change";
import fc from "fast-check";

/** Anscombe FJ (1973). Am Stat 27: 17–21, first data set. */
const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];

test("Anscombe 1973, p. 19: y = 3 + 0.5 x, standard error of the slope 0.118", () => {
  const fit = fitLine(x, y);
  assert.equal(fit.kind, "line");
  if (fit.kind !== "line") return;
  close(fit.intercept.value, 3, { absolute: 0.0005, what: "intercept" });
  close(fit.slope.value, 0.5, { absolute: 0.0005, what: "slope" });
  close(fit.slope.standardError, 0.118, { absolute: 0.0005, what: "standard error" });
  // Σ residual² = 13.75 with 9 degrees of freedom, as printed there.
  close(fit.residualDeviation.value, Math.sqrt(13.75 / 9), { absolute: 0.001, what: "residual deviation" });
});

test("intervals by the printed tables: t(9) = 2.262, χ²(9) = 2.700 and 19.023", () => {
  const fit = fitLine(x, y);
  assert.equal(fit.kind, "line");
  if (fit.kind !== "line") return;
  const { slope, residualDeviation } = fit;
  close((slope.upper - slope.value) / slope.standardError, 2.262, { absolute: 0.0005, what: "t" });
  close(9 * (residualDeviation.value / residualDeviation.upper) ** 2, 2.7, {
    absolute: 0.0005,
    what: "lower χ²",
  });
  close(9 * (residualDeviation.value / residualDeviation.lower) ** 2, 19.023, {
    absolute: 0.0005,
    what: "upper χ²",
  });
});

test("the mean of 2, 4, 6 is 4 ± 4.303 · 2/√3", () => {
  const estimate = estimateMean([2, 4, 6]);
  assert.equal(estimate.kind, "mean");
  if (estimate.kind !== "mean") return;
  close(estimate.mean.value, 4, { absolute: 1e-15, what: "value" });
  close(estimate.mean.upper, 4 + (4.3027 * 2) / Math.sqrt(3), { absolute: 0.0005, what: "value" });
});

test("a shift of y moves the intercept alone; a scale of y scales everything", () => {
  const points = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 50 }), fc.double({ min: -100, max: 100, noNaN: true })),
    { minLength: 4, maxLength: 30 },
  );
  fc.assert(
    fc.property(points, fc.integer({ min: -500, max: 500 }), (rows, shift) => {
      const across = rows.map(([a]) => a);
      const along = rows.map(([, b]) => b);
      const plain = fitLine(across, along);
      const moved = fitLine(
        across,
        along.map((value) => value + shift),
      );
      const doubled = fitLine(
        across,
        along.map((value) => 2 * value),
      );
      if (plain.kind !== "line" || moved.kind !== "line" || doubled.kind !== "line") return;
      // 600 · ε per term over at most 30 terms, divided by a spread of x of at least one.
      close(moved.slope.value, plain.slope.value, { absolute: 1e-9, what: "slope" });
      close(moved.residualDeviation.value, plain.residualDeviation.value, {
        absolute: 1e-9,
        what: "deviation",
      });
      close(doubled.slope.value, 2 * plain.slope.value, {
        absolute: 1e-12 * (1 + Math.abs(plain.slope.value)),
        what: "doubled",
      });
    }),
  );
});

test("no estimate where there is none: few, equal x, exact line", () => {
  assert.deepEqual(fitLine([], []), { kind: "too-few", n: 0, required: 3 });
  assert.deepEqual(fitLine([1, 2], [5, 6]), { kind: "too-few", n: 2, required: 3 });
  assert.deepEqual(fitLine([2, 2, 2], [5, 6, 7]), { kind: "no-spread", n: 3 });
  assert.equal(fitLine([1, 2, 3], [5, 6, 7]).kind, "exact");
  assert.equal(fitLine([1, 2, 3], [1e9, 1e9, 1e9]).kind, "exact");
  assert.deepEqual(estimateMean([7, 7, 7]), { kind: "constant", value: 7, n: 3 });
  assert.deepEqual(estimateMean([7]), { kind: "too-few", n: 1, required: 2 });
  assert.deepEqual(estimateMean([0.1, 0.1, 0.1, 0.1]), { kind: "constant", value: 0.1, n: 4 });
});

test("a caller's mistake is one line", () => {
  assert.throws(() => fitLine([1, 2, 3], [1, 2]), /leastSquares requires as many x as y: 3 and 2/);
  assert.throws(() => fitLine([1, 2, Number.NaN], [1, 2, 3]), /leastSquares requires finite values: NaN/);
  assert.throws(() => estimateMean([1, 2], 1), /estimateMean requires a level between 0 and 1: 1/);
});
