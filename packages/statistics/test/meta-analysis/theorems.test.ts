import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, sampleVariance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { type Effect, METHODS, metaAnalysis, TESTS } from "../../src/meta-analysis/index.ts";
import { fitted, someEffects } from "./fit.ts";

const anyMethod = fc.constantFrom(...METHODS);

test("a shift of all effects shifts the mean; a change of unit changes its unit, and squares it for the variance", () => {
  fc.assert(
    fc.property(
      someEffects,
      anyMethod,
      fc.integer({ min: -50, max: 50 }),
      fc.integer({ min: 1, max: 9 }),
      (effects, method, shift, unit) => {
        const plain = fitted(effects, { method });
        const moved = fitted(
          effects.map(({ estimate, variance }) => ({
            estimate: unit * estimate + shift,
            variance: unit ** 2 * variance,
          })),
          { method },
        );
        const scale = { absolute: 1e-8 * unit ** 2, relative: 1e-7 };
        close(moved.betweenStudyVariance.value, unit ** 2 * plain.betweenStudyVariance.value, {
          ...scale,
          what: "tau²",
        });
        close(moved.coefficients[0]!.estimate, unit * plain.coefficients[0]!.estimate + shift, {
          ...scale,
          what: "mean",
        });
        close(moved.coefficients[0]!.standardError, unit * plain.coefficients[0]!.standardError, {
          ...scale,
          what: "SE",
        });
        close(moved.heterogeneity.iSquared, plain.heterogeneity.iSquared, { absolute: 1e-5, what: "I²" });
      },
    ),
  );
});

test("the order of the studies is irrelevant", () => {
  fc.assert(
    fc.property(someEffects, anyMethod, (effects, method) => {
      const there = fitted(effects, { method });
      const back = fitted([...effects].reverse(), { method });
      close(back.coefficients[0]!.estimate, there.coefficients[0]!.estimate, {
        absolute: 1e-9,
        what: "mean",
      });
      close(back.betweenStudyVariance.value, there.betweenStudyVariance.value, {
        absolute: 1e-9,
        what: "tau²",
      });
    }),
  );
});

test("one study gives itself", () => {
  for (const method of METHODS) {
    const fit = fitted([{ estimate: 0.3, variance: 0.02 }], { method, test: "knha" });
    assert.equal(fit.test, "z");
    close(fit.coefficients[0]!.estimate, 0.3, { absolute: 1e-16, what: "mean" });
    close(fit.coefficients[0]!.standardError, Math.sqrt(0.02), { absolute: 1e-16, what: "SE" });
    assert.deepEqual(fit.betweenStudyVariance, { kind: "none", value: 0 });
  }
});

test("with all variances zero the mean and its standard error are those of ordinary statistics", () => {
  fc.assert(
    fc.property(someEffects, (effects) => {
      const values = effects.map(({ estimate }) => estimate);
      fc.pre(sampleVariance(values) > 1e-3);
      const exact = values.map((estimate) => ({ estimate, variance: 0 }));
      for (const method of ["REML", "HE", "PM"] as const) {
        const fit = fitted(exact, { method });
        close(fit.coefficients[0]!.estimate, mean(values), { absolute: 1e-12, what: `${method} mean` });
        const standardError = Math.sqrt(sampleVariance(values) / values.length);
        close(fit.coefficients[0]!.standardError, standardError, { relative: 1e-9, what: `${method} SE` });
      }
    }),
  );
  assert.equal(metaAnalysis([1, 1, 1].map((estimate) => ({ estimate, variance: 0 }))).kind, "not-estimable");
});

test("with equal variances five estimators agree: the spread of the effects less the sampling variance", () => {
  fc.assert(
    fc.property(someEffects, fc.integer({ min: 1, max: 500 }), (effects, thousandths) => {
      const variance = thousandths / 1000;
      const same: readonly Effect[] = effects.map(({ estimate }) => ({ estimate, variance }));
      const expected = Math.max(0, sampleVariance(same.map(({ estimate }) => estimate)) - variance);
      for (const method of ["DL", "HE", "REML", "PM", "EB"] as const) {
        close(fitted(same, { method }).betweenStudyVariance.value, expected, {
          absolute: 1e-9,
          what: method,
        });
      }
    }),
  );
});

test("a given variance of zero is the common-effect model; wide variances of one study leave it unheard", () => {
  fc.assert(
    fc.property(someEffects, (effects) => {
      const common = fitted(effects, { method: "EE" });
      const given = fitted(effects, { betweenStudyVariance: 0 });
      assert.deepEqual(given.coefficients, common.coefficients);
      const heard = fitted([...effects, { estimate: 3, variance: 1e12 }], { method: "EE" });
      close(heard.coefficients[0]!.estimate, common.coefficients[0]!.estimate, {
        absolute: 1e-9,
        what: "mean",
      });
    }),
  );
});

test("the restricted likelihood is highest where REML stands, the full one where ML stands", () => {
  fc.assert(
    fc.property(someEffects, (effects) => {
      for (const method of ["REML", "ML"] as const) {
        const best = fitted(effects, { method });
        const of = (fit: typeof best) =>
          method === "ML" ? fit.likelihoods.maximum.logLikelihood : fit.likelihoods.restricted.logLikelihood;
        const { value } = best.betweenStudyVariance;
        for (const other of [0, 0.01, 0.1, 0.5, 1, 3, 0.99 * value, 1.01 * value]) {
          const there = fitted(effects, { method, betweenStudyVariance: other });
          assert.ok(
            of(there) <= of(best) + 1e-9,
            `${method}: ${of(there)} at ${other}, ${of(best)} at ${value}`,
          );
        }
      }
    }),
  );
});

test("intervals and p-values say the same, whatever the test", () => {
  fc.assert(
    fc.property(someEffects, fc.constantFrom(...TESTS), (effects, kind) => {
      const { lower, upper, p, standardError } = fitted(effects, { test: kind }).coefficients[0]!;
      fc.pre(standardError > 1e-9 && Math.abs(p - 0.05) > 1e-9);
      assert.equal(lower > 0 || upper < 0, p < 0.05);
    }),
  );
});
