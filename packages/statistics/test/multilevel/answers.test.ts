import assert from "node:assert/strict";
import { test } from "node:test";
import { chiSquareSurvival } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import {
  autoregressiveModel,
  compareFits,
  compareSeries,
  conditionalModes,
  mixedModelInLme4Terms,
  mixedModelOf,
  profileIntervals,
  satterthwaite,
  waldInterval,
} from "../../src/multilevel/index.ts";
import { fitted, sessions } from "./fitted.ts";

const frame = sessions(21, 8, 5, 5);

test("a path and a double bar are taken apart as lme4 does", () => {
  const factors = (formula: string) => mixedModelOf(formula).random.map(({ factor }) => factor);
  assert.deepEqual(factors("y ~ 1 + (1 | a/b/c)"), ["c:(b:a)", "b:a", "a"]);
  assert.deepEqual(factors("y ~ x + (x || g)"), ["g", "g"]);
  assert.deepEqual(factors("y ~ 1 + (1 | a:b)"), ["a:b"]);
  assert.deepEqual(mixedModelOf("y ~ 1 + (1 | factor(g))").random[0]!.columns, ["g"]);
  assert.throws(() => mixedModelOf("y ~ x"), /requires a random part/);
  assert.throws(() => mixedModelOf("~ x + (1 | g)"), /requires an outcome/);
});

test("a comparison knows the edge of a variance: half of χ²₀ and half of χ²₁, or of χ²₁ and χ²₂", () => {
  const small = fitted("y ~ x + (1 | client)", frame);
  const slopes = fitted("y ~ x + (x | client)", frame);
  const levels = fitted("y ~ x + (1 | client) + (1 | therapist)", frame);
  const slope = compareFits(slopes, small);
  assert.equal(slope.degreesOfFreedom, 2);
  assert.ok(slope.refitted);
  assert.deepEqual(slope.boundary?.degreesOfFreedom, [1, 2]);
  const level = compareFits(small, levels);
  assert.deepEqual(level.boundary?.degreesOfFreedom, [0, 1]);
  close(level.boundary!.p, 0.5 * chiSquareSurvival(level.statistic, 1), { what: "p", relative: 1e-12 });
  assert.equal(compareFits(fitted("y ~ 1 + (1 | client)", frame), small).boundary, undefined);
  const fewer = { ...frame, y: frame.y.map((y, i) => (i === 0 ? null : y)) };
  assert.throws(() => compareFits(small, fitted("y ~ x + (x | client)", fewer)), /same rows/);
});

test("models that are not nested get their likelihoods and no p", () => {
  const z = frame.x.map((value, i) => value * ((i % 3) - 1));
  const w = frame.x.map((_, i) => (i * 7) % 5);
  const half = frame.x.map((_, i) => i % 2);
  const own = { ...frame, z, w, half, year: w.map((value) => 2017 + value) };
  const apart = [
    // The variable of the smaller is nowhere in the larger, or there only as something else.
    ["y ~ x + (1 | client)", "y ~ z + w + (1 | client)", /has x, which/],
    ["y ~ x + (1 | client)", "y ~ z + w + x:w + (1 | client)", /has x, which/],
    ["y ~ x + (1 | client)", "y ~ I(x^2) + w + (1 | client)", /has x, which/],
    ["y ~ log(x + 9) + (1 | client)", "y ~ x + w + (1 | client)", /has log\(x \+ 9\), which/],
    ["y ~ w + (1 | client)", "y ~ factor(half) + x + (1 | client)", /has w, which/],
    ["y ~ x + (1 | client)", "y ~ x + z + (1 | therapist)", /has \(Intercept\) over client, which/],
    ["y ~ x + (x | client)", "y ~ x + z + w + (x || client)", /has x over client, which/],
    ["y ~ x + (1 | client)", "y ~ x + w + (0 + x | client)", /has \(Intercept\) over client, which/],
    // Nested, whatever the terms are called.
    ["y ~ w + (1 | client)", "y ~ factor(w) + (1 | client)", undefined],
    ["y ~ I(x + z) + (1 | client)", "y ~ x + z + (1 | client)", undefined],
    ["y ~ year + (1 | client)", "y ~ w + z + (1 | client)", undefined],
    ["y ~ x + (x || client)", "y ~ x + (x | client)", undefined],
    ["y ~ x + (1 | therapist:client)", "y ~ x + z + (1 | client)", undefined],
    ["y ~ x + (1 | client)", "y ~ x + z + (1 | client)", undefined],
  ] as const;
  for (const [smaller, larger, reason] of apart) {
    const both = compareFits(fitted(smaller, own), fitted(larger, own));
    const what = `${smaller} in ${larger}`;
    if (reason === undefined) {
      assert.equal(both.notNested, undefined, what);
      assert.ok(both.p >= 0 && both.p <= 1, what);
    } else {
      assert.match(both.notNested ?? "", reason, what);
      assert.ok(Number.isNaN(both.p), `${what}: ${both.p}`);
      assert.equal(both.boundary, undefined);
      assert.ok(both.logLikelihoods.every(Number.isFinite));
    }
  }
  const others = { ...own, y: own.y.map((value, i) => (i === 7 ? value + 1 : value)) };
  assert.throws(
    () => compareFits(fitted("y ~ x + (1 | client)", own), fitted("y ~ x + z + (1 | client)", others)),
    /same rows in both models: row 8/,
  );
});

