import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  changePoints,
  changepointTerms,
  greedyChangePoints,
  leastSquaresBreaks,
  singleChangePoint,
  strucchangeTerms,
} from "@concord/statistics/change";
import fixture from "./fixtures/changepoint.json" with { type: "json" };
import { mean, partition } from "./partition.ts";

const nile = fixture.input.x;

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
