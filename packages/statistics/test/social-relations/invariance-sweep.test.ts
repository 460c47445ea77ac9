import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  bivariateSocialRelations,
  type Component,
  type Rating,
  roundRobinsOf,
  type SocialRelations,
  selfCorrelation,
  socialRelations,
  transferenceView,
} from "../../src/social-relations/index.ts";

/** Names that a careless reader would take for one another, or for numbers; one list for each group. */
const labels = ["010", "10", "1e1", " 10", '"', "it's", "a b", "NA", "Ü", "constructor", "0", "-1"];

/** Two groups of four to six people on a scale of nine steps, self-ratings included; `kind` may leave only some parts. */
const someRatings = fc
  .record({
    sizes: fc.tuple(fc.integer({ min: 4, max: 6 }), fc.integer({ min: 4, max: 6 })),
    kind: fc.constantFrom("all", "all", "all", "gaps", "gaps", "additive", "perceivers alone"),
    values: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 100, maxLength: 100 }),
  })
  .map(({ sizes, kind, values }) => ({
    kind,
    ratings: sizes.flatMap((size, group) =>
      Array.from({ length: size * size }, (_, cell): Rating => {
        const [i, j] = [Math.floor(cell / size), cell % size];
        const draw = (place: number) => values[(place * 7 + group * 31) % 100]!;
        const value =
          kind === "additive" ? draw(i) + draw(j + 10) : kind === "perceivers alone" ? draw(i) : draw(cell);
        const missing = kind === "gaps" && i !== j && (cell === 1 || cell === 2 * size);
        return {
          perceiver: `p${i}`,
          target: `p${j}`,
          group: `g${group}`,
          values: [missing ? null : value, missing ? null : draw(cell + 40)],
        };
      }),
    ),
  }));

const someChange = fc.record({
  unit: fc.constantFrom(1, -1, 1e-6, 1e6, -0.125, 37),
  /** In units of the ratings. */
  origin: fc.constantFrom(0, 1, -2026, 1e6),
  seed: fc.integer({ min: 0, max: 1e6 }),
});

let tried = 0;
const RELATIVE = 1e-8;

function same(got: number | undefined, expected: number | undefined, what: string, scale = 0): void {
  tried++;
  if (expected === undefined || Number.isNaN(expected))
    assert.ok(got === undefined || Number.isNaN(got), `${what}: ${got}, expected none`);
  else close(got ?? Number.NaN, expected, { what, relative: RELATIVE, absolute: RELATIVE * scale });
}

/** A component in the unit of variances: its size takes the square of the unit (or both units), its test none. */
function sameComponent(got: Component, expected: Component, unit: number, what: string, size: number): void {
  assert.equal(got.kind, expected.kind, `${what}: ${JSON.stringify([got, expected])}`);
  same(got.estimate / unit, expected.estimate, what, size);
  same(got.standardError / Math.abs(unit), expected.standardError, `SE of ${what}`, size);
  if (got.kind !== "estimated" || expected.kind !== "estimated") return;
  const sign = Math.sign(unit);
  same(
    got.standardized === undefined ? undefined : got.standardized * sign,
    expected.standardized,
    `share of ${what}`,
    1,
  );
  same(got.t * sign, expected.t, `t of ${what}`, 1);
  same(got.p, expected.p, `p of ${what}`, 1e-3);
  assert.equal(got.degrees, expected.degrees);
}

const components = [
  "actorVariance",
  "partnerVariance",
  "relationshipVariance",
  "actorPartnerCovariance",
  "relationshipCovariance",
] as const;

const byName = (fit: SocialRelations) =>
  new Map(fit.people.map((person) => [JSON.stringify([person.group, person.id]), person]));

const sizeOf = ({ partition }: SocialRelations): number =>
  Math.max(...components.map((name) => Math.abs(partition[name].estimate)));

