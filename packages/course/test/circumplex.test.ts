import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { circumplexReadings, structuralSummary } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const angles = [90, 135, 180, 225, 270, 315, 360, 45];
const at = (scores: readonly number[], of = angles) =>
  structuralSummary(of.map((angle, place) => ({ angle, score: scores[place]! })));
const near = (actual: number, expected: number, what: string) =>
  close(actual, expected, { absolute: 1e-9, what });

test("four scales by hand: mean, 2/k of the cosine and sine sums, and the share of variance", () => {
  // Warm 3, dominant 4, cold 1, submissive 0: X = (3 − 1) · 2/4 = 1, Y = (4 − 0) · 2/4 = 2; the curve meets all four.
  const exact = at([3, 4, 1, 0], [0, 90, 180, 270]);
  near(exact.elevation, 2, "elevation");
  near(exact.amplitude, Math.sqrt(5), "amplitude");
  near(exact.displacement!, (Math.atan2(2, 1) * 180) / Math.PI, "displacement");
  near(exact.fit!, 1, "fit");
  // Warm 4, dominant 4, cold 2, submissive 0: e = 2.5, X = 1, Y = 2; expected 3.5, 4.5, 1.5, .5; Σe² = 1, Σ(s − e)² = 11.
  const loose = at([4, 4, 2, 0], [0, 90, 180, 270]);
  near(loose.fit!, 1 - 1 / 11, "fit");
});

test("a cosine curve gives back its own parameters, whatever the order of the octants", () => {
  const amount = fc.double({ min: 0.2, max: 5, noNaN: true });
  const degrees = fc.double({ min: 0, max: 359.9, noNaN: true });
  fc.assert(
    fc.property(amount, amount, degrees, fc.shuffledSubarray(angles, { minLength: 8 }), (e, a, d, order) => {
      const scores = order.map((angle) => e + a * Math.cos(((angle - d) * Math.PI) / 180));
      const found = at(scores, order);
      near(found.elevation, e, "elevation");
      near(found.amplitude, a, "amplitude");
      near(found.fit!, 1, "fit");
      const off = Math.abs(found.displacement! - d);
      assert.ok(Math.min(off, 360 - off) < 1e-6);
    }),
  );
});

test("a poor fit, a small amplitude and a flat profile have no direction, and say why", () => {
  const alternating = at([2, 0, 2, 0, 2, 0, 2.2, 0]);
  assert.deepEqual([alternating.displacement, alternating.withheld], [null, "fit"]);
  const small = at(angles.map((angle) => 1 + 0.1 * Math.cos((angle * Math.PI) / 180)));
  assert.deepEqual([small.displacement, small.withheld], [null, "amplitude"]);
  const flat = at(angles.map(() => 0.3));
  assert.deepEqual([flat.displacement, flat.fit, flat.withheld], [null, null, "flat"]);
  assert.throws(() => at([1, 2, 3], [0, 90, 180]), /^RangeError: structuralSummary requires/);
});

const csip = (scores: Readonly<Record<string, number>>): readonly Line[] =>
  Object.entries(scores).map(([scale, value]) => ({
    construct: "interpersonal-problems",
    instrument: "csip-client",
    scale,
    range: [0, 24],
    better: "lower",
    at: { 0: value },
  }));
// One SD above the mean of the students of Boudreaux (2018) in warmth, falling off to both sides by the cosine.
const means = [3.0, 3.2, 5.6, 7.2, 7.1, 6.5, 7.4, 4.7];
const deviations = [3.9, 3.8, 5.1, 5.5, 5.1, 4.6, 4.7, 4.0];
const names = [
  "domineering",
  "vindictive",
  "cold",
  "socially-inhibited",
  "nonassertive",
  "exploitable",
  "self-sacrificing",
  "intrusive",
];

test("the profile of the CSIP is read against its sample, at the angles of the catalogue", () => {
  const warm = Object.fromEntries(
    names.map((name, place) => [
      name,
      means[place]! + deviations[place]! * Math.cos((angles[place]! * Math.PI) / 180),
    ]),
  );
  const [reading] = circumplexReadings(courseOf(csip(warm)));
  assert.ok(reading);
  assert.equal(reading.metric, "standardised");
  assert.equal(reading.norms?.n, 712);
  near(reading.summary.elevation, 0, "elevation");
  near(reading.summary.amplitude, 1, "amplitude");
  const { displacement } = reading.summary;
  assert.ok(Math.min(displacement!, 360 - displacement!) < 1e-6, "toward warmth");
  const { cold: _, ...seven } = warm;
  assert.deepEqual(
    circumplexReadings(courseOf(csip(seven))),
    [],
    "with an octant missing there is no profile",
  );
});
