import assert from "node:assert/strict";
import { test } from "node:test";
import { logGamma } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import { beganWithin, type LevelPrior, onlineChange } from "@concord/statistics/change";
import fc from "fast-check";

const prior: LevelPrior = { mean: 0, strength: 0.5, shape: 2, scale: 3 };

/** log p(x) of a run in closed form (Murphy 2007, section 3.5): the ratio of normalising constants. */
function logMarginal(values: readonly number[], { mean, strength, shape, scale }: LevelPrior): number {
  const n = values.length;
  const centre = values.reduce((sum, x) => sum + x, 0) / n;
  const squares = values.reduce((sum, x) => sum + (x - centre) ** 2, 0);
  const after = scale + squares / 2 + (strength * n * (centre - mean) ** 2) / (2 * (strength + n));
  return (
    logGamma(shape + n / 2) -
    logGamma(shape) +
    shape * Math.log(scale) -
    (shape + n / 2) * Math.log(after) +
    0.5 * Math.log(strength / (strength + n)) -
    (n / 2) * Math.log(2 * Math.PI)
  );
}

/** Sums over all 2ᵗ⁻¹ ways to cut the values: where the last level began, and the evidence. */
function enumerated(values: readonly number[], hazard: number) {
  const n = values.length;
  const began = new Array<number>(n).fill(0);
  for (let cuts = 0; cuts < 2 ** (n - 1); cuts++) {
    const edges = [0];
    for (let i = 1; i < n; i++) if ((cuts >> (i - 1)) & 1) edges.push(i);
    const changes = edges.length - 1;
    let log = changes * Math.log(hazard) + (n - 1 - changes) * Math.log1p(-hazard);
    edges.forEach((from, i) => {
      log += logMarginal(values.slice(from, edges[i + 1]), prior);
    });
    began[edges.at(-1)!]! += Math.exp(log);
  }
  const evidence = began.reduce((sum, weight) => sum + weight, 0);
  return { began: began.map((weight) => weight / evidence), logEvidence: Math.log(evidence) };
}

test("agrees with the sum over every partition, and the predictives multiply to the evidence", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -8, max: 8, noNaN: true }), { minLength: 1, maxLength: 9 }),
      fc.double({ min: 0.01, max: 0.9, noNaN: true }),
      (values, hazard) => {
        const steps = onlineChange(values, { prior, hazard });
        const truth = enumerated(values, hazard);
        truth.began.forEach((weight, s) => {
          close(steps.at(-1)!.began[s]!, weight, { absolute: 1e-9, what: `began with ${s}` });
        });
        const log = steps.reduce((sum, { logPredictive }) => sum + logPredictive, 0);
        close(log, truth.logEvidence, { absolute: 1e-8, what: "evidence" });
      },
    ),
    { numRuns: 60 },
  );
});

test("what a step says does not depend on what comes later, and probabilities sum to one", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 2, maxLength: 30 }),
      (values) => {
        const options = { prior, hazard: 0.1 };
        const all = onlineChange(values, options);
        assert.deepEqual(onlineChange(values.slice(0, -1), options), all.slice(0, -1));
        for (const step of all) {
          close(beganWithin(step, step.began.length), 1, { absolute: 1e-12, what: "sum" });
          assert.equal(step.began[step.mostProbable], Math.max(...step.began));
        }
      },
    ),
  );
});

test("a plain drop is noticed within two sessions, and its place is kept", () => {
  const values = [0.2, -0.4, 0.1, 0.3, -0.2, 0.1, -0.3, -6.1, -5.8, -6.2, -5.9];
  const steps = onlineChange(values, { prior: { mean: 0, strength: 0.2, shape: 2, scale: 1 }, hazard: 0.05 });
  assert.ok(beganWithin(steps[6]!, 3) < 0.2);
  assert.ok(beganWithin(steps[8]!, 2) > 0.9);
  assert.equal(steps.at(-1)!.mostProbable, 7);
  close(steps.at(-1)!.level, -6, { absolute: 0.5, what: "level" });
});

test("what the caller must not ask", () => {
  assert.deepEqual(onlineChange([], { prior, hazard: 0.1 }), []);
  assert.throws(() => onlineChange([1], { prior, hazard: 1 }), /requires a hazard between 0 and 1: 1/);
  assert.throws(
    () => onlineChange([1], { prior: { ...prior, scale: 0 }, hazard: 0.1 }),
    /prior scale above 0: 0/,
  );
  assert.throws(() => onlineChange([Number.NaN], { prior, hazard: 0.1 }), /requires finite values/);
});
