import assert from "node:assert/strict";
import fc from "fast-check";
import {
  type Effect,
  type FittedMetaAnalysis,
  type MetaAnalysisModel,
  metaAnalysis,
} from "../../src/meta-analysis/index.ts";

/** A fit that must succeed. */
export function fitted(effects: readonly Effect[], model: MetaAnalysisModel = {}): FittedMetaAnalysis {
  const result = metaAnalysis(effects, model);
  assert.ok(result.kind === "fitted", JSON.stringify(result));
  return result;
}

/** Estimates from −3 to 3 and variances from 0.001 to 1, in steps of a thousandth: finite, ties likely. */
export const someEffect: fc.Arbitrary<Effect> = fc.record({
  estimate: fc.integer({ min: -3000, max: 3000 }).map((n) => n / 1000),
  variance: fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000),
});

export const someEffects = fc.array(someEffect, { minLength: 3, maxLength: 20 });
