import assert from "node:assert/strict";
import { test } from "node:test";
import { matrixOf, multiply, rowsOf, transpose } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { factorAnalysis } from "../../src/reliability/index.ts";

/** Correlations that a pattern and the factors' correlation bring about exactly. */
function correlationsOf(pattern: readonly (readonly number[])[], between: readonly (readonly number[])[]) {
  const loadings = matrixOf(pattern);
  const whole = multiply(multiply(loadings, matrixOf(between)), transpose(loadings));
  return whole.values.map((value, at) => (at % (pattern.length + 1) === 0 ? 1 : value));
}

const simple = [
  [0.8, 0],
  [0.7, 0],
  [0.6, 0],
  [0, 0.75],
  [0, 0.65],
  [0, 0.55],
];

test("a clean pattern of two related factors is found again, and the correlation of the factors", () => {
  fc.assert(
    fc.property(fc.double({ min: -0.5, max: 0.5, noNaN: true }), (r) => {
      const correlation = correlationsOf(simple, [
        [1, r],
        [r, 1],
      ]);
      const { loadings, between, communality } = factorAnalysis(correlation, 6, 2, "oblimin");
      rowsOf(loadings).forEach((row, i) => {
        row.forEach((value, f) => {
          close(value, simple[i]![f]!, { what: `item ${i}, factor ${f}`, absolute: 1e-5 });
        });
        close(communality[i]!, Math.max(...simple[i]!) ** 2, { what: "communality", absolute: 1e-6 });
      });
      close(between.values[1]!, r, { what: "between", absolute: 1e-5 });
    }),
    { numRuns: 20 },
  );
});

test("varimax finds unrelated factors; no turn changes communalities", () => {
  const correlation = correlationsOf(simple, [
    [1, 0],
    [0, 1],
  ]);
  const turned = factorAnalysis(correlation, 6, 2, "varimax");
  const raw = factorAnalysis(correlation, 6, 2, "none");
  rowsOf(turned.loadings).forEach((row, i) => {
    row.forEach((value, f) => {
      close(value, simple[i]![f]!, { what: "loading", absolute: 1e-5 });
    });
    close(turned.communality[i]!, raw.communality[i]!, { what: "communality", absolute: 1e-9 });
  });
});

test("eigenvalues add up to the number of items", () => {
  const correlation = correlationsOf(simple, [
    [1, 0.3],
    [0.3, 1],
  ]);
  const { eigenvalues } = factorAnalysis(correlation, 6, 1);
  close(
    eigenvalues.reduce((total, value) => total + value, 0),
    6,
    { what: "sum", absolute: 1e-10 },
  );
  assert.ok(eigenvalues[0]! >= eigenvalues[5]!);
});

test("as many factors as items are refused", () => {
  assert.throws(
    () =>
      factorAnalysis(
        correlationsOf(simple, [
          [1, 0],
          [0, 1],
        ]),
        6,
        6,
      ),
    /fewer than the 6 items/,
  );
});