test("serially correlated models that are not nested get no p", () => {
  const own = { ...frame, w: frame.x.map((_, i) => (i * 7) % 5), place: frame.x.map((_, i) => i) };
  const fit = (formula: string) => {
    const model = autoregressiveModel(formula, own, { group: "client", order: "place" }, { method: "ML" });
    if (model.kind !== "fitted") throw new Error(model.reason);
    return model;
  };
  const [one, two, other] = ["y ~ x", "y ~ x + w", "y ~ w + I(w^2)"].map((text) => fit(text));
  const nested = compareSeries(one!, two!);
  assert.equal(nested.notNested, undefined);
  assert.ok(nested.p > 0 && nested.p < 1);
  const apart = compareSeries(one!, other!);
  assert.match(apart.notNested!, /has x, which the larger has not/);
  assert.ok(Number.isNaN(apart.p));
});

test("at the ends of a profile interval a fixed effect is as far as the χ²₁ quantile allows", () => {
  const fit = fitted("y ~ x + (1 | client)", frame, "ML");
  const [interval] = profileIntervals(fit, 0.95, ["x"]);
  for (const end of [interval!.lower, interval!.upper]) {
    const held = { ...frame, y: frame.y.map((y, i) => y - end * frame.x[i]!) };
    const rise = fitted("y ~ 1 + (1 | client)", held, "ML").criterion - fit.criterion;
    close(rise, 3.841458820694124, { what: "rise of the deviance", relative: 1e-5 });
  }
  assert.throws(() => profileIntervals(fit, 95), /a level between 0 and 1/);
  assert.throws(() => profileIntervals(fit, 0.95, ["z"]), /not z; there are sd_\(Intercept\)\|client, sigma/);
});

test("wider intervals hold narrower ones, and a deviation that may be zero has zero as its bound", () => {
  const fit = fitted("y ~ x + (x | client)", frame);
  const [wide, narrow] = [0.99, 0.8].map((level) => profileIntervals(fit, level));
  wide!.forEach(({ lower, upper, estimate, name }, i) => {
    assert.ok(lower <= narrow![i]!.lower && upper >= narrow![i]!.upper, name);
    assert.ok(lower <= estimate && estimate <= upper, name);
  });
  const none = { x: frame.x, y: frame.x.map((x, i) => x + [1, -1, 0.5, -0.5, 0][i % 5]!), g: frame.client };
  const [deviation] = profileIntervals(fitted("y ~ x + (1 | g)", none), 0.95, ["sd_(Intercept)|g"]);
  assert.equal(deviation!.lower, 0);
  assert.ok(deviation!.upper > 0);
});

test("departures of groups sum to zero, and contrasts are tested as their effects are", () => {
  const fit = fitted("y ~ x + (1 | therapist/client)", frame);
  for (const { effects } of conditionalModes(fit)) {
    close(
      effects[0]!.modes.reduce((sum, mode) => sum + mode, 0),
      0,
      { what: "sum of departures", absolute: 1e-8 },
    );
  }
  const [, slope] = satterthwaite(fit);
  const [contrast] = satterthwaite(fit, [{ name: "twice the slope", weights: [0, 2] }]);
  close(contrast!.t, slope!.t, { what: "t", relative: 1e-12 });
  close(contrast!.degreesOfFreedom, slope!.degreesOfFreedom, { what: "df", relative: 1e-9 });
  const [byT, byNormal] = [waldInterval(slope!), waldInterval(fit.fixed[1]!)];
  assert.ok(byT.upper > byNormal.upper);
  assert.throws(() => satterthwaite(fit, [{ name: "none", weights: [1] }]), /a weight per fixed effect/);
});

test("terms that share a factor are numbered, their groups named as R names columns", () => {
  const fit = fitted("y ~ x + (x || therapist:client)", frame);
  assert.deepEqual(
    fit.components.map(({ group }) => group),
    ["therapist:client", "therapist:client.1", "Residual"],
  );
  const terms = mixedModelInLme4Terms(fit, { modes: false, satterthwaite: false });
  assert.deepEqual((terms.varcomp as { group: string[] }).group, [
    "therapist.client",
    "therapist.client.1",
    "Residual",
  ]);
});
