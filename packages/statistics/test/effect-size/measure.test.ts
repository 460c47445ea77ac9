import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  correlationFromD,
  correlationFromZ,
  dFromCorrelation,
  differenceFromOddsRatioLogistic,
  type EffectSize,
  fisherZ,
  hedgesCorrection,
  isMeasure,
  logOddsRatio,
  logRiskRatio,
  MEASURES,
  type Measure,
  measureEffects,
  proportionFromDoubleArcsine,
  standardizedMeanDifference,
  unbiasedCorrelation,
} from "../../src/effect-size/index.ts";

function estimateOf(effect: EffectSize): number {
  assert.ok(effect.kind === "measured", JSON.stringify(effect));
  return effect.estimate;
}

test("the first BCG trials: log risk ratios printed in Viechtbauer 2010, page 9", () => {
  // J Stat Softw 36(3): yi and vi to four digits.
  const rows = [
    { ai: 4, bi: 119, ci: 11, di: 128 },
    { ai: 6, bi: 300, ci: 29, di: 274 },
  ];
  const [first, second] = measureEffects("RR", rows);
  assert.ok(first?.kind === "measured" && second?.kind === "measured");
  close(first.estimate, -0.8893, { absolute: 5e-5, what: "yi 1" });
  close(first.variance, 0.3256, { absolute: 5e-5, what: "vi 1" });
  close(second.estimate, -1.5854, { absolute: 5e-5, what: "yi 2" });
  close(second.variance, 0.1946, { absolute: 5e-5, what: "vi 2" });
});

test("g of Borenstein 2009, page 27: d 0.5970 and J 0.9921 give 0.5924", () => {
  // Introduction to Meta-Analysis, tables 4.1 and 4.2: means 103 and 100, SD 5.5 and 4.5, 50 in each group.
  const g = standardizedMeanDifference({
    firstSize: 50,
    firstMean: 103,
    firstDeviation: 5.5,
    secondSize: 50,
    secondMean: 100,
    secondDeviation: 4.5,
  });
  close(estimateOf(g), 0.5924, { absolute: 5e-4, what: "g" });
  // The book's J is 1 − 3/(4·98 − 1); the exact one differs in the fifth digit.
  close(hedgesCorrection(98), 0.9923, { absolute: 5e-5, what: "J" });
});

test("an alliance correlation of .278 is a d of .579 (Flückiger 2018, table 1)", () => {
  close(dFromCorrelation(0.278), 0.579, { absolute: 5e-4, what: "d" });
});

test("small numbers by hand: z, its variance, the odds ratio and the risk ratio", () => {
  assert.deepEqual(fisherZ({ correlation: 0.5, sampleSize: 7 }), {
    kind: "measured",
    estimate: Math.log(3) / 2,
    variance: 0.25,
  });
  const table = { firstEvents: 1, firstNonEvents: 3, secondEvents: 2, secondNonEvents: 2 };
  close(estimateOf(logOddsRatio(table)), Math.log(1 / 3), { relative: 1e-15, what: "odds" });
  close(estimateOf(logRiskRatio(table)), Math.log(1 / 2), { relative: 1e-15, what: "risk" });
});

