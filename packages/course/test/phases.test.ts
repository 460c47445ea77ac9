import assert from "node:assert/strict";
import { test } from "node:test";
import { type TraceInput, trace } from "@concord/course";
import { rated } from "@concord/course/testing";
import fc from "fast-check";

function phases(sessions: number, marks: Pick<TraceInput, "phases" | "endingFrom"> = {}): readonly string[] {
  const scores = rated(Array.from({ length: sessions }, () => 50));
  return trace({ case: "a", scores, ...marks }).phases.map(
    (phase) => `${phase.name} ${phase.from}–${phase.to} ${phase.by}`,
  );
}

test("by rule: engagement to session 4, then working through; the end only where it is known", () => {
  assert.deepEqual(phases(0), []);
  assert.deepEqual(phases(3), ["engagement 1–3 rule"]);
  assert.deepEqual(phases(5), ["engagement 1–4 rule", "working-through 5–5 rule"]);
  assert.deepEqual(phases(20, { endingFrom: 17 }), [
    "engagement 1–4 rule",
    "working-through 5–16 rule",
    "termination 17–20 rule",
  ]);
  assert.deepEqual(phases(3, { endingFrom: 3 }), ["engagement 1–2 rule", "termination 3–3 rule"]);
  assert.deepEqual(phases(6, { endingFrom: 9 }), ["engagement 1–4 rule", "working-through 5–6 rule"]);
});

test("a hand mark holds until the next; the rule speaks only before the first", () => {
  assert.deepEqual(phases(10, { phases: [{ name: "working-through", from: 3 }] }), [
    "engagement 1–2 rule",
    "working-through 3–10 hand",
  ]);
  assert.deepEqual(phases(10, { phases: [{ name: "engagement", from: 1 }] }), ["engagement 1–10 hand"]);
  assert.deepEqual(phases(10, { phases: [{ name: "termination", from: 8 }], endingFrom: 6 }), [
    "engagement 1–4 rule",
    "working-through 5–5 rule",
    "termination 6–7 rule",
    "termination 8–10 hand",
  ]);
  assert.deepEqual(phases(10, { phases: [{ name: "working-through", from: 2 }], endingFrom: 9 }), [
    "engagement 1–1 rule",
    "working-through 2–8 hand",
    "termination 9–10 rule",
  ]);
});

test("phases cover every session once, in order", () => {
  const marks = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom("engagement" as const, "working-through" as const, "termination" as const),
      from: fc.integer({ min: 1, max: 25 }),
    }),
    { selector: (mark) => mark.from, maxLength: 4 },
  );
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      marks,
      fc.option(fc.integer({ min: 1, max: 25 }), { nil: null }),
      (sessions, hand, ending) => {
        const found = trace({
          case: "a",
          scores: rated(Array.from({ length: sessions }, () => 50)),
          phases: hand,
          ...(ending === null ? {} : { endingFrom: ending }),
        }).phases;
        const covered = found.flatMap(({ from, to }) =>
          Array.from({ length: to - from + 1 }, (_, i) => from + i),
        );
        assert.deepEqual(
          covered,
          Array.from({ length: sessions }, (_, i) => i + 1),
        );
      },
    ),
  );
});
