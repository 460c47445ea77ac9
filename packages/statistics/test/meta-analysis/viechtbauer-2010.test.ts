import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { designOf, parseFormula } from "../../src/formula/index.ts";
import {
  explainedHeterogeneity,
  metaAnalysis,
  predictMean,
  qProfileInterval,
  subgroupAnalysis,
} from "../../src/meta-analysis/index.ts";
import { fitted } from "./fit.ts";
import { LOG_RISK_RATIOS, TRIALS } from "./trials.ts";

// Viechtbauer W (2010). Conducting meta-analyses in R with the metafor package. J Stat Softw 36(3), section 3.

const frame = {
  latitude: TRIALS.map((trial) => trial.latitude),
  year: TRIALS.map((trial) => trial.year),
  allocation: TRIALS.map((trial) => trial.allocation),
};
const on = (formula: string) => designOf(parseFormula(formula).fixed, frame);

test("the random-effects mean of the thirteen trials", () => {
  const fit = fitted(LOG_RISK_RATIOS);
  const [mean] = fit.coefficients;
  const between = fit.betweenStudyVariance;
  assert.ok(between.kind === "interior");
  close(between.value, 0.3132, { absolute: 5e-5, what: "tau²" });
  close(between.standardError, 0.1664, { absolute: 5e-5, what: "its SE" });
  close(fit.heterogeneity.iSquared, 92.22, { absolute: 5e-3, what: "I²" });
  close(fit.heterogeneity.hSquared, 12.86, { absolute: 5e-3, what: "H²" });
  close(fit.heterogeneity.q, 152.233, { absolute: 5e-4, what: "Q" });
  close(mean!.estimate, -0.7145, { absolute: 5e-5, what: "mean" });
  close(mean!.standardError, 0.1798, { absolute: 5e-5, what: "SE" });
  close(mean!.statistic, -3.9744, { absolute: 5e-5, what: "z" });
  close(mean!.lower, -1.0669, { absolute: 5e-5, what: "lower" });
  close(mean!.upper, -0.3622, { absolute: 5e-5, what: "upper" });
});

test("the Q-profile interval of the variance, and the interval for a new trial's risk ratio", () => {
  const fit = fitted(LOG_RISK_RATIOS);
  const interval = qProfileInterval(fit);
  assert.ok(interval.kind === "interval");
  close(interval.betweenStudyVariance.lower, 0.1197, { absolute: 5e-5, what: "lower" });
  close(interval.betweenStudyVariance.upper, 1.1115, { absolute: 5e-5, what: "upper" });
  close(interval.iSquared.lower, 81.92, { absolute: 5e-3, what: "I² lower" });
  const { newStudy } = predictMean(fit);
  close(Math.exp(newStudy!.lower), 0.155, { absolute: 5e-4, what: "new trial, lower" });
  close(Math.exp(newStudy!.upper), 1.549, { absolute: 5e-4, what: "new trial, upper" });
});

test("latitude and year as moderators", () => {
  const fit = fitted(LOG_RISK_RATIOS, { design: on("~ latitude + year") });
  close(fit.betweenStudyVariance.value, 0.1108, { absolute: 5e-5, what: "residual tau²" });
  close(fit.heterogeneity.q, 28.3251, { absolute: 5e-5, what: "QE" });
  // The paper's search for tau² stopped at 1e-5; run to the end the statistic is 12.2045.
  close(fit.omnibus.statistic, 12.2043, { absolute: 5e-4, what: "QM" });
  close(fit.omnibus.p, 0.0022, { absolute: 5e-5, what: "its p" });
  const latitude = fit.coefficients.find(({ name }) => name === "latitude");
  close(latitude!.estimate, -0.028, { absolute: 5e-5, what: "latitude" });
  close(latitude!.standardError, 0.0102, { absolute: 5e-5, what: "its SE" });
  const explained = explainedHeterogeneity(fit);
  assert.ok(explained.kind === "share");
  close(explained.percent, 64.63, { absolute: 5e-3, what: "R²" });
});

test("three ways of allocation, each with its own mean, differ no more than chance", () => {
  const analysis = subgroupAnalysis(
    LOG_RISK_RATIOS,
    TRIALS.map((trial) => trial.allocation),
  );
  assert.deepEqual(analysis.levels, ["alternate", "random", "systematic"]);
  assert.ok(analysis.differences.kind === "fitted");
  close(analysis.differences.omnibus.statistic, 1.7675, { absolute: 5e-5, what: "QM" });
  assert.ok(analysis.between.kind === "test" && analysis.between.degreesOfFreedom === 2);
});

test("what has no answer is named", () => {
  const twice = metaAnalysis(LOG_RISK_RATIOS, { design: on("~ latitude + I(2 * latitude) + year") });
  assert.deepEqual(twice, { kind: "rank-deficient", redundant: ["I(2 * latitude)"] });
  const few = metaAnalysis(LOG_RISK_RATIOS.slice(0, 2), {
    design: designOf(parseFormula("~ x").fixed, { x: [1, 2] }),
  });
  assert.deepEqual(few, { kind: "not-estimable", reason: "2 coefficients require more than 2 studies: 2" });
  const zero = metaAnalysis(
    [
      { estimate: 1, variance: 0 },
      { estimate: 2, variance: 1 },
    ],
    { method: "DL" },
  );
  assert.deepEqual(zero, { kind: "not-estimable", reason: "DL requires sampling variances above zero" });
  const refused = (effects: Parameters<typeof metaAnalysis>[0], pattern: RegExp) =>
    assert.throws(() => metaAnalysis(effects), pattern);
  refused([], /a meta-analysis requires one or more effects: 0/);
  refused([{ estimate: 1, variance: -0.1 }], /effect 1 requires a finite variance of at least 0: -0.1/);
  refused([{ estimate: Number.NaN, variance: 1 }], /effect 1 requires a finite estimate: NaN/);
  assert.throws(() => metaAnalysis(LOG_RISK_RATIOS, { level: 95 }), /a share between 0 and 1, as 0.95: 95/);
});