test("what cannot be measured is named, never a number", () => {
  const reasons: readonly [Measure, Record<string, number | null>, RegExp][] = [
    ["ZCOR", { ri: 1, ni: 30 }, /requires \|r\| < 1: 1/],
    ["ZCOR", { ri: 1.2, ni: 30 }, /requires \|r\| ≤ 1: 1.2/],
    ["ZCOR", { ri: 0.3, ni: 3 }, /requires n ≥ 4: 3/],
    ["ZCOR", { ri: null, ni: 30 }, /the correlation is missing/],
    ["UCOR", { ri: 0.3, ni: 4 }, /requires n ≥ 5: 4/],
    ["GEN", { yi: 0.3, vi: -0.1 }, /not usable: -0.1/],
    ["GEN", { yi: 0.3, vi: null }, /the variance is missing/],
    ["OR", { ai: -1, bi: 2, ci: 3, di: 4 }, /firstEvents cannot be negative: -1/],
    ["OR", { ai: 0, bi: 0, ci: 3, di: 4 }, /people in both groups/],
    ["PR", { xi: 8, ni: 5 }, /between 0 and the sample size: 8 of 5/],
    ["ABT", { ai: 1, mi: 5, ni: 30 }, /alpha must lie below 1: 1/],
    ["SMD", { n1i: 5, m1i: 1, sd1i: 0, n2i: 5, m2i: 2, sd2i: 0 }, /requires some spread/],
    ["ROM", { n1i: 5, m1i: -1, sd1i: 1, n2i: 5, m2i: 2, sd2i: 1 }, /means of one sign: -1, 2/],
    ["RCOR", { ri: 0.3, ni: 30, rxx: 0, ryy: 0.8 }, /reliability must lie above 0/],
    ["PCOR", { ti: 2, ni: 5, mi: 4 }, /n > predictors \+ 1: 5, 4/],
  ];
  for (const [measure, row, pattern] of reasons) {
    const [effect] = measureEffects(measure, [row]);
    assert.ok(effect?.kind === "not-measurable", `${measure} ${JSON.stringify(row)}`);
    assert.match(effect.reason, pattern);
  }
});

test("every measure says what is missing when a row is empty", () => {
  for (const measure of Object.keys(MEASURES)) {
    assert.ok(isMeasure(measure));
    assert.equal(measureEffects(measure, [{}])[0]?.kind, "not-measurable", measure);
  }
  assert.ok(!isMeasure("toString"));
  assert.throws(
    () => measureEffects("ZCOR", [], { varianceType: "UB" }),
    /ZCOR knows these variance types: LS/,
  );
});

const count = fc.integer({ min: 0, max: 40 });
test("swapping the groups turns the sign; half an event keeps every table finite", () => {
  fc.assert(
    fc.property(count, count, count, count, (a, b, c, d) => {
      fc.pre(a + b > 0 && c + d > 0);
      for (const measure of ["OR", "RR", "RD", "PETO", "AS", "OR2DL"] as const) {
        const [there, back] = measureEffects(measure, [
          { ai: a, bi: b, ci: c, di: d },
          { ai: c, bi: d, ci: a, di: b },
        ]);
        close(estimateOf(there!), -estimateOf(back!), { absolute: 1e-12, what: measure });
      }
    }),
  );
});

test("the unbiased correlation keeps sign and order, and lies further out than r", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.0005, max: 0.999, noNaN: true }),
      fc.integer({ min: 5, max: 500 }),
      (r, n) => {
        const up = estimateOf(unbiasedCorrelation({ correlation: r, sampleSize: n }));
        const down = estimateOf(unbiasedCorrelation({ correlation: -r, sampleSize: n }));
        assert.equal(down, -up);
        assert.ok(up >= r && up <= 1, `${up}`);
        // Olkin and Pratt's own approximation (1958, equation 2.7) is close once n is not tiny.
        if (n > 60) close(up, r * (1 + (1 - r * r) / (2 * (n - 4))), { absolute: 2e-4, what: `${r}, ${n}` });
      },
    ),
  );
});

test("there and back: z and r, d and r, double arcsine and proportion", () => {
  fc.assert(
    fc.property(fc.double({ min: -0.999, max: 0.999, noNaN: true }), (r) => {
      const z = estimateOf(fisherZ({ correlation: r, sampleSize: 50 }));
      close(correlationFromZ(z), r, { absolute: 1e-15, what: "z" });
      close(correlationFromD(dFromCorrelation(r), 1e7, 1e7), r, { absolute: 1e-6, what: "d" });
    }),
  );
  for (const [x, n] of [
    [0, 20],
    [7, 20],
    [20, 20],
  ] as const) {
    const [effect] = measureEffects("PFT", [{ xi: x, ni: n }]);
    close(proportionFromDoubleArcsine(estimateOf(effect!), n), x / n, {
      absolute: 1e-12,
      what: `${x} of ${n}`,
    });
  }
  const even = { firstEvents: 5, firstNonEvents: 5, secondEvents: 5, secondNonEvents: 5 };
  assert.equal(estimateOf(differenceFromOddsRatioLogistic(even)), 0);
});
