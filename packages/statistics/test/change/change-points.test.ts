import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  type ChangePointOptions,
  changePoints,
  changepointTerms,
  greedyChangePoints,
  leastSquaresBreaks,
  noiseVariance,
  type Penalty,
  singleChangePoint,
  strucchangeTerms,
} from "@concord/statistics";
import fc from "fast-check";
import fixture from "./fixtures/changepoint.json" with { type: "json" };

const nile = fixture.input.x;
const mean = (variance: number, penalty: Penalty): ChangePointOptions => ({
  model: { kind: "mean", variance },
  penalty,
});

function partition(values: readonly number[], options: ChangePointOptions) {
  const found = changePoints(values, options);
  assert.ok(found.kind === "partition");
  return found;
}

test("the Nile falls in 1898, its 28th year, by any of the penalties (Cobb 1978, Biometrika 65: 243)", () => {
  const centre = nile.reduce((total, x) => total + x, 0) / nile.length;
  const variance = nile.reduce((total, x) => total + (x - centre) ** 2, 0) / (nile.length - 1);
  for (const penalty of ["BIC", "MBIC", 3] as const) {
    const { changes, segments } = partition(nile, mean(variance, penalty));
    assert.deepEqual(
      changes.map(({ at }) => at),
      [28],
    );
    assert.equal(1871 + changes[0]!.at - 1, 1898);
    close(segments[0]!.mean, 1097.75, { absolute: 1e-9, what: "before" });
    close(segments[1]!.mean, 849.9722222222222, { absolute: 1e-9, what: "after" });
  }
});

test("agrees with changepoint 2.3: at most one change, exact, greedy; mean and variance", () => {
  const { on_standardised: expected, meanvar_PELT_MBIC: both } = fixture.expected;
  const centre = nile.reduce((total, x) => total + x, 0) / nile.length;
  const deviation = Math.sqrt(nile.reduce((total, x) => total + (x - centre) ** 2, 0) / (nile.length - 1));
  const standard = nile.map((x) => (x - centre) / deviation);
  for (const [found, wanted] of [
    [singleChangePoint(standard, mean(1, "MBIC")), expected.AMOC_MBIC],
    [changePoints(standard, mean(1, "MBIC")), expected.PELT_MBIC],
    [changePoints(standard, mean(1, "BIC")), expected.PELT_BIC],
    [greedyChangePoints(standard, mean(1, "BIC"), 5), expected.BinSeg_BIC],
    [changePoints(standard, mean(1, 3)), expected.PELT_manual],
  ] as const) {
    const terms = changepointTerms(found);
    assert.deepEqual(terms.cpts_1based_last_of_segment, wanted.cpts_1based_last_of_segment);
    wanted.means.forEach((value, i) => {
      close(terms.means![i]!, value, { absolute: 1e-12, what: "mean" });
    });
    close(terms.pen!, wanted.pen, { absolute: 1e-12, what: "penalty" });
  }
  const found = changepointTerms(
    changePoints(nile, { model: { kind: "mean-and-variance" }, penalty: "MBIC" }),
  );
  assert.deepEqual(found.cpts_1based, both.cpts_1based);
  both.variances.forEach((value, i) => {
    close(found.variances![i]!, value, { absolute: 1e-6, what: "variance" });
  });
});

test("two equal neighbours are a segment at any price, unless rounding has a variance", () => {
  const found = changePoints(nile, {
    model: { kind: "mean-and-variance", leastVariance: 10 ** 2 / 12 },
    penalty: "MBIC",
  });
  assert.ok(found.kind === "partition");
  assert.deepEqual(
    found.changes.map(({ at }) => at),
    [28],
  );
});

test("agrees with strucchange 1.5.3 on the Nile and on 24 sessions", () => {
  const found = strucchangeTerms(leastSquaresBreaks(nile, { minimumLength: 0.15 }));
  const { bai_perron: wanted } = fixture.expected;
  assert.deepEqual(found.breakpoints_1based, wanted.breakpoints_1based);
  wanted.BIC.forEach((value, i) => {
    close(found.BIC![i]!, value, { absolute: 1e-8, what: "BIC" });
  });
  wanted.RSS.forEach((value, i) => {
    close(found.RSS![i]!, value, { absolute: 1e-6, what: "RSS" });
  });
  // breakpoints(x ~ 1, h = 3)
  const sessions = [
    30.4, 28.9, 31.8, 31.2, 33.3, 31.4, 27.4, 29.6, 33.8, 27.6, 25.1, 24, 24.8, 23.9, 24.1, 24.3, 26.3, 26.9,
    26.8, 26.4, 30.1, 27.3, 29.6, 29.6,
  ];
  const short = leastSquaresBreaks(sessions, { minimumLength: 3 });
  assert.ok(short.kind === "breaks");
  assert.deepEqual(short.chosen.starts, [9, 20]);
  close(short.byCount[6]!.bic, 124.30931160566155, { absolute: 1e-9, what: "BIC of six breaks" });
  close(short.chosen.residualSumOfSquares, 56.591818181818184, { absolute: 1e-9, what: "RSS" });
});

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

test("exact finds the bump that the greedy way misses", () => {
  const bump = [0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0];
  assert.deepEqual(
    partition(bump, mean(1, 7)).changes.map(({ at }) => at),
    [5, 7],
  );
  const greedy = greedyChangePoints(bump, mean(1, 7), 5);
  assert.ok(greedy.kind === "partition" && greedy.changes.length === 0);
});

test("too little, no spread, and what the caller must not ask", () => {
  assert.equal(changePoints([], mean(1, "BIC")).kind, "too-few");
  assert.deepEqual(changePoints([3], { model: { kind: "mean-and-variance" }, penalty: "BIC" }), {
    kind: "too-few",
    n: 1,
    required: 2,
  });
  assert.equal(partition([3], mean(1, "BIC")).segments[0]!.mean, 3);
  assert.equal(leastSquaresBreaks([1, 2]).kind, "too-few");
  assert.equal(leastSquaresBreaks([2, 2, 2, 2]).kind, "no-spread");
  assert.throws(
    () => changePoints([1, Number.NaN], mean(1, "BIC")),
    /^RangeError: changePoints requires finite/,
  );
  assert.throws(() => changePoints([1, 2], mean(0, "BIC")), /requires a variance above 0: 0/);
  assert.throws(() => changePoints([1, 2], mean(1, -1)), /requires a penalty of at least 0: -1/);
  assert.throws(() => changePoints([1, 2], { ...mean(1, 1), minimumLength: 1.5 }), /whole minimum length/);
  assert.throws(() => leastSquaresBreaks([1, 2, 3], { minimumLength: 0 }), /minimum length above 0/);
});
