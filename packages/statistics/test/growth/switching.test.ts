import assert from "node:assert/strict";
import { test } from "node:test";
import {
  afterSwitching,
  beginSwitching,
  episodeProbability,
  expectSwitching,
  normalScore,
  ownVariability,
  type SwitchingModel,
  type SwitchingState,
  switchingModelOf,
} from "@concord/statistics/growth";
import fc from "fast-check";
import fixture from "./fixtures/switching.json" with { type: "json" };

const growth = {
  start: 74,
  slope: 1,
  startDeviation: 14,
  slopeDeviation: 2,
  correlation: -0.2,
  deviation: 6,
  degreesOfFreedom: 3,
  autocorrelation: 0.25,
};
const episodes = { depth: 15, depthDeviation: 7, begins: 0.04, continues: 0.6, settles: 0.03 };
const none = { ...episodes, begins: 0 };
const grid = {
  deviations: { from: 2.5, to: 16, count: 6 },
  unlike: 0.2,
  autocorrelations: [0, 0.3, 0.6],
  autocorrelationDeviation: 0.4,
};
const model = switchingModelOf(growth, grid, episodes);

/** The pairs of the R program. */
const fourPairs: SwitchingModel = {
  growth,
  deviations: [
    { value: 3, weight: 0.4 },
    { value: 8, weight: 0.6 },
  ],
  autocorrelations: [
    { value: 0, weight: 0.7 },
    { value: 0.5, weight: 0.3 },
  ],
  episodes: none,
};

function statesOf(of: SwitchingModel, values: readonly (number | null)[]): readonly SwitchingState[] {
  const states = [beginSwitching(of)];
  for (const [i, value] of values.entries())
    if (value !== null) states.push(afterSwitching(states.at(-1)!, i + 1, value));
  return states;
}
const after = (of: SwitchingModel, values: readonly (number | null)[]) => statesOf(of, values).at(-1)!;
const rated: readonly (number | null)[] = Array.from({ length: fixture.sessions.at(-1)! }, (_, i) => {
  const at = fixture.sessions.indexOf(i + 1);
  return at < 0 ? null : fixture.ratings[at]!;
});
const upTo = (count: number) => rated.slice(0, fixture.sessions[count - 1]!);
const near = (actual: number, expected: number, tolerance: number, what: string) =>
  assert.ok(
    Math.abs(actual - expected) <= tolerance,
    `${what}: ${actual}, expected ${expected} ± ${tolerance}`,
  );

test("without episodes: mean and variance of the next rating as R finds them from the joint normal", () => {
  for (const { ratings, next, mean, variance, excess } of fixture.after) {
    const { centre, scale, degreesOfFreedom } = expectSwitching(after(fourPairs, upTo(ratings)), next);
    near(centre, mean, 1e-9, `mean after ${ratings}`);
    // Of Student's t: scale² ν / (ν − 2).
    near(
      (scale ** 2 * degreesOfFreedom) / (degreesOfFreedom - 2),
      variance,
      1e-8,
      `variance after ${ratings}`,
    );
    // The degrees of freedom are the whole number next to 4 + 6 / excess.
    if (excess > 0.05) near(degreesOfFreedom, Math.max(5, 4 + 6 / excess), 0.5, `degrees after ${ratings}`);
  }
});

test("with episodes: the probability of being below is that of every way through the sessions, summed in R", () => {
  const of = { ...fourPairs, episodes: { ...episodes, settles: 0 } };
  for (const { ratings, below } of fixture.after) {
    // Up to the second rating nothing has been merged; afterwards merged normals stand for their mixtures.
    const tolerance = ratings <= 2 ? 1e-9 : 0.01;
    near(episodeProbability(after(of, upTo(ratings))), below, tolerance, `below after ${ratings}`);
  }
});

