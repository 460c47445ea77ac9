import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { designOf, parseFormula } from "../../src/formula/index.ts";
import {
  asymmetryTest,
  clusterRobust,
  type Effect,
  explainedHeterogeneity,
  METHODS,
  type MetaAnalysisModel,
  metaAnalysisInMetaforTerms,
  multilevelMetaAnalysis,
  nestedGroups,
  permutationTest,
  precisionEffect,
  predictMean,
  rankTest,
  rankTestInMetaforTerms,
  subgroupAnalysis,
  trimAndFill,
} from "../../src/meta-analysis/index.ts";
import { fitted } from "./fit.ts";

const variances = [0.02, 0.03, 0.01, 0.05, 0.047];

/** Effects without any difference, as a number that halves exactly, one that does not, none, a far and a tiny one. */
const equal = [0.25, 0.3, 0, -1.1, 123456.7, 1e-7].map((estimate) =>
  variances.map((variance) => ({ estimate, variance: variance * Math.max(1e-14, estimate ** 2) })),
);

/** Effects on a line over a moderator, and over their standard errors. */
const x = [1, 2, 3, 4, 5];
const onModerator = x.map((value, i) => ({ estimate: 0.1 + 0.3 * value, variance: variances[i]! }));
const onErrors = variances.map((variance) => ({ estimate: 0.2 + 1.3 * Math.sqrt(variance), variance }));
const design = designOf(parseFormula("~ x").fixed, { x });

function requireUntested(effects: readonly Effect[], model: MetaAnalysisModel): void {
  const fit = fitted(effects, { ...model, test: "knha" });
  assert.match(fit.untested!, /fits every effect exactly/);
  for (const { estimate, standardError, statistic, p, lower, upper } of fit.coefficients) {
    assert.ok(Number.isFinite(estimate));
    for (const none of [standardError, statistic, p, lower, upper]) assert.ok(Number.isNaN(none));
  }
  assert.ok(Number.isNaN(fit.omnibus.p));
  assert.equal(metaAnalysisInMetaforTerms(fit).untested, fit.untested);
}

test("Knapp and Hartung's test of effects that agree exactly has no standard error, interval or p", () => {
  for (const method of METHODS) {
    for (const effects of equal) requireUntested(effects, { method });
    requireUntested(onModerator, { method, design });
  }
  assert.ok(Number.isNaN(predictMean(fitted(equal[0]!, { test: "knha" })).lower));
  assert.throws(() => permutationTest(fitted(equal[0]!, { test: "knha" }), { kind: "exact" }), /fits every/);
  const groups = ["010", "010", "10", "10", "10"];
  const between = subgroupAnalysis(equal[0]!, groups, { test: "knha" }).between;
  assert.deepEqual(between, { kind: "not-defined", reason: "the group 010 has no standard error" });
});

test("the tests that rest on the sampling variances have an answer, and Q is zero", () => {
  for (const effects of equal)
    for (const kind of ["z", "t", "adhoc"] as const) {
      const fit = fitted(effects, { test: kind });
      assert.equal(fit.untested, undefined);
      // 1/√Σ(1/v), by hand.
      const weight = effects.reduce((sum, { variance }) => sum + 1 / variance, 0);
      close(fit.coefficients[0]!.standardError, 1 / Math.sqrt(weight), { what: "SE", relative: 1e-12 });
      assert.deepEqual([fit.heterogeneity.q, fit.heterogeneity.p], [0, 1]);
    }
});

test("effects that differ in their last decimals are tested: the limit is rounding, not a small spread", () => {
  for (const [unit, origin] of [
    [1e-9, 0],
    [1, 1e6],
    [1e-6, 1],
  ] as const) {
    const effects = variances.map((variance, i) => ({
      estimate: origin + unit * Math.sin(i + 1),
      variance: unit ** 2 * variance,
    }));
    const fit = fitted(effects, { test: "knha" });
    assert.equal(fit.untested, undefined);
    assert.ok(fit.coefficients[0]!.standardError > 0);
    assert.equal(precisionEffect(effects).kind, "fitted");
    assert.equal(rankTest(effects).kind, "tested");
  }
});

test("tools for bias give a reason, not a number, where effects are equal or lie on their line", () => {
  for (const effects of equal) {
    const fit = fitted(effects);
    assert.deepEqual(rankTest(effects), { kind: "not-estimable", reason: "all effects are equal" });
    assert.equal(rankTestInMetaforTerms(rankTest(effects)).error, true);
    for (const estimator of ["L0", "R0", "Q0"] as const)
      assert.match(JSON.stringify(trimAndFill(fit, estimator)), /not-estimable.*all effects are equal/);
  }
  for (const effects of [...equal, onErrors]) {
    for (const answer of [precisionEffect(effects), asymmetryTest(fitted(effects), "lm")]) {
      assert.ok(answer.kind === "not-estimable");
      assert.match(answer.reason, /fits every effect exactly/);
    }
    const own = asymmetryTest(fitted(effects, { test: "knha" }));
    assert.ok(own.kind === "not-estimable");
  }
  // With known sampling variances Egger's line has a standard error of its own.
  const line = asymmetryTest(fitted(equal[1]!));
  assert.ok(line.kind === "tested");
  close(line.slope.p, 1, { what: "p", absolute: 1e-9 });
});

test("ranks need variances that differ, and hold where one study has nearly all weight", () => {
  const same = onModerator.map(({ estimate }) => ({ estimate, variance: 0.1 }));
  assert.deepEqual(rankTest(same), { kind: "not-estimable", reason: "all sampling variances are equal" });
  // The distance of the first from the mean is 0.1 × 3e-20 or so, its standard error 1e-10 √(3e-20): all rise together.
  const heavy = [1e-20, 1, 1.5, 2].map((variance, i) => ({ estimate: [0, 1, 3, 5][i]!, variance }));
  const result = rankTest(heavy);
  assert.ok(result.kind === "tested");
  close(result.tau, 1, { what: "τ", absolute: 0 });
  // Two of 4! orders are as extreme.
  close(result.p, 2 / 24, { what: "p", relative: 1e-12 });
});

test("equal effects leave nothing that moderators could explain", () => {
  for (const method of ["EE", "FE", "CE"] as const)
    assert.deepEqual(explainedHeterogeneity(fitted(equal[1]!, { method, design })), {
      kind: "not-defined",
      reason: "all effects are equal: there is nothing to explain",
    });
});

test("nested groups whose effects agree exactly have Q 0 and no robust test", () => {
  const frame = { study: ["010", "010", "10", "10", "c"], row: [0, 1, 2, 3, 4] };
  for (const effects of equal.filter(([first]) => first!.estimate !== 0)) {
    const fit = multilevelMetaAnalysis(effects, { levels: nestedGroups(frame, ["study", "row"], frame.row) });
    assert.ok(fit.kind === "fitted");
    assert.deepEqual([fit.heterogeneity.q, fit.heterogeneity.p], [0, 1]);
    for (const kind of ["CR0", "CR1", "CR2"] as const) {
      const robust = clusterRobust(fit, frame.study, kind);
      assert.match(robust.untested[0]!.reason, /no cluster differs from the model/);
      assert.ok(Number.isNaN(robust.coefficients[0]!.p));
    }
  }
});
