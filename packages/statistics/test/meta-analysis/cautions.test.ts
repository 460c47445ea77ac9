import assert from "node:assert/strict";
import { test } from "node:test";
import { cautionsOf, type Effect, type MetaAnalysisModel } from "../../src/meta-analysis/index.ts";
import { likelihoodVariance } from "../../src/meta-analysis/likelihood-variance.ts";
import { dispersionEquals } from "../../src/meta-analysis/paule-mandel.ts";
import { prepareRegression } from "../../src/meta-analysis/regression.ts";
import { fitted } from "./fit.ts";
import { LOG_RISK_RATIOS } from "./trials.ts";

const kinds = (effects: readonly Effect[], model: MetaAnalysisModel = {}) =>
  cautionsOf(fitted(effects, model)).map(({ kind }) => kind);

test("what weakens a result is named beside it", () => {
  const same = [0.02, 0.03, 0.01, 0.05, 0.04].map((variance) => ({ estimate: 0.25, variance }));
  assert.deepEqual(kinds(LOG_RISK_RATIOS), []);
  assert.deepEqual(kinds(LOG_RISK_RATIOS, { method: "EE" }), ["heterogeneity-ignored"]);
  assert.deepEqual(kinds(LOG_RISK_RATIOS.slice(0, 1)), ["single-study"]);
  assert.deepEqual(kinds(LOG_RISK_RATIOS.slice(0, 3)), ["few-studies"]);
  assert.deepEqual(kinds(same, { test: "knha" }), ["equal-effects", "no-spread"]);
  const close = same.map(({ variance }, i) => ({ estimate: 0.25 + i / 100, variance }));
  assert.deepEqual(kinds(close, { test: "knha" }), ["narrowed"]);
  assert.deepEqual(kinds([...same, { estimate: 1, variance: 0 }, { estimate: 2, variance: 0.1 }]), [
    "zero-variance",
  ]);
});

test("a search that is cut short says so, and gives where it stood", () => {
  const prepared = prepareRegression(LOG_RISK_RATIOS);
  assert.ok(prepared.kind === "prepared");
  const likelihood = likelihoodVariance(prepared.regression, "REML", 1);
  assert.ok(likelihood.kind === "unsettled" && likelihood.steps === 1);
  assert.equal(dispersionEquals(prepared.regression, 12, 1).kind, "unsettled");
});
