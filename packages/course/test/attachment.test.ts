import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument } from "@concord/instruments";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  featuresOf,
  leaningOf,
  type Population,
  placeAmong,
  publishedPopulations,
  readAttachment,
  readBond,
} from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const instrument = "ecr-s-client";
const population: Population = {
  id: "made-up",
  instrument,
  title: "Made-up people",
  sample: "nobody",
  citation: "none",
  certainty: "doubtful",
  scales: [
    { scale: "anxiety", mean: 22, standardDeviation: 6, n: 100, alpha: 0.84 },
    { scale: "avoidance", mean: 15, standardDeviation: 5, n: null, alpha: 0.91 },
  ],
};

const form = (anxiety: number, avoidance: number): readonly Line[] => {
  const about = { construct: "attachment", instrument, range: [6, 42], better: "lower" } as const;
  return [
    { ...about, scale: "anxiety", at: { 0: anxiety } },
    { ...about, scale: "avoidance", at: { 0: avoidance } },
  ];
};

test("a place among others: z and its error by hand, √(1 − .84 + 1/100) and √(1 − .91)", () => {
  const place = placeAmong({ scale: "anxiety", value: 31, minimum: 6, maximum: 42 }, population);
  assert.ok(place.kind === "placed");
  close(place.fromMean, 1.5, { absolute: 1e-12, what: "value" });
  close(place.standardError, Math.sqrt(0.17), { absolute: 1e-12, what: "value" });
  close(place.upper - place.lower, 2 * 1.959964 * Math.sqrt(0.17), { absolute: 1e-5, what: "value" });
});

test("without a population, a norm or its reliability nobody is placed and no strategy is named", () => {
  const course = courseOf(form(40, 8));
  const alone = readAttachment(course, null);
  assert.equal(alone?.leaning.kind, "none");
  assert.equal(alone?.anxiety.value, 40);
  const unreliable = {
    ...population,
    scales: population.scales.map((scale) => ({ ...scale, alpha: null })),
  };
  assert.equal(readAttachment(course, unreliable)?.leaning.kind, "none");
  const other = { ...population, instrument: "ecr-client" };
  assert.equal(readAttachment(course, other)?.population, null, "norms of another form are not taken");
});

test("far up on one dimension, far down on the other: the strategy is named, with its chance", () => {
  const strategy = (anxiety: number, avoidance: number) => {
    const leaning = readAttachment(courseOf(form(anxiety, avoidance)), population)?.leaning;
    return leaning?.kind === "leaning" ? leaning.strategy : leaning?.kind;
  };
  assert.equal(strategy(36, 8), "hyperactivating");
  assert.equal(strategy(12, 27), "deactivating");
  assert.equal(strategy(38, 28), "fearful");
  assert.equal(strategy(10, 8), "secure");
  assert.equal(strategy(25, 17.5), "undecided", "on both marks every quarter is as likely");
});

test("the four chances make one, and rise with the score", () => {
  const value = fc.double({ min: 6, max: 42, noNaN: true });
  fc.assert(
    fc.property(value, value, (anxiety, avoidance) => {
      const place = (scale: string, value: number) =>
        placeAmong({ scale, value, minimum: 6, maximum: 42 }, population);
      const at = (anxious: number) => leaningOf(place("anxiety", anxious), place("avoidance", avoidance));
      const now = at(anxiety);
      const more = at(anxiety + 1);
      assert.ok(now.kind !== "none" && more.kind !== "none");
      const sum = Object.values(now.chances).reduce((all, each) => all + each, 0);
      close(sum, 1, { absolute: 1e-12, what: "value" });
      const anxious = (of: typeof now) => of.chances.hyperactivating + of.chances.fearful;
      assert.ok(anxious(more) >= anxious(now));
    }),
  );
});

test("published norms come with their sample and the lowest alpha; the revised ECR has that of its German version", () => {
  const revised = findInstrument("ecr-r-client");
  assert.ok(revised !== null);
  const [online] = publishedPopulations(revised);
  assert.equal(online?.certainty, "doubtful");
  assert.deepEqual(
    online?.scales.map(({ scale, mean, alpha }) => [scale, mean, alpha]),
    [
      ["anxiety", 3.56, 0.91],
      ["avoidance", 2.92, 0.91],
    ],
  );
});

test("the five features from the client's own answers; what is not asked is not nought", () => {
  const answers = { i01: 7, i10: 4, i04: 1, i07: 1, i03: 6, i09: 7, i12: 7 };
  const found = featuresOf("concord-attachment-to-therapist-client", answers);
  assert.deepEqual(
    found?.map(({ feature, percent }) => [feature, percent]),
    [
      ["stronger-and-wiser", null],
      ["proximity", null],
      ["safe-haven", 75],
      ["secure-base", 0],
      ["separation", 100],
    ],
  );
  assert.equal(featuresOf("cats-client", answers), null);
});

const bond = (secure: number, preoccupied: number): readonly Line[] => {
  const about = {
    construct: "attachment-to-therapist",
    instrument: "concord-attachment-to-therapist-client",
  } as const;
  return [
    { ...about, scale: "secure", at: { 5: secure } },
    { ...about, scale: "preoccupied", better: "lower", at: { 5: preoccupied } },
  ];
};
const alliance = (values: readonly number[]): Line => {
  const instrument = "concord-alliance-session-client-adult";
  return { construct: "alliance", scale: "total", instrument, values };
};

test("stronger and wiser: from two answers, lacking below the middle, nothing where an earlier form did not ask", () => {
  const answers = { i13: 7, i14: 4 };
  const [feature] = featuresOf("concord-attachment-to-therapist-client", answers)!;
  assert.equal(feature?.percent, 75);
  const line = (value: number): Line => ({
    construct: "attachment-to-therapist",
    instrument: "concord-attachment-to-therapist-client",
    scale: "stronger-and-wiser",
    range: [1, 7],
    at: { 5: value },
  });
  const read = (lines: readonly Line[]) => readBond(courseOf(lines), null).strongerAndWiser;
  assert.deepEqual(read([...bond(6, 2), line(3.4)]), { session: 5, percent: 40, level: "lacking" });
  assert.equal(read([...bond(6, 2), line(4)])?.level, "present");
  assert.equal(read(bond(6, 2)), null);
});

test("high security with wishes to merge and nothing but best marks is worth asking about", () => {
  const reading = (lines: readonly Line[]) => readBond(courseOf(lines), null).pattern;
  assert.equal(reading([...bond(6.8, 6), alliance([7, 7, 7, 7])]), "worth-asking");
  assert.equal(reading([...bond(6.8, 2), alliance([6, 5.5, 6, 6.2])]), "settled");
  assert.equal(reading([...bond(6.8, 6), alliance([6, 5.5, 6, 6.2])]), "open");
  assert.equal(reading([...bond(3, 6), alliance([7, 7, 7, 7])]), "not-secure");
  assert.equal(reading([alliance([7, 7, 7, 7])]), "not-measured");
});
