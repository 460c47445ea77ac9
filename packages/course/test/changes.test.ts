import assert from "node:assert/strict";
import { test } from "node:test";
import { type Change, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { findInstrument, type Instrument } from "@concord/instruments";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";

const english = staffMessages("en");

const symptoms = { construct: "outcome", instrument: "phq-9", maximum: 27, better: "lower" } as const;

function changeOf(values: readonly (number | null)[]): Change {
  return trace({ case: "a", scores: rated(values, symptoms) }).changes[0]!;
}

test("PHQ-9: 6 points are reliable, 10 parts the clinical from the functional range", () => {
  const states = [
    [18, 12, 6],
    [18, null, 12],
    [12, 11],
    [11, 9],
    [9, 15],
    [16, 10],
  ].map((values) => {
    const change = changeOf(values);
    return change.kind === "change" ? change.state : change.reason;
  });
  assert.deepEqual(states, [
    "recovered",
    "improved",
    "unchanged",
    "crossed-without-reliable-change",
    "deteriorated",
    "improved",
  ]);
  const change = changeOf([18, 12, 6]);
  assert.equal(change.kind, "change");
  if (change.kind !== "change") return;
  assert.deepEqual(
    [change.from, change.to, change.points, change.criterion, change.cutoff],
    [{ session: 1, value: 18 }, { session: 3, value: 6 }, -12, 6, 10],
  );
  assert.match(change.criterionBasis, /NHS Talking Therapies/);
});

test("without a criterion the reason stands in its place", () => {
  const reason = (change: Change) => (change.kind === "none" ? english.of(change.reason) : change.state);
  assert.match(reason(changeOf([12])), /needs at least two ratings; there is one so far/);
  const unknown = trace({
    case: "a",
    scores: rated([12, 6], { ...symptoms, instrument: "home-made" }),
  }).changes[0]!;
  assert.match(reason(unknown), /home-made is not in the catalogue/);
});

test("a norm with SD 4.2 and alpha .88 gives a criterion of 4.03 points, to be passed", () => {
  const own: Instrument = {
    ...findInstrument("phq-9")!,
    id: "own-outcome",
    cutoffs: [],
    reliableChanges: [],
    norms: [
      {
        scale: "total",
        population: "clients at intake",
        sample: "made for this test",
        mean: 20,
        standardDeviation: 4.2,
        alpha: 0.88,
        kind: "published",
        source: { citation: "this test", read: "memory", certainty: "confident" },
      },
    ],
  };
  const scores = rated([30, 26], { ...symptoms, instrument: "own-outcome", maximum: 40 });
  const course = trace({ case: "a", scores }, (id) => (id === own.id ? own : null));
  const change = course.changes[0]!;
  assert.equal(change.kind, "change");
  if (change.kind !== "change") return;
  close(change.criterion, 4.03, { absolute: 0.005, what: "value" });
  assert.equal(change.state, "unchanged");
  assert.equal(change.cutoff, null);
  const reliable = course.series[0]!.reliable!;
  close(reliable.percent, 10.08, { absolute: 0.005, what: "value" });
  assert.equal(reliable.counts, "beyond");
});

test("cut-offs follow the age: ORS 25 for adults, none where the age is not known", () => {
  const ors = { construct: "outcome", instrument: "ors", maximum: 40 } as const;
  const cutoff = (ageBand?: "adult" | "adolescent") => {
    const change = trace({
      case: "a",
      scores: rated([18, 30], { ...ors, instrument: "ors-client" }),
      ...(ageBand === undefined ? {} : { ageBand }),
    }).changes[0]!;
    return change.kind === "change" ? [change.cutoff, change.state] : change.reason;
  };
  assert.deepEqual(cutoff("adult"), [25, "recovered"]);
  assert.deepEqual(cutoff("adolescent"), [28, "recovered"]);
  assert.deepEqual(cutoff(), [null, "improved"]);
});
