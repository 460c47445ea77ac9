import assert from "node:assert/strict";
import { test } from "node:test";
import { type SessionRecord, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import { detect, findDetector } from "@concord/signals";
import { brief, courseOf } from "./ratings.ts";

const english = staffMessages("en");

const lowStart = findDetector("low-start")!;
const ceiling = findDetector("ceiling")!;
const missing = findDetector("missing")!;
const risk = findDetector("risk")!;
const ruptureReported = findDetector("rupture-reported")!;

test("low start: at or below 60 at first; credible once it stays; repaired when it lifts", () => {
  assert.deepEqual(brief(detect(lowStart, courseOf([60]))), ["low-start 1 note"]);
  assert.deepEqual(brief(detect(lowStart, courseOf([61, 40]))), []);
  assert.deepEqual(brief(detect(lowStart, courseOf([50, 55, 58]))), ["low-start 1 credible"]);
  const [lifted] = detect(lowStart, courseOf([50, 72, 58]));
  assert.deepEqual([lifted?.weight, lifted?.repairedAt, lifted?.length], ["note", 2, 1]);
  assert.deepEqual(detect(lowStart, courseOf([null, null, null, 40])), []);
  const therapist = trace({ case: "a", scores: rated([30, 30], { rater: "therapist" }) });
  assert.deepEqual(detect(lowStart, therapist), []);
});

test("low start: a form's own published level is used where there is one (SRS 36 of 40)", () => {
  const srs = { instrument: "srs-client", maximum: 40 };
  const low = (value: number) => brief(detect(lowStart, trace({ case: "a", scores: rated([value], srs) })));
  assert.deepEqual(low(36), ["low-start 1 note"]);
  assert.deepEqual(low(36.1), []);
});

test("ceiling: three perfect ratings running, unbroken", () => {
  assert.deepEqual(brief(detect(ceiling, courseOf([90, 100, 100, 100, 90]))), ["ceiling 2 note"]);
  assert.deepEqual(detect(ceiling, courseOf([100, 100, 99, 100, 100])), []);
  assert.deepEqual(detect(ceiling, courseOf([100, 100, null, 100, 100])), []);
  assert.deepEqual(brief(detect(ceiling, courseOf([99, 98, 99]), { topPercent: 98 })), ["ceiling 1 note"]);
});

function records(marks: readonly ("yes" | "no" | "away")[]): readonly SessionRecord[] {
  return marks.map((mark, i) => ({
    session: i + 1,
    attended: mark !== "away",
    asked: [{ rater: "client", construct: "alliance", answered: mark === "yes" }],
  }));
}

test("missing: the same form twice running, over a session that was not attended", () => {
  const at = (marks: readonly ("yes" | "no" | "away")[]) =>
    brief(detect(missing, courseOf([], { sessions: records(marks) })));
  assert.deepEqual(at(["yes", "no", "yes", "no"]), []);
  assert.deepEqual(at(["yes", "no", "no"]), ["missing 2 note"]);
  assert.deepEqual(at(["yes", "no", "away", "no"]), ["missing 2 note"]);
  assert.deepEqual(at(["yes", "no", "no", "no"]), ["missing 2 credible"]);
  assert.deepEqual(at(["yes", "away", "yes"]), []);
  assert.deepEqual(at(["yes", "away", "away"]), ["missing 2 credible"]);
  assert.deepEqual(at(["yes", "away", "away", "away"]), ["missing 2 persistent"]);
});

test("missing: answered again, or back again, it says when", () => {
  const back = courseOf([50, null, null, 60], { sessions: records(["yes", "no", "no", "yes"]) });
  assert.equal(detect(missing, back)[0]?.repairedAt, 4);
  const came = courseOf([50, null, null, 60], { sessions: records(["yes", "away", "away", "yes"]) });
  assert.equal(detect(missing, came)[0]?.repairedAt, 4);
});

test("risk: every mark is urgent, beside any other rating, and none is averaged away", () => {
  const mark = { rater: "client", instrument: "phq-9", item: "i09", about: "suicide" } as const;
  const course = courseOf([100, 100], {
    risks: [
      { ...mark, session: 2, value: 1 },
      { ...mark, session: 1, value: 3 },
    ],
  });
  assert.deepEqual(brief(detect(risk, course)), ["risk 1 urgent", "risk 2 urgent"]);
  assert.match(
    english.of(detect(risk, course)[0]!.message),
    /^The client answered 3 to the question about suicide or self-harm \(session 1\)\. /,
  );
});

const ruptureForm = {
  construct: "rupture",
  instrument: "concord-rupture-client",
  minimum: 0,
  maximum: 2,
} as const;
const tension = (values: readonly (number | null)[], more = {}) =>
  rated(values, { ...ruptureForm, scale: "tension", better: "lower", ...more });
const resolved = (values: readonly (number | null)[]) =>
  rated(values, { ...ruptureForm, scale: "resolved", minimum: 1, maximum: 5 });

test("rupture reported: perhaps is a note, yes is credible, twice unresolved is persistent", () => {
  const at = (scores: ReturnType<typeof rated>) =>
    brief(detect(ruptureReported, trace({ case: "a", scores })));
  assert.deepEqual(at(tension([0, 1, 0, 2])), ["rupture-reported 2 note", "rupture-reported 4 credible"]);
  assert.deepEqual(at(tension([2, 2])), ["rupture-reported 1 credible", "rupture-reported 2 persistent"]);
  assert.deepEqual(at([...tension([2, 2]), ...resolved([4, null])]), [
    "rupture-reported 1 credible",
    "rupture-reported 2 credible",
  ]);
});

test("rupture reported: resolved in the session, or not seen from the other chair", () => {
  const scores = [
    ...tension([2]),
    ...resolved([5]),
    ...tension([0], { rater: "therapist", instrument: "concord-rupture-therapist" }),
  ];
  const [signal] = detect(ruptureReported, trace({ case: "a", scores }));
  assert.equal(signal?.repairedAt, 1);
  assert.match(english.of(signal!.message), /mostly resolved\. The therapist did not report any/);
});
