import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { detect, findDetector, indirectRules, treatmentLabel } from "@concord/signals";
import fc from "fast-check";
import { brief, courseOf } from "./ratings.ts";

const english = staffMessages("en");

type Values = readonly (number | null)[];
const found = (id: string, values: Values, parameters = {}) =>
  detect(findDetector(id)!, courseOf(values), parameters);
const told = (id: string, values: Values) =>
  found(id, values).map(({ session, repairedAt, length }) => [session, repairedAt, length]);

// Levels of 70 with one excursion: small enough a spread that two deviations are passed by a fall of 20.
const steady = [70, 71, 70, 69, 70, 71, 70, 69];

test("stiles2004: a fall of two deviations that returns within three sessions, known once it has", () => {
  assert.deepEqual(told("stiles2004", [...steady, 50, 60, 70, 70]), [[9, 11, 2]]);
  assert.deepEqual(told("stiles2004", [...steady, 50, 60]), []);
  assert.deepEqual(told("stiles2004", [...steady, 50, 60, 60, 60, 70]), []);
  assert.deepEqual(told("stiles2004", [...steady, 50, null, 70]), []);
});

test("strauss2006: a fall of one deviation; repaired at 95 of 100 of the rating before", () => {
  // Ratings 70 70 70 50 70: mean 66, deviation √80 = 8.94; 66.5 is 95 of 100 of 70.
  assert.deepEqual(told("strauss2006", [70, 70, 70, 50, 66.5]), [[4, 5, 1]]);
  assert.deepEqual(told("strauss2006", [70, 70, 70, 50, 66.4])[0], [4, undefined, undefined]);
  const [signal] = found("strauss2006", [70, 70, 70, 50, 70]);
  assert.ok(Math.abs(signal!.figures.spread! - Math.sqrt(80)) < 1e-9);
  assert.ok(Math.abs(signal!.figures.z! + 20 / Math.sqrt(80)) < 1e-9);
});

test("gumz2012: the stricter of two spreads, over several sessions, with number, magnitude and length", () => {
  // The decline to 57 began at 71 two sessions before: fourteen points. Own deviation below the usual client's 6: twice six is asked for, in one step or in three.
  assert.deepEqual(told("gumz2012", [...steady, 57, 70]), [[9, 10, 1]]);
  assert.deepEqual(told("gumz2012", [...steady, 60, 70]), []);
  const [slow] = found("gumz2012", [...steady, 64, 59, 54, 70]);
  assert.deepEqual([slow!.session, slow!.figures.drop, slow!.figures.declineSessions], [10, 17, 5]);
  assert.match(english.of(slow!.message), /a gradual decrease over 5 sessions, then a sudden recovery\.$/);
  // Own deviation above it: ratings that swing by twenty ask for more.
  assert.deepEqual(told("gumz2012", [60, 80, 60, 80, 60, 80, 60, 80]), []);
});

test("stevens2007: a point of seven from the high, most of it back within five sessions", () => {
  assert.deepEqual(told("stevens2007", [70, 70, 70, 70, 53, 55, 66]), [[5, 7, 2]]);
  assert.deepEqual(told("stevens2007", [70, 70, 70, 70, 54, 66]), []);
  assert.deepEqual(told("stevens2007", [70, 70, 70, 70, 50, 50, 50, 50, 50, 50, 50, 70]), []);
});

test("larsson2018: rupture if not regained by the end, repair if regained, else neither", () => {
  const label = (values: Values) => treatmentLabel(courseOf(values).series[0]!);
  assert.equal(label([70, 70, 70, 70, 50, 52, 51]), "rupture");
  assert.equal(label([70, 70, 70, 70, 50, 52, 69]), "repair");
  assert.equal(label([70, 70, 70, 70, 60, 69]), "no-rupture");
  assert.equal(label([70, 30]), null);
  assert.deepEqual(told("larsson2018", [70, 70, 70, 70, 50, null, 70]), [[5, 7, 2]]);
});

test("partition: a lower level that lasted, where it begins, how far, and that it was lifted again", () => {
  const down = [70, 72, 71, 69, 70, 71, 50, 52, 51, 49, 50, 51];
  const [signal] = found("partition", down);
  assert.deepEqual([signal!.session, signal!.weight], [7, "persistent"]);
  // Means of six ratings each: 423/6 and 303/6.
  assert.ok(Math.abs(signal!.figures.drop! - 20) < 1e-9);
  assert.ok(signal!.figures.confidence! > 0.99);
  assert.equal(found("partition", [...down, 70, 71, 69, 70])[0]!.repairedAt, 13);
  assert.deepEqual(found("partition", [...down].reverse()), []);
  assert.deepEqual(found("partition", [70, 71, 70, 40, 41]), []);
});

test("bocpd: a clear step is told as it comes, a rise and steady ratings never", () => {
  const [signal] = found("bocpd", [70, 71, 70, 69, 70, 71, 40, 41, 40]);
  assert.ok(signal!.session === 7 && signal!.figures.confidence! > 0.5);
  assert.deepEqual(found("bocpd", [40, 41, 40, 39, 40, 41, 70, 71, 70]), []);
  assert.deepEqual(found("bocpd", steady), []);
});

test("state-like: below one deviation of the ratings before is a note, below two credible", () => {
  // 68 70 72: mean 70, deviation 2.
  assert.deepEqual(brief(found("state-like", [68, 70, 72, 67.9])), ["state-like 4 note"]);
  assert.deepEqual(brief(found("state-like", [68, 70, 72, 65.9])), ["state-like 4 credible"]);
  assert.deepEqual(brief(found("state-like", [68, 70, 72, 65, 65])), ["state-like 4 persistent"]);
  assert.deepEqual(found("state-like", [68, 70, 72, 68.1]), []);
  assert.deepEqual(found("state-like", [70, 70, 70, 40]), []);
});

test("no rule on the client's own spread looks at fewer than four ratings", () => {
  const own = indirectRules.filter((rule) => rule.id !== "drop");
  for (const rule of own) assert.deepEqual(detect(rule, courseOf([90, 90, 20])), [], rule.id);
});

const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 60 }), { freq: 8 }), { maxLength: 25 });
// These carry an expectation of the level itself, or a share of it.
const leveled = ["expected-course", "bocpd", "strauss2006"];

test("a shift of level moves no finding of a rule that knows no level", () => {
  fc.assert(
    fc.property(ratings, fc.integer({ min: 0, max: 40 }), (values, shift) => {
      const moved = values.map((value) => (value === null ? null : value + shift));
      for (const rule of indirectRules.filter((each) => !leveled.includes(each.id)))
        assert.deepEqual(
          brief(detect(rule, courseOf(moved))),
          brief(detect(rule, courseOf(values))),
          rule.id,
        );
    }),
  );
});

test("what is said as things stood is never taken back: expected course, state-like, online change-point", () => {
  fc.assert(
    fc.property(ratings, fc.nat({ max: 25 }), (values, upTo) => {
      for (const id of ["expected-course", "state-like", "bocpd"]) {
        const sessions = (all: Values) => found(id, all).map((signal) => signal.session);
        const early = sessions(values.slice(0, upTo));
        assert.deepEqual(sessions(values).slice(0, early.length), early, id);
      }
    }),
  );
});
