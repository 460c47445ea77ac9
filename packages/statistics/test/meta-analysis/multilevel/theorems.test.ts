import assert from "node:assert/strict";
import { test } from "node:test";
import { mean, sampleVariance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { designOf, parseFormula } from "../../../src/formula/index.ts";
import {
  clusterRobust,
  constantCorrelation,
  type Effect,
  type FittedMultilevel,
  jointTest,
  type MultilevelModel,
  multilevelMetaAnalysis,
  nestedGroups,
} from "../../../src/meta-analysis/index.ts";
import { fitComponents } from "../../../src/meta-analysis/multilevel/deviance.ts";
import { fitted as plain, someEffect, someEffects } from "../fit.ts";

function fitted(effects: readonly Effect[], model: MultilevelModel): FittedMultilevel {
  const result = multilevelMetaAnalysis(effects, model);
  assert.ok(result.kind === "fitted", JSON.stringify(result));
  return result;
}

/** Levels from lists of labels, outermost first. */
function levelsOf(columns: Readonly<Record<string, readonly (number | string)[]>>) {
  const [first] = Object.values(columns);
  return nestedGroups(
    columns,
    Object.keys(columns),
    first!.map((_, i) => i),
  );
}

/** Studies of one to four effects each. */
const clustered = fc
  .array(fc.array(someEffect, { minLength: 1, maxLength: 4 }), { minLength: 4, maxLength: 10 })
  .map((studies) => ({
    effects: studies.flat(),
    study: studies.flatMap((study, s) => study.map(() => s)),
    effect: studies.flatMap((study) => study.map((_, i) => i)),
  }))
  .filter(({ effects }) => effects.length > 5);

test("one effect per study is the ordinary random-effects model", () => {
  fc.assert(
    fc.property(someEffects, fc.constantFrom("ML", "REML"), (effects, method) => {
      const alone = plain(effects, { method });
      const levels = levelsOf({ study: effects.map((_, i) => i) });
      const fit = fitted(effects, { levels, method });
      const key = method === "ML" ? "maximum" : "restricted";
      close(fit.likelihoods[key].logLikelihood, alone.likelihoods[key].logLikelihood, {
        absolute: 1e-8,
        what: "log L",
      });
      close(fit.components[0]!.variance, alone.betweenStudyVariance.value, {
        absolute: 1e-5,
        what: "variance",
      });
      close(fit.coefficients[0]!.estimate, alone.coefficients[0]!.estimate, { absolute: 1e-5, what: "mean" });
      close(fit.heterogeneity.q, alone.heterogeneity.q, { relative: 1e-9, absolute: 1e-9, what: "Q" });
    }),
    { numRuns: 60 },
  );
});

test("uncorrelated errors as blocks give what independent errors give", () => {
  fc.assert(
    fc.property(clustered, ({ effects, study, effect }) => {
      const levels = levelsOf({ study, effect });
      const blocks = constantCorrelation(
        effects.map(({ variance }) => variance),
        study,
        0,
      );
      const nested = fitted(effects, { levels });
      const blocked = fitted(effects, { levels, sampling: blocks });
      const { restricted } = nested.likelihoods;
      close(blocked.likelihoods.restricted.logLikelihood, restricted.logLikelihood, {
        absolute: 1e-8,
        what: "log L",
      });
      close(blocked.coefficients[0]!.standardError, nested.coefficients[0]!.standardError, {
        relative: 1e-4,
        what: "SE",
      });
    }),
    { numRuns: 40 },
  );
});

test("the names of groups and the order of rows are irrelevant", () => {
  fc.assert(
    fc.property(clustered, ({ effects, study, effect }) => {
      const there = fitted(effects, { levels: levelsOf({ study, effect }) });
      const back = fitted([...effects].reverse(), {
        levels: levelsOf({ study: study.map((s) => `s${s}`).reverse(), effect: [...effect].reverse() }),
      });
      const [a, b] = [there.likelihoods.restricted.logLikelihood, back.likelihoods.restricted.logLikelihood];
      close(a, b, { absolute: 1e-8, what: "log L" });
    }),
    { numRuns: 40 },
  );
});

test("no other components make the effects more likely", () => {
  const far = (estimate: number, variance: number) => ({ estimate, variance });
  const zeros = Array.from({ length: 7 }, () => far(0, 0.001));
  // Two maxima: the effects scatter five hundred times more than their sampling variances.
  const twoMaxima = {
    effects: [...zeros, far(1.89, 0.073)],
    study: [0, 0, 0, 1, 2, 2, 3, 4],
    effect: [0, 1, 2, 0, 0, 1, 0, 0],
  };
  fc.assert(
    fc.property(clustered, fc.constantFrom("ML", "REML"), ({ effects, study, effect }, method) => {
      const { problem, fit } = fitted(effects, { levels: levelsOf({ study, effect }), method });
      const best = fit.logLikelihood[method];
      const [outer, inner] = fit.components as readonly [number, number];
      for (const other of [
        [0, 0],
        [0, inner],
        [outer, 0],
        [outer * 1.01, inner],
        [outer, inner * 0.99 + 1e-4],
        [1, 0.1],
      ]) {
        const there = fitComponents(problem.regression, problem.structure, other).logLikelihood[method];
        assert.ok(
          there <= best + 1e-8,
          `${there} at ${other.join(", ")}, ${best} at ${fit.components.join(", ")}`,
        );
      }
    }),
    {
      numRuns: 60,
      examples: [
        [twoMaxima, "ML"],
        [twoMaxima, "REML"],
      ],
    },
  );
});

test("balanced clusters: CR2 is the variance of their means, on one degree of freedom less than clusters", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(someEffect, someEffect, someEffect), { minLength: 4, maxLength: 9 }),
      (studies) => {
        const effects = studies.flat().map(({ estimate }) => ({ estimate, variance: 0.1 }));
        const study = studies.flatMap((_, s) => [s, s, s]);
        const fit = fitted(effects, { levels: levelsOf({ study, effect: effects.map((_, i) => i) }) });
        const robust = clusterRobust(fit, study);
        const means = studies.map((three) => mean(three.map(({ estimate }) => estimate)));
        fc.pre(sampleVariance(means) > 1e-6);
        const standardError = Math.sqrt(sampleVariance(means) / means.length);
        close(robust.coefficients[0]!.standardError, standardError, { relative: 1e-7, what: "SE" });
        close(robust.coefficients[0]!.degreesOfFreedom, means.length - 1, { relative: 1e-7, what: "df" });
      },
    ),
    { numRuns: 40 },
  );
});

