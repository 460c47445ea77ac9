import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  asymmetryTest,
  type Effect,
  kendall,
  orwinFailSafeNumber,
  precisionEffect,
  rankTest,
  rosenbergFailSafeNumber,
  rosenthalFailSafeNumber,
  selectionModel,
  trimAndFill,
} from "../../src/meta-analysis/index.ts";
import { fitted, someEffects } from "./fit.ts";
import { LOG_RISK_RATIOS } from "./trials.ts";

const mirrored = (effects: readonly Effect[]) =>
  effects.map(({ estimate, variance }) => ({ estimate: -estimate, variance }));

/** Effects that lie on a line over their standard errors. */
const onLine: readonly Effect[] = [0.1, 0.2, 0.3, 0.4, 0.5].map((error, i) => ({
  estimate: 0.2 + 2 * error + [0.01, -0.02, 0.02, -0.02, 0.01][i]!,
  variance: error ** 2,
}));

test("Egger's line finds the line that is there, and the effect of an endless study at its foot", () => {
  const result = asymmetryTest(fitted(onLine), "lm");
  assert.ok(result.kind === "tested");
  close(result.slope.estimate, 2, { absolute: 0.1, what: "slope" });
  close(result.limit!.estimate, 0.2, { absolute: 0.03, what: "foot" });
  assert.ok(result.slope.p < 0.001);
  const bySize = asymmetryTest(fitted(onLine), "rma", "ni", [100, 80, 60, 40, 20]);
  assert.ok(bySize.kind === "tested" && bySize.limit === undefined);
});

test("equal variances leave no line to fit; sizes that are missing are refused", () => {
  const equal = onLine.map(({ estimate }) => ({ estimate, variance: 0.04 }));
  for (const model of ["lm", "rma"] as const) {
    assert.deepEqual(asymmetryTest(fitted(equal), model), {
      kind: "not-estimable",
      reason: "the predictor is the same for all studies",
    });
  }
  assert.throws(
    () => asymmetryTest(fitted(onLine), "lm", "ni"),
    /predictor ni requires one sample size per study: 0/,
  );
});

test("PET of the line is its foot; PEESE follows where PET's foot lies above zero", () => {
  const result = precisionEffect(onLine);
  assert.ok(result.kind === "fitted");
  close(result.onStandardError.coefficients[0]!.estimate, 0.2, { absolute: 0.03, what: "PET" });
  assert.equal(result.conditional.from, result.p < 0.05 ? "PEESE" : "PET");
  const few = precisionEffect(onLine.slice(0, 2));
  assert.deepEqual(few, { kind: "not-estimable", reason: "2 coefficients require more than 2 studies: 2" });
});

test("Kendall's exact p of a perfect order of n is 2/n!", () => {
  const rising = [1, 2, 3, 4, 5];
  assert.deepEqual(kendall(rising, rising), { tau: 1, p: 2 / 120, by: "exact" });
  const falling = kendall(rising, [...rising].reverse());
  close(falling.tau, -1, { absolute: 0, what: "tau" });
  close(falling.p, 2 / 120, { relative: 1e-14, what: "p" });
  assert.equal(kendall([1, 1, 2, 3], [1, 2, 3, 4]).by, "normal");
});

test("ranks know neither unit nor sign", () => {
  fc.assert(
    fc.property(someEffects, fc.integer({ min: 1, max: 20 }), (effects, unit) => {
      const plain = rankTest(effects);
      const mirror = rankTest(mirrored(effects));
      fc.pre(plain.kind === "tested");
      assert.ok(mirror.kind === "tested");
      close(mirror.tau, -plain.tau, { absolute: 1e-12, what: "mirror" });
      const scaled = effects.map(({ estimate, variance }) => ({
        estimate: estimate * unit,
        variance: variance * unit ** 2,
      }));
      const other = rankTest(scaled);
      assert.ok(other.kind === "tested");
      close(other.p, plain.p, { absolute: 1e-12, what: "unit" });
    }),
  );
});

test("a symmetric funnel lacks nothing; a mirrored one lacks its studies on the other side", () => {
  const symmetric: readonly Effect[] = [-0.4, -0.2, -0.1, 0, 0.1, 0.2, 0.4].map((estimate, i) => ({
    estimate,
    variance: [0.2, 0.1, 0.05, 0.01, 0.05, 0.1, 0.2][i]!,
  }));
  const complete = trimAndFill(fitted(symmetric));
  assert.ok(complete.kind === "filled" && complete.missing === 0 && complete.added.length === 0);
  const cut = symmetric.slice(2);
  for (const estimator of ["L0", "R0"] as const) {
    const there = trimAndFill(fitted(cut), estimator);
    const back = trimAndFill(fitted(mirrored(cut)), estimator);
    assert.ok(there.kind === "filled" && back.kind === "filled");
    assert.equal(there.side, "left");
    assert.equal(back.side, "right");
    assert.equal(there.missing, back.missing);
    assert.ok(there.missing > 0);
    close(back.result.coefficients[0]!.estimate, -there.result.coefficients[0]!.estimate, {
      absolute: 1e-9,
      what: "mean",
    });
  }
});

test("fail-safe numbers by hand: three studies of z = 2", () => {
  const effects = [1, 2, 3].map((size) => ({ estimate: 2 * size, variance: size ** 2 }));
  // (3·2)²/1.6449² − 3 = 10.3; Orwin's half of the mean doubles the studies.
  assert.equal(rosenthalFailSafeNumber(effects).studies, 11);
  assert.equal(orwinFailSafeNumber(effects).studies, 3);
  assert.equal(orwinFailSafeNumber(effects, 1).studies, 9);
  assert.equal(orwinFailSafeNumber(effects, -1).studies, Infinity);
  assert.ok(rosenbergFailSafeNumber(effects).studies > 0);
  assert.throws(() => rosenthalFailSafeNumber([]), /requires one or more effects: 0/);
});

test("selection: both directions mirror each other, and never fit worse than no selection", () => {
  const there = selectionModel(fitted(LOG_RISK_RATIOS), [0.025], "less");
  const back = selectionModel(fitted(mirrored(LOG_RISK_RATIOS)), [0.025], "greater");
  assert.ok(there.kind === "fitted" && back.kind === "fitted");
  close(back.coefficients[0]!.estimate, -there.coefficients[0]!.estimate, { absolute: 1e-4, what: "mean" });
  close(back.weights[1]!.weight, there.weights[1]!.weight, { relative: 1e-3, what: "weight" });
  assert.ok(there.ratioTest.statistic >= 0);
  assert.equal(there.weights[0]!.weight, 1);
});

test("selection without studies on one side of a step has no answer, and steps must rise", () => {
  const all = onLine.map(({ estimate }) => ({ estimate: estimate + 5, variance: 0.01 }));
  const result = selectionModel(fitted(all));
  assert.ok(result.kind === "not-estimable");
  assert.match(result.reason, /no study has a p from 0.025 to 1: choose other steps/);
  assert.throws(
    () => selectionModel(fitted(onLine), [0.05, 0.025]),
    /steps that rise between 0 and 1: 0.05, 0.025/,
  );
});