test("by hand: one rating, two SDs", () => {
  // Level known to be 70; SDs of 3 and 9, as likely. A rating of 61 is 3 of the one and 1 of the other below, so the
  // odds of 9 are (1/9 e^−0.5) / (1/3 e^−4.5) = e⁴ / 3 = 18.1994.
  const of: SwitchingModel = {
    growth: { ...growth, start: 70, slope: 0, startDeviation: 1e-6, slopeDeviation: 1e-6, correlation: 0 },
    deviations: [
      { value: 3, weight: 0.5 },
      { value: 9, weight: 0.5 },
    ],
    autocorrelations: [{ value: 0, weight: 1 }],
    episodes: none,
  };
  const state = after(of, [61]);
  const nine = Math.E ** 4 / 3 / (1 + Math.E ** 4 / 3);
  near(Math.log(ownVariability(state).deviation), Math.log(3) + nine * Math.log(3), 1e-9, "mean of ln σ");
  const { centre, scale, degreesOfFreedom } = expectSwitching(state, 2);
  near(centre, 70, 1e-6, "centre");
  const variance = (scale ** 2 * degreesOfFreedom) / (degreesOfFreedom - 2);
  near(variance, 9 * (1 - nine) + 81 * nine, 1e-6, "variance");
});

const values = fc.array(fc.option(fc.double({ min: 20, max: 95, noNaN: true }), { freq: 6 }), {
  minLength: 2,
  maxLength: 20,
});

