import assert from "node:assert/strict";
import { test } from "node:test";
import { findInstrument } from "@concord/instruments";
import { evaluatedRules, evaluateOutcome, type OutcomeData } from "../outcome-evaluation/evaluate.ts";
import { publishedCourses } from "../outcome-evaluation/published-courses.ts";
import { areaUnderCurve, sensitivityAt } from "../outcome-evaluation/receiver-curve.ts";
import { tablesOf } from "../outcome-evaluation/tables.ts";

const scored = (came: readonly number[], stayed: readonly number[]) => [
  ...came.map((score) => ({ score, came: true })),
  ...stayed.map((score) => ({ score, came: false })),
];

test("area under the curve: pairs in the right order, ties counting half", () => {
  // 3 > 1, 3 > 2, 2 > 1, 2 = 2: 3.5 of 4 pairs.
  assert.equal(areaUnderCurve(scored([3, 2], [1, 2])), 3.5 / 4);
  assert.equal(areaUnderCurve(scored([1, 1], [1, 1, 1])), 0.5);
  assert.equal(areaUnderCurve(scored([1], [2])), 0);
});

test("sensitivity at a specificity: along the steps of the curve, ties as if broken by chance", () => {
  const scores = scored([9, 7, 5, 1], [8, 6, 4, 2]);
  // Above 8: one of four hit without a false alarm; above 6 two with one; above 4 three with two.
  assert.equal(sensitivityAt(scores, 1), 0.25);
  assert.equal(sensitivityAt(scores, 0.75), 0.5);
  assert.equal(sensitivityAt(scores, 0.5), 0.75);
  // All tied: as many of the one as of the other.
  assert.equal(sensitivityAt(scored([1, 1], [1, 1, 1, 1]), 0.7).toFixed(12), (0.3).toFixed(12));
});

/** Clients from 12 to 24 points: of four, three fall by about two points a session and one stays. */
const madeUp: OutcomeData = {
  title: "made up",
  instrument: findInstrument("phq-9")!,
  rater: "client",
  minimum: 0,
  maximum: 27,
  better: "lower",
  clients: Array.from({ length: 120 }, (_, i) =>
    Array.from({ length: 7 }, (_, place) => {
      const noise = ((i * 11 + place * 17) % 5) - 2;
      const fall = i % 4 === 0 ? 0 : place * (1.5 + (i % 3) * 0.5);
      return {
        session: place + 1,
        value: Math.max(0, Math.min(27, Math.round(12 + (i % 13) - fall + noise))),
      };
    }),
  ),
};
const options = {
  sessions: [3, 5, 8],
  splits: 2,
  seed: 7,
  enough: { cases: 50, ratings: 3 },
  clinicalOnly: false,
};

test("an evaluation counts what the last value says by itself, and is the same for the same seed", () => {
  const result = evaluateOutcome(madeUp, options);
  assert.deepEqual(evaluateOutcome(madeUp, options), result);
  // No client has a rating after session 7: at session 8 there is nothing left to tell.
  assert.deepEqual(
    result.sessions.map(({ session, clients }) => [session, clients]),
    [
      [3, 60],
      [5, 60],
    ],
  );
  for (const { rules, notImproved } of result.sessions) {
    assert.deepEqual(
      rules.map(({ rule }) => rule),
      evaluatedRules,
    );
    for (const { sensitivity, specificity, predictive } of rules) {
      // Bayes: what a flag is worth follows from the other two and the share of those not improved.
      const hits = sensitivity * notImproved;
      const expected = hits / (hits + (1 - specificity) * (1 - notImproved));
      assert.ok(Number.isNaN(predictive) || Math.abs(predictive - expected) < 1e-9);
    }
    const forecast = rules.find(({ rule }) => rule === "forecast")!;
    assert.ok(forecast.area! > 0.8 && forecast.area! <= 1);
  }
});

test("ratings after a session change nothing that is counted at it but who improved in the end", () => {
  const changed: OutcomeData = {
    ...madeUp,
    clients: madeUp.clients.map((ratings, i) =>
      // The same end, other ratings in session 6: nothing at session 5 may differ.
      ratings.map((rating) => (rating.session === 6 ? { ...rating, value: 10 + (i % 3) } : rating)),
    ),
  };
  // The halves that are learnt from differ by those ratings: compare what needs no model.
  const published = (data: OutcomeData) =>
    evaluateOutcome(data, options)
      .sessions[1]!.rules.filter(({ rule }) =>
        ["jacobson-truax", "rational", "last-value", "state-prior"].includes(rule),
      )
      .map(({ forecastAtSame: _, ...rest }) => rest);
  assert.deepEqual(published(changed), published(madeUp));
});

test("too few clients to learn from are refused", () => {
  assert.throws(
    () => evaluateOutcome({ ...madeUp, clients: madeUp.clients.slice(0, 60) }, options),
    /requires a model: 30 cases with a first rating and enough later ones: 50 are needed/,
  );
});

test("tables have a row for each rule and session, and every file's columns are read", () => {
  const result = evaluateOutcome(madeUp, options);
  const text = tablesOf(publishedCourses[1]!, [{ clinicalOnly: false, result }]);
  assert.equal(text.match(/^\| .*90% boundary, after Trier/gm)?.length, 3);
  const [bdi, phq, hamd] = publishedCourses;
  assert.deepEqual(bdi!.read('"ID","time","BDI","med"\n1,0,25,0\n1,29,34,0\n1,29,30,0\n1,7,28,0\n').clients, [
    [
      { session: 1, value: 25 },
      { session: 2, value: 28 },
      { session: 3, value: 34 },
    ],
  ]);
  assert.deepEqual(
    phq!.read(
      "patient,month,arm,therapist,phq9,hamd\nP1,0,A,T,10,\nP1,Post-Rx,A,T,9,\nP1,1,A,T,,\nP1,2,A,T,8.5,\nP1,3,A,T,7,\n",
    ).clients,
    [
      [
        { session: 1, value: 10 },
        { session: 2, value: 7 },
      ],
    ],
  );
  assert.deepEqual(hamd!.read('"subject","depr_score","week"\n"1",-8,0\n"1",-19,1\n').clients, [
    [
      { session: 1, value: 0 },
      { session: 2, value: -8 },
      { session: 3, value: -19 },
    ],
  ]);
});
