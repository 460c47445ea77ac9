import assert from "node:assert/strict";
import { test } from "node:test";
import { logGamma } from "@concord/numerics";
import {
  afterRating,
  beginGrowth,
  expectNext,
  fitGrowth,
  type GrowthModel,
  growthLogLikelihood,
  normalScore,
} from "@concord/statistics/growth";
import fc from "fast-check";
import fixture from "./fixtures/growth.json" with { type: "json" };

const people = Object.values(fixture.ratings);
const { logLik, ...likeliest } = fixture.expected;
const model: GrowthModel = {
  start: 70,
  slope: 2,
  startDeviation: 10,
  slopeDeviation: 3,
  correlation: -0.2,
  deviation: 6,
  degreesOfFreedom: 8,
  autocorrelation: 0.3,
};

test("with one spread for all it is nlme's mixed model with AR(1) errors: the log likelihood to 1e-4", () => {
  const alike = { ...likeliest, degreesOfFreedom: 1e7 };
  // Student's t at 1e7 degrees differs from the normal by about 3e-6 over 600 ratings.
  assert.ok(Math.abs(growthLogLikelihood(alike, people) - logLik) < 1e-4);
});

// The ratings were drawn with one spread for all; at the bound of 300 degrees that costs 0.137 of log likelihood.
test("the likeliest model lies where nlme finds it, as far as a spread of one's own per person allows", () => {
  const fit = fitGrowth(people, model);
  assert.ok(fit.kind === "fitted");
  assert.ok(fit.logLikelihood >= logLik - 0.15);
  assert.ok(Math.abs(fit.model.start - likeliest.start) < 0.5);
  assert.ok(Math.abs(fit.model.deviation / likeliest.deviation - 1) < 0.05);
  assert.ok(Math.abs(fit.model.autocorrelation - likeliest.autocorrelation) < 0.05);
});

test("the likelihood, written out in place, is that of one expectation after the other", () => {
  // With ν degrees the density at the centre is Γ((ν+1)/2) / (Γ(ν/2) √(νπ)), for ν = 8 by hand 0.386699 (35·√2/128).
  const first = expectNext(beginGrowth(model), 1);
  const density = Math.log((35 * Math.SQRT2) / 128 / first.scale);
  assert.ok(Math.abs(growthLogLikelihood(model, [[{ session: 1, value: 70 }]]) - density) < 1e-9);
  let state = beginGrowth(model);
  let sum = 0;
  for (const { session, value } of people[0]!) {
    sum += growthLogLikelihood(model, [people[0]!.filter((each) => each.session <= session)]);
    sum -= growthLogLikelihood(model, [people[0]!.filter((each) => each.session < session)]);
    const { centre, scale, degreesOfFreedom: nu } = expectNext(state, session);
    const t = (value - centre) / scale;
    const log = logGamma((nu + 1) / 2) - logGamma(nu / 2) - Math.log(Math.PI * nu) / 2;
    sum -= log - ((nu + 1) / 2) * Math.log1p((t * t) / nu) - Math.log(scale);
    assert.ok(Math.abs(sum) < 1e-9);
    state = afterRating(state, session, value);
  }
});

test("before any rating: the mean of the model, spread of level and noise together", () => {
  const { centre, scale, degreesOfFreedom } = expectNext(beginGrowth(model), 1);
  assert.equal(centre, 70);
  assert.ok(Math.abs(scale - Math.hypot(10, 6)) < 1e-12);
  assert.equal(degreesOfFreedom, 8);
});

test("one rating shrinks the level: 10² / (10² + 6²) of the way, and what is left is carried by ρ", () => {
  const after = afterRating(beginGrowth({ ...model, correlation: 0 }), 1, 84);
  const level = 70 + (14 * 100) / 136;
  const left = (14 * 36) / 136;
  const next = expectNext(after, 2);
  assert.ok(Math.abs(next.centre - (level + 2 * Math.log(2) + 0.3 * left)) < 1e-12);
  assert.equal(next.degreesOfFreedom, 9);
});

test("a missing session carries less forward: ρ² after two", () => {
  const after = afterRating(beginGrowth({ ...model, correlation: 0, slope: 0 }), 1, 84);
  const left = (14 * 36) / 136;
  const step = expectNext(after, 2).centre - expectNext(after, 3).centre;
  assert.ok(Math.abs(step - (0.3 - 0.09) * left) < 1e-12);
});

test("many ratings at one level end in that level and that spread", () => {
  let state = beginGrowth({ ...model, autocorrelation: 0 });
  for (let session = 1; session <= 2000; session++)
    state = afterRating(state, session, 50 + (session % 2 === 0 ? 2 : -2));
  const { centre, scale } = expectNext(state, 2001);
  assert.ok(Math.abs(centre - 50) < 0.2);
  assert.ok(Math.abs(scale - 2) < 0.1);
});

test("capped, a fall of any depth moves the state no more than one at the cap", () => {
  const state = afterRating(afterRating(beginGrowth(model), 1, 70), 2, 71);
  const { centre, scale } = expectNext(state, 3);
  assert.deepEqual(afterRating(state, 3, 0, 2), afterRating(state, 3, centre - 2 * scale, 2));
});

test("scores: the same tail on the normal, mirrored, and in order", () => {
  const expected = { session: 3, centre: 70, scale: 5, degreesOfFreedom: 4 };
  // P(T ≤ −2.132) = .05 on 4 degrees of freedom; the normal has −1.645 there (tables).
  assert.ok(Math.abs(normalScore(expected, 70 - 5 * 2.131847) + 1.644854) < 1e-5);
  assert.equal(normalScore(expected, 70), 0);
  fc.assert(
    fc.property(fc.double({ min: 0, max: 60, noNaN: true }), (distance) => {
      const down = normalScore(expected, 70 - distance);
      assert.ok(Math.abs(down + normalScore(expected, 70 + distance)) < 1e-9);
      assert.ok(down <= 0 && normalScore(expected, 70 - distance - 1) < down);
    }),
  );
});

test("shift and stretch of ratings and model together change no score", () => {
  const ratings = fc.array(fc.double({ min: 20, max: 95, noNaN: true }), { minLength: 2, maxLength: 12 });
  fc.assert(
    fc.property(
      ratings,
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (values, shift, stretch) => {
        const moved: GrowthModel = {
          ...model,
          start: shift + stretch * model.start,
          slope: stretch * model.slope,
          startDeviation: stretch * model.startDeviation,
          slopeDeviation: stretch * model.slopeDeviation,
          deviation: stretch * model.deviation,
        };
        let here = beginGrowth(model);
        let there = beginGrowth(moved);
        for (const [i, value] of values.entries()) {
          const other = shift + stretch * value;
          const score = normalScore(expectNext(here, i + 1), value);
          assert.ok(Math.abs(score - normalScore(expectNext(there, i + 1), other)) < 1e-6);
          here = afterRating(here, i + 1, value);
          there = afterRating(there, i + 1, other);
        }
      },
    ),
  );
});

test("what cannot be learnt is refused; what cannot be expected throws", () => {
  assert.equal(fitGrowth(people.slice(0, 5), model).kind, "refused");
  const same = people.map((ratings) => ratings.map(({ session }) => ({ session, value: 80 })));
  assert.equal(fitGrowth(same, model).kind, "refused");
  assert.throws(() => beginGrowth({ ...model, deviation: 0 }), /positive deviation/);
  assert.throws(() => beginGrowth({ ...model, autocorrelation: 1 }), /autocorrelation/);
  assert.throws(() => expectNext(afterRating(beginGrowth(model), 4, 70), 4), /in order: 4 after 4/);
});
