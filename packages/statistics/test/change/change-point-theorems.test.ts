import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { changePoints, leastSquaresBreaks, noiseVariance } from "@concord/statistics/change";
import fc from "fast-check";
import { mean, partition } from "./partition.ts";

/** Every way to cut n values: the truth for short series. */
function cheapest(values: readonly number[], variance: number, perChange: number, minimum: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let cuts = 0; cuts < 2 ** (values.length - 1); cuts++) {
    const edges = [0];
    for (let i = 1; i < values.length; i++) if ((cuts >> (i - 1)) & 1) edges.push(i);
    edges.push(values.length);
    let total = (edges.length - 2) * perChange;
    for (let i = 1; i < edges.length; i++) {
      const part = values.slice(edges[i - 1], edges[i]);
      if (part.length < minimum) total = Number.POSITIVE_INFINITY;
      const centre = part.reduce((sum, x) => sum + x, 0) / part.length;
      total += part.reduce((sum, x) => sum + (x - centre) ** 2, 0) / variance;
    }
    best = Math.min(best, total);
  }
  return best;
}

const series = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 11 });

test("no partition of all 2ⁿ⁻¹ costs less, each value a candidate", () => {
  fc.assert(
    fc.property(
      series,
      fc.integer({ min: 1, max: 3 }),
      fc.double({ min: 0.5, max: 12, noNaN: true }),
      (values, minimumLength, penalty) => {
        const found = partition(values, { ...mean(4, penalty), minimumLength });
        close(found.total, cheapest(values, 4, penalty, minimumLength), { absolute: 1e-8, what: "total" });
        assert.ok(found.segments.every(({ from, to }) => to - from >= minimumLength));
      },
    ),
    { numRuns: 60 },
  );
});

test("least squares by count: no cut of as many breaks leaves less", () => {
  fc.assert(
    fc.property(series, (values) => {
      const found = leastSquaresBreaks(values);
      if (found.kind !== "breaks") return;
      for (const [count, { residualSumOfSquares, starts }] of found.byCount.entries()) {
        assert.equal(starts.length, count);
        if (count !== 1) continue;
        const least = Math.min(...values.slice(1).map((_, i) => cheapestOfTwo(values, i + 1)));
        close(residualSumOfSquares, least, { absolute: 1e-9, what: "one break" });
      }
      const squares = found.byCount.map(({ residualSumOfSquares }) => residualSumOfSquares);
      squares.slice(1).forEach((value, i) => {
        assert.ok(value <= squares[i]! + 1e-9);
      });
    }),
  );
});

function cheapestOfTwo(values: readonly number[], at: number): number {
  return [values.slice(0, at), values.slice(at)]
    .map((part) => cheapest(part, 1, Number.MAX_VALUE / 1e6, 1))
    .reduce((a, b) => a + b);
}

const tail = fc.array(fc.double({ min: -10, max: 10, noNaN: true }), { minLength: 5, maxLength: 40 });

test("splitting never raises the cost before its price", () => {
  fc.assert(
    fc.property(tail, (values) => {
      let before = Number.POSITIVE_INFINITY;
      for (const penalty of [100, 10, 3, 1, 0.1, 0]) {
        const { total, changes } = partition(values, mean(1, penalty));
        const cost = total - penalty * changes.length;
        assert.ok(cost <= before + 1e-9);
        before = cost;
      }
    }),
  );
});

test("a constant series has no change, at any length and level", () => {
  fc.assert(
    fc.property(
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
      fc.integer({ min: 2, max: 60 }),
      (level, n) => {
        const values = new Array<number>(n).fill(level);
        assert.equal(partition(values, mean(1e-6, 0)).changes.length, 0);
        const both = changePoints(values, { model: { kind: "mean-and-variance" }, penalty: "BIC" });
        assert.ok(both.kind === "partition" && both.changes.length === 0);
        assert.equal(noiseVariance(values), undefined);
      },
    ),
  );
});

test("reversing time mirrors the breaks", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 4, maxLength: 40 }),
      (values) => {
        // Distinct noise keeps two partitions from costing the same.
        const noisy = values.map((value, i) => value + Math.sin(1 + 7.3 * i * i));
        const ahead = partition(noisy, mean(2, "MBIC"));
        const back = partition(noisy.toReversed(), mean(2, "MBIC"));
        close(back.total, ahead.total, { absolute: 1e-7 * (1 + Math.abs(ahead.total)), what: "total" });
        const mirrored = back.changes.map(({ at }) => values.length - at).reverse();
        assert.deepEqual(
          mirrored,
          ahead.changes.map(({ at }) => at),
        );
      },
    ),
  );
});

test("a shift of level changes no break; a scale with its variance neither", () => {
  fc.assert(
    fc.property(series, fc.integer({ min: -1000, max: 1000 }), (values, shift) => {
      const own = partition(values, mean(4, "BIC"));
      const shifted = partition(
        values.map((x) => x + shift),
        mean(4, "BIC"),
      );
      const scaled = partition(
        values.map((x) => 4 * x),
        mean(64, "BIC"),
      );
      for (const other of [shifted, scaled])
        assert.deepEqual(
          other.changes.map(({ at, earliest, latest }) => [at, earliest, latest]),
          own.changes.map(({ at, earliest, latest }) => [at, earliest, latest]),
        );
    }),
  );
});

test("each change lies within its likelihood set and earns its price", () => {
  fc.assert(
    fc.property(tail, (values) => {
      const { changes, segments } = partition(values, mean(1, "BIC"));
      changes.forEach(({ at, earliest, latest, gain }, i) => {
        assert.ok(earliest <= at && at <= latest);
        assert.ok(earliest > segments[i]!.from && latest < segments[i + 1]!.to);
        assert.ok(gain >= -1e-9);
      });
    }),
  );
});