test("shift and stretch of ratings and model together change no score and no probability", () => {
  fc.assert(
    fc.property(
      values,
      fc.double({ min: -50, max: 50, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (given, shift, stretch) => {
        const moved: SwitchingModel = {
          growth: {
            ...growth,
            start: shift + stretch * growth.start,
            slope: stretch * growth.slope,
            startDeviation: stretch * growth.startDeviation,
            slopeDeviation: stretch * growth.slopeDeviation,
          },
          deviations: model.deviations.map(({ value, weight }) => ({ value: stretch * value, weight })),
          autocorrelations: model.autocorrelations,
          episodes: { ...episodes, depth: stretch * 15, depthDeviation: stretch * 7 },
        };
        let [here, there] = [beginSwitching(model), beginSwitching(moved)];
        for (const [i, value] of given.entries()) {
          if (value === null) continue;
          const other = shift + stretch * value;
          const score = normalScore(expectSwitching(here, i + 1), value);
          near(normalScore(expectSwitching(there, i + 1), other), score, 1e-5, "score");
          here = afterSwitching(here, i + 1, value);
          there = afterSwitching(there, i + 1, other);
          near(episodeProbability(there), episodeProbability(here), 1e-6, "probability");
        }
      },
    ),
  );
});

test("whatever is rated: probabilities sum to 1, and every figure is finite", () => {
  const wild = fc.array(fc.option(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { freq: 6 }), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(wild, (given) => {
      for (const state of statesOf(model, given)) {
        const whole = [...state.onCourse, ...state.inEpisode].reduce((sum, each) => sum + each, 0);
        near(whole, 1, 1e-9, "whole");
        const { centre, scale } = expectSwitching(state, (state.session ?? 0) + 1);
        assert.ok(Number.isFinite(centre) && scale > 0 && Number.isFinite(scale));
      }
    }),
  );
});

test("a person's own SD is learnt: steady and lively ratings end at theirs", () => {
  // Deviations with a standard deviation of 1 and no lag-1 autocorrelation to speak of, fixed beforehand.
  const draws = [
    0.3, -1.2, 0.9, 1.1, -0.4, -0.8, 1.6, -0.1, -1.3, 0.5, 0.2, -0.9, 1.2, -1.5, 0.7, 0.1, -0.6, 1.0,
  ];
  for (const sd of [3, 7, 13]) {
    const state = after(
      model,
      draws.map((draw) => 60 + sd * draw),
    );
    near(Math.log(ownVariability(state).deviation), Math.log(sd), 0.25, `ln SD of ${sd}`);
    near(expectSwitching(state, 19).centre, 60, sd / 3, "level");
  }
});

test("ratings that carry over from session to session are learnt to do so", () => {
  const slow = [0, 5, 9, 11, 9, 5, 0, -5, -9, -11, -9, -5, 0, 5, 9, 11, 9, 5];
  const quick = [0, 9, -9, 5, -5, 11, -11, 9, -5, 0, 5, -9, 9, -11, 11, -5, 5, 0];
  const own = (steps: readonly number[]) =>
    ownVariability(
      after(
        { ...model, episodes: none },
        steps.map((step) => 60 + step),
      ),
    ).autocorrelation;
  // Known beforehand: 0, .3 or .6 around .25.
  assert.ok(own(slow) > 0.45 && own(quick) < 0.1, `${own(slow)} ${own(quick)}`);
});

test("a rupture does not become the person's SD or level; a lower level that stays does become the level", () => {
  const calm = [70, 72, 69, 71, 70, 68, 71, 70];
  const before = after(model, calm);
  const low = after(model, [...calm, 50, 52]);
  const back = after(model, [...calm, 50, 52, 70]);
  assert.ok(episodeProbability(low) > 0.9);
  assert.ok(ownVariability(low).deviation < 1.2 * ownVariability(before).deviation);
  near(expectSwitching(low, 11).centre, 70, 4, "usual level during the rupture");
  assert.ok(episodeProbability(back) < 0.05);
  near(expectSwitching(back, 12).centre, 70, 1.5, "usual level after it");
  const stayed = after(model, [...calm, ...Array.from({ length: 9 }, (_, i) => 50 + (i % 3))]);
  near(expectSwitching(stayed, 18).centre, 51, 4, "the new level");
});

test("a decrease counts for more where ratings are steady", () => {
  const fall = (sd: number) =>
    episodeProbability(
      after(model, [...[1, -1, 0.5, -0.5, 1, -1, 0.5, -0.5].map((step) => 70 + sd * step), 57]),
    );
  const [steady, usual, lively] = [fall(2), fall(6), fall(13)];
  assert.ok(steady > 0.5 && steady > usual && usual > lively && lively < 0.2, `${steady} ${usual} ${lively}`);
});

test("a missing session carries less forward: ρ² after two", () => {
  const of: SwitchingModel = {
    ...model,
    growth: { ...growth, correlation: 0, slope: 0, slopeDeviation: 1e-6 },
    deviations: [{ value: 6, weight: 1 }],
    autocorrelations: [{ value: 0.3, weight: 1 }],
    episodes: none,
  };
  // Of a surprise of 10, 36 / (196 + 36) is left over.
  const state = after(of, [84]);
  const left = (10 * 36) / 232;
  near(
    expectSwitching(state, 2).centre - expectSwitching(state, 3).centre,
    (0.3 - 0.09) * left,
    1e-9,
    "step",
  );
});

test("the population's SD on the grid is its scaled inverse χ² but for the share that may be anything", () => {
  const alike = switchingModelOf({ ...growth, degreesOfFreedom: 4 }, { ...grid, unlike: 0 }, episodes);
  // p(ln σ) ∝ σ^−4 exp(−2 · 36 / σ²): at two nodes their ratio by hand.
  const [first, second] = [alike.deviations[2]!, alike.deviations[4]!];
  const log = (sd: number) => -4 * Math.log(sd) - 72 / sd ** 2;
  near(Math.log(first.weight / second.weight), log(first.value) - log(second.value), 1e-9, "log ratio");
  const certain = switchingModelOf({ ...growth, degreesOfFreedom: 1e6 }, grid, episodes);
  for (const { weight } of certain.deviations) assert.ok(weight >= 0.2 / 6 - 1e-12);
});

test("what nothing can be expected from throws", () => {
  assert.throws(() => beginSwitching({ ...model, deviations: [] }), /weights of deviations/);
  assert.throws(
    () => beginSwitching({ ...model, autocorrelations: [{ value: 1, weight: 1 }] }),
    /autocorrelation/,
  );
  assert.throws(() => beginSwitching({ ...model, deviations: [{ value: 0, weight: 1 }] }), /positive/);
  assert.throws(() => beginSwitching({ ...model, episodes: { ...episodes, begins: 1 } }), /begins/);
  assert.throws(() => beginSwitching({ ...model, episodes: { ...episodes, continues: 1 } }), /continues/);
  assert.throws(() => afterSwitching(beginSwitching(model), 1, Number.NaN), /finite/);
  assert.throws(() => afterSwitching(after(model, [70, 71]), 2, 70), /in order: 2 after 2/);
});
