import assert from "node:assert/strict";
import { test } from "node:test";
import { normalDraw, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { shrunkenDyad, truthAndBias } from "../../src/dyad/index.ts";

function someSessions(seed: number, dyads = 15, sessions = 8) {
  const chance = seededChance(seed);
  const rows = Array.from({ length: dyads }, (_, dyad) => {
    const [usual, gap, follow] = [
      5 + normalDraw(chance),
      -0.5 + 0.8 * normalDraw(chance),
      0.5 + 0.3 * normalDraw(chance),
    ];
    return Array.from({ length: sessions }, () => {
      const away = normalDraw(chance);
      const therapist = usual + gap + follow * away + 0.4 * normalDraw(chance);
      return { dyad: `d${dyad}`, client: usual + away, therapist };
    });
  }).flat();
  return {
    dyad: rows.map(({ dyad }) => dyad),
    client: rows.map(({ client }) => client),
    therapist: rows.map(({ therapist }) => therapist),
  };
}

const model = { judgment: "therapist", truth: "client", judge: "dyad", centre: "judge" } as const;

test("one dyad by plain numbers is that dyad in the fitted model", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e5 }), (seed) => {
      const columns = someSessions(seed);
      const fit = truthAndBias(model, columns);
      assert.ok(fit.kind === "fitted" && fit.forces?.kind === "fitted");
      const { fixed, components, residualDeviation } = fit.forces;
      const of = (first: string, second?: string) =>
        components.find((one) => one.group === "judge" && one.first === first && one.second === second)
          ?.covariance ?? 0;
      const population = {
        intercept: fixed[0]!.estimate,
        slope: fixed[1]!.estimate,
        interceptVariance: of("(Intercept)"),
        slopeVariance: of("tc"),
        covariance: of("(Intercept)", "tc"),
        residualVariance: residualDeviation ** 2,
      };
      const [dyad] = fit.judges;
      const own = columns.dyad.flatMap((id, i) => (id === dyad!.judge ? [i] : []));
      const usual = own.reduce((sum, i) => sum + columns.client[i]!, 0) / own.length;
      const alone = shrunkenDyad(
        own.map((i) => columns.client[i]! - usual),
        own.map((i) => columns.therapist[i]! - usual),
        population,
      );
      close(alone.intercept, dyad!.directionalBias.estimate, { absolute: 1e-7, what: "directional bias" });
      close(alone.slope, dyad!.truthForce.estimate, { absolute: 1e-7, what: "truth force" });
      close(alone.slopeDeviation, dyad!.truthForce.deviation, { absolute: 1e-7, what: "its deviation" });
    }),
    { numRuns: 10 },
  );
});

test("without sessions a dyad is the population; with many it is its own line", () => {
  const population = {
    intercept: -0.4,
    slope: 0.6,
    interceptVariance: 0.5,
    slopeVariance: 0.1,
    covariance: 0.05,
    residualVariance: 1,
  };
  const none = shrunkenDyad([], [], population);
  assert.deepEqual([none.intercept, none.slope, none.n], [-0.4, 0.6, 0]);
  close(none.interceptDeviation, Math.SQRT1_2, { absolute: 1e-12, what: "deviation" });
  const x = Array.from({ length: 20_000 }, (_, i) => (i % 21) - 10);
  const many = shrunkenDyad(
    x,
    x.map((value) => 2 - 0.3 * value),
    population,
  );
  close(many.intercept, 2, { absolute: 1e-3, what: "own level" });
  close(many.slope, -0.3, { absolute: 1e-4, what: "own slope" });
  assert.throws(() => shrunkenDyad([1], [], population), /as many ratings/);
  assert.throws(() => shrunkenDyad([1], [Number.NaN], population), /finite/);
});

test("judgments that are the truth plus a constant: truth force one, bias force nought", () => {
  const chance = seededChance(9);
  const truth = Array.from({ length: 60 }, () => normalDraw(chance));
  const bias = truth.map(() => normalDraw(chance));
  const judgment = truth.map((value) => value - 0.7 + 1e-4 * normalDraw(chance));
  const fit = truthAndBias({ judgment: "judgment", truth: "truth", bias: "bias" }, { judgment, truth, bias });
  assert.ok(fit.kind === "fitted");
  const [directional, truthForce, biasForce] = fit.pooled.coefficients.map(({ estimate }) => estimate);
  close(directional!, -0.7, { absolute: 1e-3, what: "directional bias" });
  close(truthForce!, 1, { absolute: 1e-3, what: "truth force" });
  close(biasForce!, 0, { absolute: 1e-3, what: "bias force" });
  assert.equal(fit.levels, null);
});

test("what cannot be judged says why", () => {
  const columns = someSessions(1, 4, 3);
  assert.throws(() => truthAndBias({ ...model, truth: "absent" }, columns), /absent/);
  assert.throws(() => truthAndBias({ ...model, truth: "therapist" }, columns), /different columns/);
  const text = truthAndBias({ judgment: "dyad", truth: "client" }, columns);
  assert.ok(text.kind === "refused" && /dyad holds text/.test(text.reason));
});
