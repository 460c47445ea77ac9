import assert from "node:assert/strict";
import { test } from "node:test";
import { trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import { figure } from "./figure.ts";

const english = staffMessages("en");

test("both chairs session by session, and the difference by hand", () => {
  const course = trace({
    case: "a",
    scores: [
      ...rated([60, 70, null, 80, 90]),
      ...rated([50, 64, 70, null, 82], { rater: "therapist", instrument: "made-up-therapist-form" }),
    ],
  });
  const pairing = course.pairings[0]!;
  assert.deepEqual(pairing.sessions, [
    { session: 1, client: 60, therapist: 50 },
    { session: 2, client: 70, therapist: 64 },
    { session: 3, client: null, therapist: 70 },
    { session: 4, client: 80, therapist: null },
    { session: 5, client: 90, therapist: 82 },
  ]);
  // −10, −6, −8: mean −8, standard error 2 / √3, t(2) = 4.303.
  close(figure(pairing.difference), -8, { absolute: 1e-12, what: "value" });
  close(
    pairing.difference.kind === "estimate" ? pairing.difference.upper : 0,
    -8 + 4.3027 * (2 / Math.sqrt(3)),
    { absolute: 0.001, what: "value" },
  );
  assert.match(
    pairing.tracking.kind === "none" ? english.of(pairing.tracking.reason) : "",
    /3 sessions rated by both; at least 4 are needed/,
  );
});

test("Concord's parallel forms are paired by family, whatever else the therapist fills in", () => {
  const course = trace({
    case: "a",
    scores: [
      ...rated([5, 6], { instrument: "concord-alliance-session-client-adolescent", minimum: 1, maximum: 7 }),
      ...rated([4, 6], {
        rater: "therapist",
        instrument: "concord-alliance-session-therapist",
        minimum: 1,
        maximum: 7,
      }),
      ...rated([30, 40], { rater: "therapist", instrument: "another-form" }),
    ],
  });
  assert.equal(course.pairings.length, 1);
  assert.deepEqual(course.pairings[0]!.sessions[0], { session: 1, client: 400 / 6, therapist: 50 });
});

test("forms known to be of different families, or of different scales, are not paired", () => {
  const known = trace({
    case: "a",
    scores: [
      ...rated([5], { instrument: "concord-alliance-session-client-adult", minimum: 1, maximum: 7 }),
      ...rated([3], {
        rater: "therapist",
        instrument: "concord-alliance-full-therapist",
        minimum: 1,
        maximum: 7,
      }),
    ],
  });
  assert.deepEqual(known.pairings, []);
  const other = trace({
    case: "a",
    scores: [...rated([5]), ...rated([3], { rater: "therapist", instrument: "t", scale: "bond" })],
  });
  assert.deepEqual(other.pairings, []);
});

test("the same difference every time has no interval", () => {
  const course = trace({
    case: "a",
    scores: [...rated([60, 70, 80]), ...rated([50, 60, 70], { rater: "therapist" })],
  });
  const { difference } = course.pairings[0]!;
  assert.match(
    difference.kind === "none" ? english.of(difference.reason) : "",
    /all 3 differences are identical/,
  );
});
