import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Frame } from "../../src/formula/index.ts";
import {
  clientsPerTherapist,
  type FittedMixedModel,
  fitMultilevel,
  intraclassInterval,
  therapistEffects,
  therapistPlan,
} from "../../src/multilevel/index.ts";

/** Clients of therapists who differ: one row for each client. */
function clientsOf(seed: number, counts: readonly number[], spread: number): Frame {
  const chance = seededChance(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
  const rows = counts.flatMap((count, t) => {
    const level = spread * normal();
    return Array.from({ length: count }, () => ({ therapist: `T${t}`, outcome: 10 + level + normal() }));
  });
  return { therapist: rows.map((row) => row.therapist), outcome: rows.map((row) => row.outcome) };
}

function fitted(formula: string, frame: Frame): FittedMixedModel {
  const fit = fitMultilevel(formula, frame);
  if (fit.kind === "refused") throw new Error(fit.reason);
  return fit;
}

function peopleIn(frame: Frame): ReadonlyMap<string, number> {
  return clientsPerTherapist(frame.therapist!.map((therapist) => ({ therapist: String(therapist) })));
}

const formula = "outcome ~ 1 + (1 | therapist)";

test("with as many clients each, an effect is the mean's departure times the reliability of such a mean", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 5, max: 9 }), (seed, each) => {
      const frame = clientsOf(seed, new Array<number>(8).fill(each), 1);
      const fit = fitted(formula, frame);
      fc.pre(fit.singular.length === 0);
      const { share, effects, reliability: known } = therapistEffects(fit, "therapist", peopleIn(frame));
      const { reliability } = therapistPlan(share.share, each);
      close(known, reliability, { absolute: 1e-7, what: "reliability" });
      const outcomes = frame.outcome as readonly number[];
      const mean = outcomes.reduce((total, value) => total + value, 0) / outcomes.length;
      effects.forEach((effect, t) => {
        const own = outcomes.slice(t * each, (t + 1) * each);
        const departure = own.reduce((total, value) => total + value, 0) / each - mean;
        close(effect.estimate, reliability * departure, { absolute: 1e-7, what: "effect" });
      });
    }),
    { numRuns: 20 },
  );
});

test("fewer clients draw an effect and its surprise closer to the average; below five it is not shown", () => {
  const counts = [30, 4, 5, 12, 7, 8, 20, 2];
  const frame = clientsOf(4, counts, 1.5);
  const { effects, hidden, therapists } = therapistEffects(
    fitted(formula, frame),
    "therapist",
    peopleIn(frame),
  );
  assert.deepEqual([therapists, hidden], [8, 2]);
  assert.deepEqual(
    effects.map(({ therapist, clients }) => [therapist, clients]),
    [
      ["T0", 30],
      ["T2", 5],
      ["T3", 12],
      ["T4", 7],
      ["T5", 8],
      ["T6", 20],
    ],
  );
  const byCount = effects.toSorted((a, b) => b.clients - a.clients);
  for (let i = 1; i < byCount.length; i++)
    assert.ok(byCount[i]!.conditionalDeviation > byCount[i - 1]!.conditionalDeviation);
});

test("the share and its interval stay when the outcome is shifted and scaled, and hold the share", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.constantFrom(0, 0.3, 1), (seed, spread) => {
      const frame = clientsOf(seed, [6, 8, 5, 9, 7, 6], spread);
      const moved = { ...frame, outcome: (frame.outcome as readonly number[]).map((y) => 100 - 3 * y) };
      const [one, other] = [frame, moved].map(
        (own) => intraclassInterval(fitted(formula, own), "therapist")!,
      );
      assert.ok(one!.lower <= one!.share && one!.share <= one!.upper);
      for (const bound of ["share", "lower", "upper"] as const)
        close(other![bound], one![bound], { absolute: 1e-5, what: bound });
      const wide = intraclassInterval(fitted(formula, frame), "therapist", 0.99)!;
      assert.ok(wide.lower <= one!.lower && wide.upper >= one!.upper);
    }),
    { numRuns: 20 },
  );
});

test("clients are counted once each, rows where no client is named", () => {
  const rows = [
    { therapist: "A", client: "1" },
    { therapist: "A", client: "1" },
    { therapist: "A", client: "2" },
    { therapist: "B", client: "1" },
  ];
  assert.deepEqual(
    [...clientsPerTherapist(rows)],
    [
      ["A", 2],
      ["B", 1],
    ],
  );
  const bare = rows.map(({ therapist }) => ({ therapist }));
  assert.deepEqual(
    [...clientsPerTherapist(bare)],
    [
      ["A", 3],
      ["B", 1],
    ],
  );
});

test("a plan, by hand: 8 · 3.8415 · 0.9² · 1.9² / (10 · 9 · 0.1²) + 1 = 100.8", () => {
  const { reliability, therapists } = therapistPlan(0.1, 10);
  assert.equal(therapists, 101);
  close(reliability, 1 / 1.9, { relative: 1e-12, what: "reliability" });
  assert.throws(() => therapistPlan(1, 10), /share of variance requires 0 to below 1/);
  assert.throws(() => therapistPlan(0.1, 1), /two or more clients each/);
});

test("therapists who do not vary in the model are refused", () => {
  const fit = fitted(formula, clientsOf(9, [6, 8, 5, 9], 1));
  assert.throws(() => therapistEffects(fit, "clinic", new Map()), /\(1 \| clinic\)/);
});
