import assert from "node:assert/strict";
import { test } from "node:test";
import { cholesky, entry, inverseFromCholesky, matrixOf } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  analyse,
  factorise,
  inverseOnPattern,
  minimumDegreeOrder,
  solveSparseLower,
  solveSparseUpper,
} from "../../src/multilevel/elimination/sparse-cholesky.ts";

/** A symmetric matrix with a dominant diagonal, as its edges below the diagonal. */
const matrices = fc.integer({ min: 1, max: 14 }).chain((size) =>
  fc
    .uniqueArray(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.integer({ min: -3, max: 3 })), {
      maxLength: 3 * size,
      selector: ([i, j]) => `${Math.max(i, j)},${Math.min(i, j)}`,
    })
    .map((edges) => ({
      size,
      edges: edges.flatMap(([i, j, value]) =>
        i === j || value === 0 ? [] : [{ high: Math.max(i, j), low: Math.min(i, j), value }],
      ),
    })),
);

test("the sparse factor solves and inverts as the dense one does", () => {
  fc.assert(
    fc.property(matrices, ({ size, edges }) => {
      const dense = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => (i === j ? 4 * size : 0)),
      );
      const starts = new Int32Array(size + 1);
      const columns: number[] = [];
      const values: number[] = [];
      for (let k = 0; k < size; k++) {
        for (const { low, value } of edges.filter(({ high }) => high === k).sort((a, b) => a.low - b.low)) {
          columns.push(low);
          values.push(value);
          dense[k]![low] = value;
          dense[low]![k] = value;
        }
        starts[k + 1] = columns.length;
      }
      const pattern = analyse(size, starts, Int32Array.from(columns));
      const factor = new Float64Array(pattern.factorRows.length);
      const diagonal = new Float64Array(size).fill(4 * size);
      const logDeterminant = factorise(pattern, diagonal, Float64Array.from(values), factor);
      const own = cholesky(matrixOf(dense));
      if (own.kind !== "positive-definite") throw new Error("a dominant diagonal is positive definite");
      const inverse = inverseFromCholesky(own.factor);
      close(logDeterminant, own.logDeterminant, { what: "log determinant", relative: 1e-12 });
      const b = Float64Array.from({ length: size }, (_, i) => i + 1);
      solveSparseLower(pattern, factor, b, 1);
      solveSparseUpper(pattern, factor, b, 1);
      b.forEach((value, i) => {
        const expected = dense.reduce((sum, _, j) => sum + entry(inverse, i, j) * (j + 1), 0);
        close(value, expected, { what: "solution", relative: 1e-10, absolute: 1e-12 });
      });
      const onPattern = inverseOnPattern(pattern, factor);
      for (let j = 0; j < size; j++) {
        for (let at = pattern.factorStarts[j]!; at < pattern.factorStarts[j + 1]!; at++) {
          const expected = entry(inverse, pattern.factorRows[at]!, j);
          close(onPattern[at]!, expected, { what: "inverse", relative: 1e-10, absolute: 1e-13 });
        }
      }
    }),
    { numRuns: 100 },
  );
});

test("an order of elimination names every node once, and leaves a star without fill", () => {
  fc.assert(
    fc.property(matrices, ({ size, edges }) => {
      const neighbours = Array.from({ length: size }, (_, i) =>
        edges.flatMap(({ high, low }) => (high === i ? [low] : low === i ? [high] : [])),
      );
      const order = minimumDegreeOrder(neighbours);
      assert.deepEqual(
        [...order].sort((a, b) => a - b),
        Array.from({ length: size }, (_, i) => i),
      );
    }),
  );
  const star = [[1, 2, 3, 4], [0], [0], [0], [0]];
  assert.ok(minimumDegreeOrder(star).indexOf(0) >= 3);
});
