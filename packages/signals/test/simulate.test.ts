import assert from "node:assert/strict";
import { test } from "node:test";
import { seededChance } from "@concord/numerics";
import {
  type CoursePlan,
  type CourseShape,
  courseOfRatings,
  defaultPopulation,
  otherPopulations,
  simulateRatings,
} from "@concord/signals";
import { lagOneAutocorrelation } from "@concord/statistics/change";
import fc from "fast-check";

const shapes = fc.constantFrom<CourseShape>(
  { kind: "stable" },
  { kind: "growing" },
  { kind: "ceiling" },
  { kind: "drift", from: 6, perSession: 2 },
  { kind: "rupture", at: 6, depth: 25, length: 2 },
  { kind: "rupture", at: 6, depth: 25, length: null },
);
const plan = (shape: CourseShape, more: Partial<CoursePlan> = {}): CoursePlan => ({
  sessions: 20,
  shape,
  autocorrelation: 0.25,
  population: defaultPopulation,
  ...more,
});

test("whatever the plan: within the range, on the steps of a form, the same seed the same client", () => {
  fc.assert(
    fc.property(
      shapes,
      fc.nat({ max: 9999 }),
      fc.constantFrom(...otherPopulations),
      (shape, seed, population) => {
        const ratings = simulateRatings(plan(shape, { population }), seededChance(seed));
        assert.equal(ratings.length, 20);
        for (const rating of ratings) assert.ok(rating === null || (rating >= 0 && rating <= 100));
        const fits = population.steps.some((steps) =>
          ratings.every(
            (rating) =>
              rating === null || Math.abs(rating * steps - 100 * Math.round((rating * steps) / 100)) < 1e-6,
          ),
        );
        assert.ok(fits, "on the steps of one form");
        assert.deepEqual(simulateRatings(plan(shape, { population }), seededChance(seed)), ratings);
      },
    ),
  );
});

test("the carry-over, the share of missing forms and the depth of a fall are what was asked for", () => {
  const still = { ...defaultPopulation, missing: 0, growth: 0, growthDeviation: 0, steps: [1000] as const };
  for (const asked of [0, 0.5]) {
    const long = plan(
      { kind: "stable" },
      { sessions: 4000, autocorrelation: asked, population: { ...still, start: 60, startDeviation: 0 } },
    );
    const ratings = simulateRatings(long, seededChance(5));
    const found = lagOneAutocorrelation(ratings.map((value, at) => ({ at, value: value ?? 0 })));
    assert.ok(found.kind === "autocorrelation" && Math.abs(found.coefficient.value - asked) < 0.05);
  }
  const many = simulateRatings(plan({ kind: "stable" }, { sessions: 4000 }), seededChance(6));
  assert.ok(
    Math.abs(many.filter((rating) => rating === null).length / 4000 - defaultPopulation.missing) < 0.02,
  );
  const fall = { kind: "rupture", at: 6, depth: 25, length: 3 } as const;
  const low = simulateRatings(
    plan(fall, { population: { ...still, start: 70, startDeviation: 0 } }),
    seededChance(7),
  );
  const calm = simulateRatings(
    plan({ kind: "stable" }, { population: { ...still, start: 70, startDeviation: 0 } }),
    seededChance(7),
  );
  const depths = low.map((value, i) => Math.round((calm[i] ?? 0) - (value ?? 0)));
  assert.deepEqual(
    depths,
    Array.from({ length: 20 }, (_, i) => (i >= 5 && i < 8 ? 25 : 0)),
  );
});

test("missing sessions stay missing in the course made of them", () => {
  const course = courseOfRatings([70, null, 80]);
  assert.deepEqual(
    course.series[0]!.points.map((point) => point.session),
    [1, 3],
  );
  assert.deepEqual(courseOfRatings([null, null]).series, []);
});
