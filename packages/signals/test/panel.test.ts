import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { findClaim } from "@concord/evidence";
import { staffMessages } from "@concord/messages";
import { cards, currentSignals, detect, detectAll, detectors, findDetector, rank } from "@concord/signals";
import fc from "fast-check";
import { brief, courseOf } from "./ratings.ts";

const english = staffMessages("en");

test("every rule has its own name, a version, a question, a basis, and claims the evidence holds", () => {
  assert.equal(new Set(detectors.map((rule) => rule.id)).size, detectors.length);
  for (const rule of detectors) {
    assert.match(rule.version, /^\d+\.\d+\.\d+$/);
    assert.match(english.of(rule.question), /\?/);
    assert.ok(rule.basis.length > 0 && rule.because.length > 0, rule.id);
    for (const claim of rule.because) assert.ok(findClaim(claim), `${rule.id} names ${claim}`);
    for (const { citation, summary } of rule.basis) assert.ok(citation.length > 20 && summary.endsWith("."));
  }
  for (const card of cards) {
    for (const claim of card.because) assert.ok(findClaim(claim), `${card.id} names ${claim}`);
  }
});

test("parameters can be set by name; a name that is not the rule's own is refused", () => {
  const drop = findDetector("drop")!;
  const course = courseOf([80, 72]);
  assert.deepEqual(brief(detect(drop, course, { defaultReliableShare: 7 })), ["drop 2 credible"]);
  assert.equal(detect(drop, course, { defaultReliableShare: 7 })[0]!.parameters.defaultReliableShare, 7);
  assert.throws(() => detect(drop, course, { treshold: 7 }), /drop requires one of its own parameters/);
  assert.throws(
    () => detect(drop, course, { noteShare: Number.NaN }),
    /drop requires a finite noteShare: NaN/,
  );
});

test("nothing, one rating, constant ratings: nothing is made of nothing", () => {
  assert.deepEqual(detectAll(courseOf([])), []);
  assert.deepEqual(detectAll(courseOf([80]), detectors), []);
  assert.deepEqual(detectAll(courseOf(Array.from({ length: 40 }, () => 80)), detectors), []);
  assert.deepEqual(detectAll(courseOf([80, 80, 80, 80, 80, 80, null, 80])), []);
});

test("outcome, distance and other constructs raise no alliance signal", () => {
  const scores = [
    ...rated([90, 20, 80, 10], { construct: "outcome" }),
    ...rated([90, 20, 80, 10], { construct: "distance", better: "neither" }),
  ];
  assert.deepEqual(detectAll(trace({ case: "a", scores }), detectors), []);
});

const ratings = fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 6 }), { maxLength: 40 });

test("whatever the ratings: finite figures, a whole sentence, a weight, a session that was rated", () => {
  fc.assert(
    fc.property(ratings, ratings, (client, therapist) => {
      const course = trace({
        case: "a",
        scores: [...rated(client), ...rated(therapist, { rater: "therapist" })],
      });
      const signals = detectAll(course, detectors);
      for (const signal of signals) {
        for (const figure of Object.values(signal.figures))
          assert.ok(Number.isFinite(figure), english.of(signal.message));
        assert.match(english.of(signal.message), /^[A-Z].*\.$/);
        assert.doesNotMatch(english.of(signal.message), /!|NaN|undefined|null/);
        assert.ok(signal.session >= 1 && signal.session <= course.sessions);
        assert.ok(signal.repairedAt === undefined || signal.repairedAt > signal.session);
      }
      assert.deepEqual(rank([...signals].reverse()), signals);
      for (const signal of currentSignals(course, signals)) assert.ok(signals.includes(signal));
    }),
  );
});

test("the order of the rows is irrelevant", () => {
  fc.assert(
    fc.property(ratings, fc.infiniteStream(fc.nat()), (values, keys) => {
      const rows = rated(values);
      const shuffled = rows
        .map((row) => ({ row, key: keys.next().value }))
        .sort((a, b) => a.key - b.key)
        .map(({ row }) => row);
      assert.deepEqual(
        detectAll(trace({ case: "a", scores: shuffled }), detectors),
        detectAll(courseOf(values), detectors),
      );
    }),
  );
});

test("a drop is current for two ratings, while it lasts, and while its rater is silent", () => {
  const current = (values: readonly (number | null)[]) => {
    const course = courseOf(values);
    return currentSignals(course, detect(findDetector("drop")!, course)).map((signal) => signal.session);
  };
  assert.deepEqual(current([80, 80, 60]), [3]);
  assert.deepEqual(current([80, 80, 60, 80]), [3]);
  assert.deepEqual(current([80, 80, 60, 80, 80]), []);
  assert.deepEqual(current([80, 80, 60, 60, 60]), [3]);
  assert.deepEqual(current([80, 80, 60, null, null, null]), [3]);
});

test("a risk answer stays current until the same form has been answered twice since", () => {
  const risks = [
    { session: 1, rater: "client", instrument: "phq-9", item: "i09", value: 1, about: "suicide" },
  ] as const;
  const phq = { construct: "outcome", instrument: "phq-9", maximum: 27, better: "lower" } as const;
  const current = (values: readonly (number | null)[]) => {
    const course = trace({
      case: "a",
      scores: [...rated(values, phq), ...rated([80, 80, 80, 80, 80])],
      risks,
    });
    return currentSignals(course, detectAll(course)).length;
  };
  assert.equal(current([20, null, null, null, 9]), 1);
  assert.equal(current([20, null, null, 9, 9]), 0);
});

test("heaviest first, then newest", () => {
  const risks = [
    { session: 1, rater: "client", instrument: "x", item: "i1", value: 1, about: "safety" },
  ] as const;
  const course = courseOf([80, 60, 62, 63, 64, 40], { risks });
  assert.deepEqual(brief(detectAll(course)).slice(0, 4), [
    "risk 1 urgent",
    "drop 2 persistent",
    "drop 6 credible",
    "expected-course 6 credible",
  ]);
});
