import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { designOf, parseFormula } from "../../src/formula/index.ts";
import {
  bestLinearPrediction,
  cumulative,
  influence,
  leaveOneOut,
  metaAnalysis,
  permutationTest,
  residuals,
} from "../../src/meta-analysis/index.ts";
import { fitted, someEffects } from "./fit.ts";
import { LOG_RISK_RATIOS, TRIALS } from "./trials.ts";

test("the last step of a cumulative analysis is the whole, whatever the order", () => {
  const fit = fitted(LOG_RISK_RATIOS);
  const steps = cumulative(
    fit,
    TRIALS.map(({ year }) => year),
  );
  assert.deepEqual(
    steps.slice(0, 5).map(({ study }) => study),
    [0, 1, 5, 2, 9],
  );
  const last = steps.at(-1)!.result;
  assert.ok(last.kind === "fitted");
  close(last.coefficients[0]!.estimate, fit.coefficients[0]!.estimate, { relative: 1e-12, what: "mean" });
  assert.throws(() => cumulative(fit, [1]), /one finite value per study: 1 for 13/);
});

test("leaving one of two out leaves one; leaving out the only study of a group is named", () => {
  const two = fitted(LOG_RISK_RATIOS.slice(0, 2));
  assert.deepEqual(
    leaveOneOut(two).map((result) => result.kind),
    ["fitted", "fitted"],
  );
  const frame = { group: ["a", "b", "b", "b"] };
  const design = designOf(parseFormula("~ group").fixed, frame);
  const alone = leaveOneOut(fitted(LOG_RISK_RATIOS.slice(0, 4), { design }));
  assert.deepEqual(alone[0], { kind: "rank-deficient", redundant: ["groupb"] });
  assert.throws(() => leaveOneOut(fitted(LOG_RISK_RATIOS.slice(0, 1))), /requires two or more studies: 1/);
});

test("a study that agrees with all others moves nothing; one far away is influential", () => {
  const calm = [0.2, 0.21, 0.19, 0.2, 0.2, 0.21, 0.19, 0.2].map((estimate) => ({ estimate, variance: 0.01 }));
  const [first] = influence(fitted([...calm]));
  assert.ok(first?.kind === "influence" && !first.influential);
  close(first.dffits, 0, { absolute: 0.05, what: "DFFITS" });
  const loud = influence(fitted([...calm, { estimate: 3, variance: 0.01 }])).at(-1);
  assert.ok(loud?.kind === "influence" && loud.influential);
  assert.equal(loud.betweenStudyVariance, 0);
});

test("leverages sum to the number of coefficients, and residuals to zero under the weights", () => {
  fc.assert(
    fc.property(someEffects, (effects) => {
      const fit = fitted(effects);
      const total = influence(fit).reduce(
        (sum, one) => sum + (one.kind === "influence" ? one.leverage : Number.NaN),
        0,
      );
      close(total, 1, { absolute: 1e-9, what: "leverages" });
      const between = fit.betweenStudyVariance.value;
      const balance = residuals(fit).reduce(
        (sum, { residual }, i) => sum + residual / (effects[i]!.variance + between),
        0,
      );
      close(balance, 0, { absolute: 1e-6, what: "balance" });
    }),
    { numRuns: 30 },
  );
});

test("a shrunken effect lies between the study and the mean", () => {
  fc.assert(
    fc.property(someEffects, (effects) => {
      const fit = fitted(effects);
      const mean = fit.coefficients[0]!.estimate;
      bestLinearPrediction(fit).forEach(({ estimate }, i) => {
        const own = effects[i]!.estimate;
        assert.ok(estimate >= Math.min(own, mean) - 1e-12 && estimate <= Math.max(own, mean) + 1e-12);
      });
    }),
  );
  assert.throws(
    () => bestLinearPrediction(fitted(LOG_RISK_RATIOS, { method: "EE" })),
    /requires a random-effects model/,
  );
});

test("a permutation test sampled comes near the exact one, and is the same for the same seed", () => {
  const fit = fitted(LOG_RISK_RATIOS.slice(0, 9), { method: "DL" });
  const exact = permutationTest(fit, { kind: "exact" });
  assert.equal(exact.count, 512);
  const sample = () => permutationTest(fit, { kind: "sampled", count: 4000, chance: seededChance(7) });
  const sampled = sample();
  assert.deepEqual(sample(), sampled);
  const share = exact.p[0]!;
  close(sampled.p[0]!, share, { absolute: 4 * Math.sqrt((share * (1 - share)) / 4000), what: "p" });
  assert.throws(
    () => permutationTest(fitted([...LOG_RISK_RATIOS, ...LOG_RISK_RATIOS]), { kind: "exact" }),
    /sample them instead/,
  );
});

test("moderators in rows that repeat are permuted once per different order", () => {
  const frame = { group: ["a", "a", "b", "b", "b"] };
  const design = designOf(parseFormula("~ group").fixed, frame);
  const result = permutationTest(fitted(LOG_RISK_RATIOS.slice(0, 5), { design, method: "DL" }), {
    kind: "exact",
  });
  assert.equal(result.count, 10);
  assert.equal(result.orders, 120);
  assert.equal(result.p[1], result.omnibusP);
});

test("a thousand studies take no matrix of a thousand by a thousand", () => {
  const chance = seededChance(1);
  const effects = Array.from({ length: 20_000 }, () => ({
    estimate: chance(),
    variance: 0.01 + chance() / 10,
  }));
  const result = metaAnalysis(effects, { test: "knha" });
  assert.equal(result.kind, "fitted");
});
