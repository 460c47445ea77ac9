import assert from "node:assert/strict";
import { test } from "node:test";
import { learnResponse, type ResponseModel } from "@concord/course";
import { close } from "@concord/numerics/testing";
import { readingOf } from "./a-measure.ts";

const near = (got: number, expected: number, absolute: number) =>
  close(got, expected, { what: "the figure by hand", absolute });

test("PHQ-9 16 with the prior: mean and limit by hand", () => {
  // One reliable change above the cut-off: (16 − 10) / 6 = 1. In session 4, x = ln 4 = 1.386294.
  // Mean .1 − .2 + (−.35 − .1) 1.386294 = −.723832, times 6: 16 − 4.342994 = 11.657006.
  // Variance .7² + 2 (−.6)(.7)(.42) x + .42² x² + .5² = .49 − .489085 + .339008 + .25 = .589923; deviation .768065.
  // One-sided 90%: −.723832 + 1.281552 · .768065 = .260484, times 6: 17.562904. The other side: −1.708148 → 5.751.
  const session = readingOf([16, 15, 15]).expected!.sessions.find((each) => each.session === 4)!;
  near(session.expected, 11.657006, 1e-5);
  near(session.limit!, 17.562904, 1e-4);
  near(session.upper, 17.562904, 1e-4);
  near(session.lower, 5.751109, 1e-4);
});

test("a higher first rating is expected to fall more", () => {
  const fall = (first: number) =>
    first - readingOf([first, first, first]).expected!.sessions.find((each) => each.session === 4)!.expected;
  // d = 2: .1 − .4 + (−.35 − .2) 1.386294 = −.3 − .762462 = −1.062462, times 6.
  near(fall(22), 6.37477, 1e-5);
});

test("without a clinical cut-off the prior takes the first rating for a typical one", () => {
  // d = 1 whatever the first rating: YP-CORE, reliable change 8, in session 4: −.723832 · 8 = −5.790659.
  for (const first of [16, 24]) {
    const { expected } = readingOf([first, first, first], { about: { instrument: "yp-core", maximum: 40 } });
    near(expected!.sessions.find((each) => each.session === 4)!.expected, first - 5.790659, 1e-5);
  }
});

const model: ResponseModel = {
  rater: "client",
  instrument: "phq-9",
  scale: "total",
  unit: "points",
  centre: 15,
  start: 0,
  startPerIntake: -0.2,
  slope: -2,
  slopePerIntake: -0.1,
  covariance: [0, 1, 2, 3].map(() => [0, 0, 0, 0]),
  startDeviation: 3,
  slopeDeviation: 2,
  correlation: -0.5,
  deviation: 3,
  standing: "learnt",
  cases: 200,
  ratings: 1600,
  learntOn: "2026-11-30",
  usualLength: 10,
  sources: [],
};

test("the forecast is the conditional normal distribution of the end, given the ratings so far", () => {
  // By the joint covariance of two ratings and the end instead of one rating at a time: S = Z D Z' + diagonal of noise,
  // the older rating with 9 / .6 in place of 9.
  const { forecast } = readingOf([18, 17, 19], { models: [model] });
  const times = [Math.log(2), Math.log(3), Math.log(11)] as const;
  const [x1, x2, x3] = times;
  const covariance = (a: number, b: number) => 9 - 3 * (a + b) + 4 * a * b;
  const mean = (x: number) => -0.2 * 3 + (-2 - 0.1 * 3) * x;
  const [s11, s12, s22] = [covariance(x1, x1) + 9 / 0.6, covariance(x1, x2), covariance(x2, x2) + 9];
  const [c1, c2] = [covariance(x1, x3), covariance(x2, x3)];
  const determinant = s11 * s22 - s12 * s12;
  const [w1, w2] = [(c1 * s22 - c2 * s12) / determinant, (c2 * s11 - c1 * s12) / determinant];
  const end = mean(x3) + w1 * (-1 - mean(x1)) + w2 * (1 - mean(x2));
  const variance = covariance(x3, x3) + 9 - w1 * c1 - w2 * c2;
  assert.equal(forecast!.session, 11);
  near(forecast!.expected, 18 + end, 1e-9);
  // The chance that the change is above −6: the upper tail by Abramowitz and Stegun 26.2.17, error below 7.5e-8.
  near(forecast!.chance, upperTail((-6 - end) / Math.sqrt(variance)), 1e-6);
});

/** Of the standard normal distribution. */
function upperTail(z: number): number {
  if (z < 0) return 1 - upperTail(-z);
  const t = 1 / (1 + 0.2316419 * z);
  const sum =
    t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * sum;
}