test("a round robin depends on no unit, origin, order or name", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someRatings, someChange, fc.boolean(), ({ ratings }, { unit: c, origin, seed }, two) => {
      const measured = ratings.map((rating) => ({ ...rating, values: rating.values.slice(0, two ? 2 : 1) }));
      const rename = (name: string) => labels[(Number(name.slice(1)) * 5 + seed) % labels.length]!;
      const moved = measured
        .map((rating) => ({
          perceiver: rename(rating.perceiver),
          target: rename(rating.target),
          group: rename(rating.group!),
          values: rating.values.map((value) => (value === null ? null : c * (value + origin))),
        }))
        .map((rating, i) => [Math.sin(seed + i), rating] as const)
        .sort(([a], [b]) => a - b)
        .map(([, rating]) => rating);
      for (const errors of ["within", "between"] as const) {
        const one = socialRelations(roundRobinsOf(measured), errors);
        const other = socialRelations(roundRobinsOf(moved), errors);
        const size = sizeOf(one);
        for (const name of components)
          sameComponent(other.partition[name], one.partition[name], c ** 2, name, size);
        same(
          other.partition.errorVariance === undefined ? undefined : other.partition.errorVariance / c ** 2,
          one.partition.errorVariance,
          "error variance",
          size,
        );
        same(other.reliability.actor, one.reliability.actor, "reliability of actors", 1);
        same(other.reliability.partner, one.reliability.partner, "reliability of partners", 1);
        same(other.groupMeanVariance! / c ** 2, one.groupMeanVariance!, "variance of group means", size);
        const there = byName(other);
        for (const person of one.people) {
          const own = there.get(JSON.stringify([rename(person.group), rename(person.id)]))!;
          same(own.actor / c, person.actor, "actor effect", 1);
          same(own.partner / c, person.partner, "partner effect", 1);
          same(own.self! / c, person.self!, "self", 1);
        }
        for (const group of one.groups) {
          const own = other.groups.find((entry) => entry.group === rename(group.group))!;
          // The mean alone takes the origin; a far one leaves it fewer places.
          same(own.mean / c - origin, group.mean, "mean of a group", 1 + 1e-3 * Math.abs(origin));
          assert.equal(own.missing, group.missing);
        }
        for (const effect of ["actor", "partner"] as const) {
          const [r, expected] = [selfCorrelation(other.people, effect), selfCorrelation(one.people, effect)];
          same(r?.r, expected?.r, `self with ${effect}`, 1);
          same(r?.p, expected?.p, `p of self with ${effect}`, 1e-3);
        }
        const views = new Map(
          transferenceView(other).map((view) => [JSON.stringify([view.group, view.perceiver]), view]),
        );
        for (const view of transferenceView(one)) {
          const own = views.get(JSON.stringify([rename(view.group), rename(view.perceiver)]))!;
          same(own.size?.ratio, view.size?.ratio, "ratio of departures", 1);
          same(own.size?.p, view.size?.p, "p of departures", 1e-3);
        }
      }
    }),
    { numRuns: 60 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("turning every rating round makes actors partners and partners actors", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someRatings, fc.boolean(), ({ ratings }, two) => {
      const measured = ratings.map((rating) => ({ ...rating, values: rating.values.slice(0, two ? 2 : 1) }));
      const turned = measured.map((rating) => ({
        ...rating,
        perceiver: rating.target,
        target: rating.perceiver,
      }));
      const one = socialRelations(roundRobinsOf(measured));
      const other = socialRelations(roundRobinsOf(turned));
      const size = sizeOf(one);
      const other2 = other.partition;
      sameComponent(other2.partnerVariance, one.partition.actorVariance, 1, "actor variance", size);
      sameComponent(other2.actorVariance, one.partition.partnerVariance, 1, "partner variance", size);
      for (const name of [
        "relationshipVariance",
        "actorPartnerCovariance",
        "relationshipCovariance",
      ] as const)
        sameComponent(other2[name], one.partition[name], 1, name, size);
      same(other.reliability.partner, one.reliability.actor, "reliability", 1);
      const there = byName(other);
      for (const [name, person] of byName(one)) {
        same(there.get(name)!.partner, person.actor, "actor effect", 1);
        same(there.get(name)!.actor, person.partner, "partner effect", 1);
      }
    }),
    { numRuns: 60 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("covariances of two constructs take both units, and their tests the sign alone", (t) => {
  tried = 0;
  fc.assert(
    fc.property(someRatings, someChange, someChange, ({ ratings }, first, second) => {
      const of = (place: number, { unit, origin }: { unit: number; origin: number }) =>
        roundRobinsOf(
          ratings.map((rating) => {
            const value = rating.values[place] ?? null;
            return { ...rating, values: [value === null ? null : unit * (value + origin)] };
          }),
        );
      const still = { unit: 1, origin: 0 };
      const one = bivariateSocialRelations(of(0, still), of(1, still));
      const other = bivariateSocialRelations(of(0, first), of(1, second));
      const size = Math.sqrt(sizeOf(one.first) * sizeOf(one.second));
      for (const name of Object.keys(one.covariances) as (keyof typeof one.covariances)[])
        sameComponent(other.covariances[name], one.covariances[name], first.unit * second.unit, name, size);
    }),
    { numRuns: 60 },
  );
  t.diagnostic(`${tried} invariances tried`);
});

test("equal self-ratings, or people who do not differ, give no correlation made of rounding", () => {
  const people = ["010", "10", "c", "d", "e"];
  const ratings = (self: (i: number) => number, value: (i: number, j: number) => number): readonly Rating[] =>
    people.flatMap((perceiver, i) =>
      people.map((target, j) => ({ perceiver, target, values: [i === j ? self(i) : value(i, j)] })),
    );
  for (const equal of [4.1, 0.1, 1e6 + 0.3, -3.3e-7]) {
    const fit = socialRelations(
      roundRobinsOf(
        ratings(
          () => equal,
          (i, j) => ((i * 3 + j * j) % 7) + 0.1,
        ),
      ),
    );
    assert.equal(selfCorrelation(fit.people, "actor"), undefined);
  }
  for (const step of [0.1, 0.7, 1e-6]) {
    const fit = socialRelations(
      roundRobinsOf(
        ratings(
          (i) => i * i,
          (_, j) => step * (j + 1),
        ),
      ),
    );
    assert.equal(selfCorrelation(fit.people, "actor"), undefined);
    assert.ok(selfCorrelation(fit.people, "partner") !== undefined);
    for (const { size } of transferenceView(fit)) assert.equal(size, undefined);
  }
});
