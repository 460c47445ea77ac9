import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import type { Frame } from "../../src/formula/index.ts";
import { invariance, structuralModel } from "../../src/structure/index.ts";

// Rosseel Y (2012). lavaan: an R package for structural equation modeling. J Stat Softw 48(2), section 4: nine tests
// of mental ability, 301 pupils of two schools (Holzinger KJ, Swineford F 1939).
const file = path.resolve(import.meta.dirname, "../../../../parity/fixtures/psy-cfa-invariance.json");
const { input } = JSON.parse(readFileSync(file, "utf8")) as { readonly input: Frame };
const model = "visual =~ x1 + x2 + x3\n textual =~ x4 + x5 + x6\n speed =~ x7 + x8 + x9";

test("three factors: χ²(24) = 85.306, CFI .931, TLI .896, RMSEA .092 [.071, .114], SRMR .065", () => {
  const result = structuralModel(input, model);
  assert.ok(result.kind === "fitted");
  const { fit, estimates } = result;
  const published: readonly (readonly [number, number])[] = [
    [fit.chiSquare, 85.306],
    [fit.baselineChiSquare, 918.852],
    [fit.comparativeFit, 0.931],
    [fit.tuckerLewis, 0.896],
    [fit.logLikelihood, -3737.745],
    [fit.saturatedLogLikelihood, -3695.092],
    [fit.akaike, 7517.49],
    [fit.bayes, 7595.339],
    [fit.adjustedBayes, 7528.739],
    [fit.approximationError, 0.092],
    [fit.approximationInterval[0], 0.071],
    [fit.approximationInterval[1], 0.114],
    [fit.closeFitP!, 0.001],
    [fit.standardizedResidual, 0.065],
  ];
  for (const [got, expected] of published) close(got, expected, { what: `${expected}`, absolute: 5.1e-4 });
  assert.equal(fit.degrees, 24);
  const loading = (name: string) =>
    estimates.find(({ operator, right }) => operator === "=~" && right === name)!;
  for (const [name, estimate, standardError, z] of [
    ["x2", 0.553, 0.1, 5.554],
    ["x3", 0.729, 0.109, 6.685],
    ["x5", 1.113, 0.065, 17.014],
    ["x6", 0.926, 0.055, 16.703],
    ["x8", 1.18, 0.165, 7.152],
    ["x9", 1.082, 0.151, 7.155],
  ] as const) {
    close(loading(name).estimate, estimate, { what: name, absolute: 5.1e-4 });
    close(loading(name).standardError, standardError, { what: `${name}, error`, absolute: 5.1e-4 });
    close(loading(name).z!, z, { what: `${name}, z`, absolute: 5.1e-4 });
  }
});

test("both schools: 115.851 on 48, 124.044 on 54, 164.103 on 60; equal intercepts cost 40.059", () => {
  const result = invariance(input, model, { group: "school" }, ["configural", "metric", "scalar"]);
  assert.ok(result.kind === "fitted");
  const published = [
    [115.851, 48],
    [124.044, 54],
    [164.103, 60],
  ] as const;
  result.steps.forEach(({ model: { fit } }, i) => {
    close(fit.chiSquare, published[i]![0], { what: "χ²", absolute: 5.1e-4 });
    assert.equal(fit.degrees, published[i]![1]);
  });
  close(result.steps[2]!.difference!.chiSquare, 40.059, { what: "difference", absolute: 5.1e-4 });
});