test("a joint test of one coefficient is the square of its t", () => {
  const effects = [0.3, 0.5, 0.1, 0.4, 0.6, 0.2, 0.35, 0.15, 0.55].map((estimate, i) => ({
    estimate,
    variance: 0.01 + 0.002 * i,
  }));
  const frame = { x: [1, 2, 3, 1, 2, 3, 2, 1, 3], study: [1, 1, 2, 2, 3, 3, 4, 4, 5] };
  const design = designOf(parseFormula("~ x").fixed, frame);
  const levels = nestedGroups(frame, ["study"], design.kept);
  const robust = clusterRobust(fitted(effects, { levels, design }), frame.study);
  const joint = jointTest(robust, [1]);
  assert.ok(joint.kind === "tested");
  const slope = robust.coefficients[1]!;
  close(joint.statistic, slope.statistic ** 2, { relative: 1e-9, what: "F" });
  close(joint.denominatorDegreesOfFreedom, slope.degreesOfFreedom, { relative: 1e-9, what: "df" });
  close(joint.p, slope.p, { relative: 1e-8, what: "p" });
});

test("what has no answer is named or refused", () => {
  const effects = [0.1, 0.2, 0.4, 0.3].map((estimate) => ({ estimate, variance: 0.02 }));
  const frame = { study: ["a", "a", "b", "b"], x: [1, 2, 3, 4], y: [2, 4, 6, 8] };
  const levels = levelsOf({ study: frame.study });
  const design = designOf(parseFormula("~ x + y").fixed, frame);
  assert.deepEqual(multilevelMetaAnalysis(effects, { levels, design }), {
    kind: "rank-deficient",
    redundant: ["y"],
  });
  const refused = (model: MultilevelModel, pattern: RegExp) =>
    assert.throws(() => multilevelMetaAnalysis(effects, model), pattern);
  refused({ levels: [] }, /requires one or more levels/);
  refused({ levels: levelsOf({ study: ["a", "a", "a", "a"] }) }, /study requires two or more groups: 1/);
  assert.throws(() => levelsOf({ study: ["a", "", "b", "b"] }), /row 2 requires a value of study, its group/);
  const across = constantCorrelation([1, 1, 1, 1], ["p", "p", "p", "q"], 0.5);
  refused({ levels, sampling: across }, /correlated effects require one study: a block reaches across two/);
  assert.throws(() => constantCorrelation([1], ["a"], 1), /from 0 to below 1: 1/);
});
