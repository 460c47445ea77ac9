import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Frame } from "../../src/formula/index.ts";
import { centredFrame, contextualEffects, fitMultilevel } from "../../src/multilevel/index.ts";

function sessions(seed: number): Frame {
  const chance = seededChance(seed);
  const rows = Array.from({ length: 15 }, (_, client) => {
    const [usual, start] = [10 * chance(), 5 * chance()];
    return Array.from({ length: 4 + Math.floor(6 * chance()) }, () => {
      const x = usual + 4 * chance();
      return { client, x, y: start - 0.3 * x - 0.5 * usual + 3 * chance() };
    });
  }).flat();
  return { client: rows.map((row) => row.client), x: rows.map((row) => row.x), y: rows.map((row) => row.y) };
}

function effectsOf(formula: string, frame: Frame) {
  const centred = centredFrame(formula, frame);
  if (centred.kind === "refused") throw new Error(centred.reason);
  const fit = fitMultilevel(formula, centred.frame);
  if (fit.kind === "refused") throw new Error(fit.reason);
  return { fit, effects: contextualEffects(fit, centred.parts) };
}

test("between less within is the coefficient that between has beside x itself: the same model", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
      const frame = sessions(seed);
      const { fit, effects } = effectsOf("y ~ within(x) + between(x) + (1 | client)", frame);
      const direct = effectsOf("y ~ x + between(x) + (1 | client)", frame);
      const [one, other] = [effects[0]!, direct.effects[0]!];
      close(one.estimate, other.estimate, { relative: 1e-6, absolute: 1e-9, what: "contextual effect" });
      close(one.standardError, other.standardError, { relative: 1e-5, what: "its standard error" });
      close(one.between, other.between, { relative: 1e-6, absolute: 1e-9, what: "between effect" });
      close(fit.criterion, direct.fit.criterion, { relative: 1e-9, what: "criterion" });
    }),
    { numRuns: 15 },
  );
});

test("a model without one of the parts has no contextual effect", () => {
  const frame = sessions(3);
  assert.deepEqual(effectsOf("y ~ within(x) + (1 | client)", frame).effects, []);
  assert.deepEqual(effectsOf("y ~ between(x) + (1 | client)", frame).effects, []);
});
