import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import {
  clusterRobust,
  componentTest,
  type FittedMultilevel,
  multilevelMetaAnalysis,
  nestedGroups,
  profileInterval,
  randomEffects,
} from "../../../src/meta-analysis/index.ts";

interface Schools {
  readonly district: readonly number[];
  readonly school: readonly number[];
  readonly yi: readonly number[];
  readonly vi: readonly number[];
}

// Konstantopoulos S (2011). Fixed effects and variance components estimation in three-level meta-analysis.
// Res Synth Methods 2: 61–76. The figures are those of its three-level model without predictors.
const { district, school, yi, vi } = JSON.parse(
  readFileSync(new URL("../../fixtures/konstantopoulos-2011.json", import.meta.url), "utf8"),
) as Schools;
const effects = yi.map((estimate, i) => ({ estimate, variance: vi[i]! }));
const rows = yi.map((_, i) => i);

function fitted(path: readonly string[], method: "ML" | "REML" = "REML"): FittedMultilevel {
  const result = multilevelMetaAnalysis(effects, {
    levels: nestedGroups({ district, school }, path, rows),
    method,
  });
  assert.ok(result.kind === "fitted");
  return result;
}

test("schools in districts: the mean and both variances", () => {
  const fit = fitted(["district", "school"]);
  const [mean] = fit.coefficients;
  close(mean!.estimate, 0.185, { absolute: 5e-4, what: "mean" });
  close(mean!.standardError, 0.085, { absolute: 5e-4, what: "SE" });
  assert.deepEqual(
    fit.components.map(({ name, groups }) => [name, groups]),
    [
      ["district", 11],
      ["district/school", 56],
    ],
  );
  close(fit.components[0]!.variance, 0.065, { absolute: 5e-4, what: "districts" });
  close(fit.components[1]!.variance, 0.033, { absolute: 5e-4, what: "schools" });
  close(fit.heterogeneity.q, 578.864, { absolute: 5e-4, what: "Q" });
});

test("the profile of each variance lies around it, and falls by the quantile at its ends", () => {
  const fit = fitted(["district", "school"], "ML");
  for (const component of [0, 1]) {
    const interval = profileInterval(fit, component);
    assert.ok(interval.kind === "interval");
    const own = fit.components[component]!.variance;
    assert.ok(interval.lower < own && own < interval.upper);
  }
});

test("the level of schools is needed", () => {
  const { statistic, degreesOfFreedom, p } = componentTest(
    fitted(["district", "school"]),
    fitted(["district"]),
  );
  assert.equal(degreesOfFreedom, 1);
  assert.ok(statistic > 40 && p < 1e-9);
  assert.throws(
    () => componentTest(fitted(["district"]), fitted(["district", "school"])),
    /more levels in the first/,
  );
});

test("the departures of districts are drawn towards zero, and average to about zero", () => {
  const [districts] = randomEffects(fitted(["district", "school"]));
  assert.equal(districts!.groups.length, 11);
  assert.equal(districts!.groups[0]!.name, "11");
  const balance = districts!.groups.reduce((sum, { estimate }) => sum + estimate, 0);
  close(balance, 0, { absolute: 1e-9, what: "sum" });
});

test("robust tests need whole groups", () => {
  const fit = fitted(["district", "school"]);
  assert.equal(clusterRobust(fit, district).clusters, 11);
  assert.throws(
    () => clusterRobust(fit, school),
    /clusters require whole groups of district: 11 lies in two/,
  );
});