test("past the usual length the forecast is for the next session", () => {
  const values = Array.from({ length: 14 }, (_, i) => 18 - (i % 2));
  assert.equal(readingOf(values, { models: [model] }).forecast!.session, 15);
});

test("uncertain means widen the limits", () => {
  const limit = (covariance: ResponseModel["covariance"]) =>
    readingOf([18, 17, 19], { models: [{ ...model, covariance }] }).expected!.sessions[2]!;
  const plain = limit(model.covariance);
  const wide = limit([
    [1, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
    [0, 0, 0, 0],
  ]);
  assert.equal(wide.expected, plain.expected);
  const x = Math.log(4);
  const before = 9 - 6 * x + 4 * x * x + 9;
  near(
    (wide.limit! - wide.expected) / (plain.limit! - plain.expected),
    Math.sqrt((before + 1) / before),
    1e-9,
  );
});

test("what is learnt from equal sessions is what two steps of least squares give", () => {
  // With the same sessions for everybody REML has a closed form: each client's own line, then its level and slope on the
  // first rating; spreads from the residuals of both steps.
  const sessions = [2, 3, 4, 5, 6, 7, 8];
  const clients = Array.from({ length: 140 }, (_, i) => {
    const first = 8 + ((i * 7) % 18);
    const level = ((i * 13) % 11) - 5;
    const slope = -1.5 - 0.1 * first + (((i * 5) % 9) - 4) * 0.6;
    return {
      first,
      changes: sessions.map(
        (session, place) =>
          level + slope * Math.log(session) + (((i * 17 + place * 29 + place * place) % 13) - 6) * 0.5,
      ),
    };
  });
  const [found] = learnResponse(
    clients.map(({ first, changes }) => ({
      rater: "client" as const,
      instrument: "made-up",
      scale: "total",
      better: "lower" as const,
      points: [
        { session: 1, value: first },
        ...changes.map((change, place) => ({ session: sessions[place]!, value: first + change })),
      ],
    })),
    "2026-11-30",
  );
  assert.ok(found?.kind === "learnt");
  const learnt = found.model;
  const times = sessions.map((session) => Math.log(session));
  const lines = clients.map(({ changes }) => lineOf(times, changes));
  const centred = clients.map(({ first }) => first - mean(clients.map((each) => each.first)));
  const levels = lineOf(
    centred,
    lines.map((line) => line.level),
  );
  const slopes = lineOf(
    centred,
    lines.map((line) => line.slope),
  );
  near(learnt.start, levels.level, 1e-6);
  near(learnt.startPerIntake, levels.slope, 1e-6);
  near(learnt.slope, slopes.level, 1e-6);
  near(learnt.slopePerIntake, slopes.slope, 1e-6);
  const noise = sum(lines.map((line) => line.squares)) / (clients.length * (times.length - 2));
  near(learnt.deviation, Math.sqrt(noise), 1e-4);
  const spread = sum(times.map((time) => (time - mean(times)) ** 2));
  const slopeVariance = slopes.squares / (clients.length - 2) - noise / spread;
  const levelVariance =
    levels.squares / (clients.length - 2) - noise * (1 / times.length + mean(times) ** 2 / spread);
  near(learnt.slopeDeviation, Math.sqrt(slopeVariance), 1e-3);
  near(learnt.startDeviation, Math.sqrt(levelVariance), 1e-3);
});

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]) => sum(values) / values.length;

/** Least squares in the school's formulas. */
function lineOf(x: readonly number[], y: readonly number[]) {
  const [mx, my] = [mean(x), mean(y)];
  const slope =
    sum(x.map((value, i) => (value - mx) * (y[i]! - my))) / sum(x.map((value) => (value - mx) ** 2));
  const level = my - slope * mx;
  return { level, slope, squares: sum(x.map((value, i) => (y[i]! - level - slope * value) ** 2)) };
}

test("a first rating that is the same for everybody predicts nothing, and the rest is learnt", () => {
  const lines = Array.from({ length: 110 }, (_, i) => ({
    rater: "client" as const,
    instrument: "made-up",
    scale: "total",
    better: "lower" as const,
    points: [20, 18, 17, 15, 14].map((value, place) => ({
      session: place + 1,
      value: place === 0 ? 20 : value + (((i * 7 + place * 3) % 9) - 4) + (i % 5),
    })),
  }));
  const [found] = learnResponse(lines, "2026-11-30");
  assert.ok(found?.kind === "learnt");
  assert.deepEqual([found.model.startPerIntake, found.model.slopePerIntake], [0, 0]);
  assert.ok(found.model.slope < -1);
});
