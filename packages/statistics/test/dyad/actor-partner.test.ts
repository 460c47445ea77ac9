import assert from "node:assert/strict";
import { test } from "node:test";
import { normalDraw, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  type ActorPartner,
  actorPartner,
  actorPartnerStructure,
  type FittedActorPartner,
  type Pairs,
  pairsOfLong,
  pairsOfWide,
} from "../../src/dyad/index.ts";
import { linearModel } from "../../src/regression/index.ts";

const x = ["client_x", "therapist_x"] as const;
const y = ["client_y", "therapist_y"] as const;
const seeds = fc.integer({ min: 1, max: 1e6 });

function someDyads(seed: number, count = 25) {
  const chance = seededChance(seed);
  const draw = () => Array.from({ length: count }, () => normalDraw(chance));
  const [a, b, shared] = [draw(), draw(), draw()];
  const outcome = (own: readonly number[], other: readonly number[], shift: number) =>
    draw().map((e, i) => shift + e + 0.7 * shared[i]! + 0.5 * own[i]! + 0.2 * other[i]!);
  return { client_x: a, therapist_x: b, client_y: outcome(a, b, 2), therapist_y: outcome(b, a, 1) };
}

function fitted(result: ActorPartner): FittedActorPartner {
  assert.ok(result.kind === "fitted");
  return result;
}

test("with the same predictors for both, each role has the coefficients and errors of its own regression", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someDyads(seed);
      const { distinguishable } = fitted(actorPartner(pairsOfWide(columns, x, y)));
      const client = linearModel("client_y ~ client_x + therapist_x", columns);
      assert.ok(client.kind === "fitted");
      [0, 2, 4].forEach((place, i) => {
        const one = distinguishable.coefficients[place]!;
        close(one.estimate, client.coefficients[i]!.estimate, { absolute: 1e-7, what: one.name });
        close(one.standardError, client.coefficients[i]!.standardError, { relative: 1e-6, what: one.name });
      });
    }),
    { numRuns: 30 },
  );
});

// Kenny, Kashy and Cook (2006), pp. 151-155: the sum of a and p rests on sums of members, the difference on differences.
test("without roles a + p is the regression of sums, a − p that of differences, each with its own error", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someDyads(seed);
      const { indistinguishable } = fitted(actorPartner(pairsOfWide(columns, x, y)));
      const [, a, p] = indistinguishable.coefficients.map(({ estimate }) => estimate);
      const own = (left: readonly number[], right: readonly number[], sign: 1 | -1) =>
        left.map((value, i) => value + sign * right[i]!);
      const sums = {
        u: own(columns.client_x, columns.therapist_x, 1),
        v: own(columns.client_y, columns.therapist_y, 1),
      };
      const differences = {
        u: own(columns.client_x, columns.therapist_x, -1),
        v: own(columns.client_y, columns.therapist_y, -1),
      };
      const between = linearModel("v ~ u", sums);
      const within = linearModel("v ~ 0 + u", differences);
      assert.ok(between.kind === "fitted" && within.kind === "fitted");
      close(a! + p!, between.coefficients[1]!.estimate, { absolute: 1e-7, what: "a + p" });
      close(a! - p!, within.coefficients[0]!.estimate, { absolute: 1e-7, what: "a − p" });
      const [large, small] = [between.residualDeviation ** 2, within.residualDeviation ** 2];
      const rho = (large - small) / (large + small);
      close(indistinguishable.residualCorrelation, rho, { absolute: 1e-6, what: "ρ" });
    }),
    { numRuns: 30 },
  );
});

test("exchanging the roles exchanges their effects", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const columns = someDyads(seed);
      const there = fitted(actorPartner(pairsOfWide(columns, x, y)));
      const back = fitted(actorPartner(pairsOfWide(columns, [x[1], x[0]], [y[1], y[0]])));
      assert.deepEqual(back.roles, ["therapist", "client"]);
      const order = [1, 0, 3, 2, 5, 4];
      back.distinguishable.coefficients.forEach(({ estimate }, i) => {
        const other = there.distinguishable.coefficients[order[i]!]!.estimate;
        close(estimate, other, { absolute: 1e-7, what: `coefficient ${i}` });
      });
      close(back.ratios[0].value, there.ratios[1].value, { relative: 1e-5, absolute: 1e-6, what: "k" });
      close(back.pooledRatio.value, there.pooledRatio.value, {
        relative: 1e-5,
        absolute: 1e-6,
        what: "pooled k",
      });
    }),
    { numRuns: 20 },
  );
});

test("paths by maximum likelihood are those of the regressions", () => {
  const columns = someDyads(7);
  const pairs = pairsOfWide(columns, x, y);
  const structure = actorPartnerStructure(pairs, { x, y });
  assert.ok(structure.kind === "fitted");
  const { distinguishable } = fitted(actorPartner(pairs));
  const path = structure.free.estimates.find(({ label }) => label === "p1")!;
  close(path.estimate, distinguishable.coefficients[4]!.estimate, { absolute: 1e-6, what: "p1" });
  assert.equal(structure.test.degreesOfFreedom, 2);
});

test("a file with a row for each member gives the same pairs", () => {
  const wide = someDyads(3, 6);
  const rows = wide.client_x.flatMap((_, i) => [
    { dyad: i + 10, role: "therapist", own: wide.therapist_x[i]!, out: wide.therapist_y[i]! },
    { dyad: i + 10, role: "client", own: wide.client_x[i]!, out: wide.client_y[i]! },
  ]);
  const frame = {
    dyad: rows.map(({ dyad }) => dyad),
    role: rows.map(({ role }) => role),
    own: rows.map(({ own }) => own),
    out: rows.map(({ out }) => out),
  };
  assert.deepEqual(
    pairsOfLong(frame, { dyad: "dyad", role: "role", x: "own", y: "out" }),
    pairsOfWide(wide, x, y),
  );
  const twice = { ...frame, role: frame.role.map(() => "client") };
  assert.throws(() => pairsOfLong(twice, { dyad: "dyad", role: "role", x: "own", y: "out" }), /two roles/);
});

test("members without an outcome are left out, their partners are not; what cannot be fitted says why", () => {
  const columns = someDyads(4);
  const gaps = { ...columns, therapist_y: [null, ...columns.therapist_y.slice(1)] };
  const fit = fitted(actorPartner(pairsOfWide(gaps, x, y)));
  assert.deepEqual([fit.distinguishable.rows, fit.distinguishable.singles, fit.leftOut], [49, 1, 0]);
  const few: Pairs = {
    roles: ["a", "b"],
    x: [
      [1, 2],
      [2, 1],
    ],
    y: [
      [1, 2],
      [3, 4],
    ],
  };
  const result = actorPartner(few);
  assert.ok(result.kind === "refused");
  const same = actorPartner(pairsOfWide({ ...columns, therapist_x: columns.client_x }, x, y));
  assert.ok(same.kind === "refused" && /cannot tell/.test(same.reason));
});
