import assert from "node:assert/strict";
import { test } from "node:test";
import { designOf, parseFormula } from "../../../src/formula/index.ts";
import {
  clusterRobust,
  type Effect,
  jointTest,
  multilevelMetaAnalysis,
  nestedGroups,
  type RobustKind,
} from "../../../src/meta-analysis/index.ts";

const study = ["a", "a", "b", "b", "b", "c", "d", "d", "e", "e", "f"];
const effects: readonly Effect[] = [0.31, 0.52, 0.08, 0.44, 0.63, 0.2, 0.35, 0.11, 0.57, 0.4, 0.25].map(
  (estimate, i) => ({ estimate, variance: 0.01 + 0.003 * i }),
);
const year = [2001, 2001, 2004, 2004, 2004, 2011, 2012, 2012, 2018, 2018, 2020];

function robust(
  formula: string,
  columns: Readonly<Record<string, readonly (string | number)[]>>,
  kind: RobustKind = "CR2",
  own = effects,
) {
  const frame = { ...columns, study, effect: own.map((_, i) => i) };
  const fit = multilevelMetaAnalysis(own, {
    levels: nestedGroups(
      frame,
      ["study", "effect"],
      own.map((_, i) => i),
    ),
    design: designOf(parseFormula(formula).fixed, frame),
  });
  assert.ok(fit.kind === "fitted", JSON.stringify(fit));
  return clusterRobust(fit, study, kind, kind === "CR1p" ? "clusters" : "Satterthwaite");
}

function requireUntested(result: ReturnType<typeof robust>, names: readonly string[], reason: RegExp) {
  assert.deepEqual(
    result.untested.map(({ name }) => name),
    names,
  );
  for (const one of result.untested) assert.match(one.reason, reason);
  for (const {
    name,
    estimate,
    standardError,
    statistic,
    degreesOfFreedom,
    p,
    lower,
    upper,
  } of result.coefficients) {
    const numbers = [standardError, statistic, degreesOfFreedom, p, lower, upper];
    assert.ok(Number.isFinite(estimate));
    if (names.includes(name)) assert.ok(numbers.every(Number.isNaN), `${name}: ${numbers.join(", ")}`);
    else {
      assert.ok(numbers.every(Number.isFinite), `${name}: ${numbers.join(", ")}`);
      assert.ok(
        standardError > 1e-6 && degreesOfFreedom > 1 - 1e-9 && p > 1e-12,
        `${name}: ${numbers.join(", ")}`,
      );
    }
  }
}

test("a moderator that one cluster alone has gets an estimate and no robust test, by every estimator", () => {
  const measure = study.map((name) => (name === "c" ? "self" : name < "d" ? "observer" : "therapist"));
  const alone = study.map((name) => (name === "e" ? 1 : 0));
  const slopeInOne = study.map((name, i) => (name === "b" ? i + 1 : 0));
  for (const kind of ["CR0", "CR1", "CR1p", "CR1S", "CR2"] as const) {
    requireUntested(robust("~ measure", { measure }, kind), ["measureself"], /one cluster \(c\)/);
    requireUntested(robust("~ 0 + measure", { measure }, kind), ["measureself"], /one cluster \(c\)/);
    requireUntested(robust("~ alone + year", { alone, year }, kind), ["alone"], /one cluster \(e\)/);
    requireUntested(robust("~ slopeInOne", { slopeInOne }, kind), ["slopeInOne"], /one cluster \(b\)/);
  }
});

test("a reference level of one cluster leaves no contrast with it a test", () => {
  const arm = study.map((name) => (name === "a" ? "a first" : name < "d" ? "b" : "c"));
  const result = robust("~ arm", { arm });
  requireUntested(result, ["(Intercept)", "armb", "armc"], /one cluster \(a\)/);
  const joint = jointTest(result, [1, 2]);
  assert.ok(joint.kind === "not-defined");
  assert.match(joint.reason, /armb has no test: it rests on one cluster/);
});

test("a comparison within one cluster has clubSandwich's test and is named as doubtful", () => {
  const kind = study.map((name, i) => (name === "b" && i < 4 ? "covert" : i % 2 === 0 ? "open" : "public"));
  const result = robust("~ kind", { kind });
  assert.deepEqual(result.untested, []);
  assert.deepEqual(
    result.doubtful.map(({ name }) => name),
    ["(Intercept)", "kindopen", "kindpublic"],
  );
  for (const { reason } of result.doubtful) assert.match(reason, /within one cluster \(b\)/);
});

test("what rests on two clusters or more is tested, in any origin and unit of a moderator", () => {
  for (const [shift, unit] of [
    [0, 1],
    [-2010, 1],
    [0, 1e-3],
    [1e5, 365],
  ] as const)
    requireUntested(robust("~ year", { year: year.map((value) => (value + shift) * unit) }), [], /none/);
  const two = study.map((name) => (name === "b" || name === "e" ? 1 : 0));
  requireUntested(robust("~ two", { two }), [], /none/);
});

test("as many coefficients as clusters leave no degree of freedom", () => {
  const columns = {
    year,
    age: [20, 25, 31, 38, 29, 44, 35, 51, 27, 33, 40],
    n: [8, 3, 5, 9, 2, 7, 6, 1, 4, 5, 3],
  };
  const more = { k: [1, 0, 1, 1, 0, 0, 1, 0, 1, 0, 1], m: [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5] };
  const result = robust("~ year + age + n + k + m", { ...columns, ...more }, "CR1p");
  requireUntested(
    result,
    ["(Intercept)", "year", "age", "n", "k", "m"],
    /one cluster|6 clusters leave no degree of freedom/,
  );
});

test("effects that agree to the last digit leave nothing to judge a mean by", () => {
  const same = effects.map(({ variance }) => ({ estimate: 0.3, variance }));
  requireUntested(robust("~ 1", {}, "CR2", same), ["(Intercept)"], /no cluster differs/);
});
