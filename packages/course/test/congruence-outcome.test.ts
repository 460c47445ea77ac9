import assert from "node:assert/strict";
import { test } from "node:test";
import { staffMessages } from "@concord/messages";
import { close } from "@concord/numerics/testing";
import { congruenceOutcome } from "../src/index.ts";
import { courseOf, type Line } from "./a-course.ts";

const english = staffMessages("en");

/** Ups and downs that do not repeat, the same on every machine. */
const wave = (session: number, pair: number, speed: number) => 12 * Math.sin(speed * session + 1.7 * pair);

/** Therapies in which the next outcome follows what the client marked, and loses by what lies between the two. */
function pair(index: number): ReturnType<typeof courseOf> {
  const sessions = Array.from({ length: 20 }, (_, i) => i + 1);
  const client = sessions.map((session) => 60 + wave(session, index, 1.3));
  const therapist = sessions.map((session) => 55 + wave(session, index, 2.1));
  const outcome = sessions.map((_, i) => {
    if (i === 0) return 50;
    const [c, t] = [client[i - 1]! - 60, therapist[i - 1]! - 60];
    return 60 + 0.5 * c - 0.02 * (c - t) ** 2 + wave(i, index, 4.7) / 12;
  });
  const about = { range: [0, 100] as const, scale: "total" };
  const lines: readonly Line[] = [
    { ...about, construct: "alliance", instrument: "concord-alliance-session-client-adult", values: client },
    {
      ...about,
      construct: "alliance",
      instrument: "concord-alliance-session-therapist",
      rater: "therapist",
      values: therapist,
    },
    { ...about, construct: "outcome", instrument: "made-up-outcome", values: outcome },
  ];
  return courseOf(lines);
}

test("a surface made by hand is found again: a1 = a3 = .5, a4 = −.08", () => {
  const found = congruenceOutcome([0, 1, 2, 3, 4, 5].map(pair));
  assert.ok(found.kind === "surface");
  assert.equal(found.pairs, 6);
  assert.equal(found.hours, 6 * 19);
  // z = .5 c − .02 (c − t)²: b₁ = .5, b₃ = b₅ = −.02, b₄ = .04; a₁ = .5, a₃ = .5, a₄ = −.02 − .04 − .02.
  close(found.agreeing.value, 0.5, { absolute: 0.05, what: "value" });
  close(found.clientHigher.value, 0.5, { absolute: 0.05, what: "value" });
  close(found.apart.value, -0.08, { absolute: 0.005, what: "value" });
  assert.ok(found.apart.upper < 0);
});

test("too few pairs or hours, or no outcome: the reason is given and no surface", () => {
  const few = congruenceOutcome([pair(0), pair(1)]);
  assert.ok(few.kind === "none");
  assert.match(english.of(few.reason), /38 sessions with 2 clients/);
  assert.equal(congruenceOutcome([]).kind, "none");
});
