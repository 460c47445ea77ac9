import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { dueReason, lastNightlyRun } from "../../src/recalculation/due.ts";
import { backoffDelay, failureMessage } from "../../src/recalculation/failure.ts";

// Local times: the quiet hour is the machine's own.
const noon = new Date(2026, 2, 2, 12, 0);
const last = { startedAt: new Date(2026, 2, 2, 3, 5).toISOString(), basis: "rules", cases: 300 };
const today = { basis: "rules", cases: 300, now: noon };

describe("when all cases are evaluated anew", () => {
  test("the first time, and by other rules", () => {
    assert.equal(dueReason(null, today), "first");
    assert.equal(dueReason(last, { ...today, basis: "other rules" }), "new-rules");
  });

  test("not again on the same day with hardly more cases", () => {
    assert.equal(dueReason(last, today), null);
    assert.equal(dueReason(last, { ...today, cases: 359 }), null);
  });

  test("with a fifth more cases, or the first two hundred", () => {
    assert.equal(dueReason(last, { ...today, cases: 360 }), "new-cases");
    assert.equal(dueReason({ ...last, cases: 199 }, { ...today, cases: 200 }), "new-cases");
    assert.equal(dueReason({ ...last, cases: 20 }, { ...today, cases: 100 }), null);
    assert.equal(dueReason({ ...last, cases: 0 }, { ...today, cases: 0 }), null);
  });

  test("once a night: at three, or when Concord is next there", () => {
    const at = (day: number, hour: number, minute = 0) => new Date(2026, 2, day, hour, minute);
    assert.equal(dueReason(last, { ...today, now: at(3, 2, 59) }), null);
    assert.equal(dueReason(last, { ...today, now: at(3, 3) }), "night");
    assert.equal(dueReason(last, { ...today, now: at(9, 17) }), "night");
    assert.deepEqual(lastNightlyRun(at(3, 2)), at(2, 3));
    assert.deepEqual(lastNightlyRun(at(3, 3)), at(3, 3));
  });
});

test("after trouble it waits longer each time, and never longer than six hours", () => {
  assert.deepEqual([1, 2, 3, 4].map(backoffDelay), [60_000, 240_000, 960_000, 3_840_000]);
  assert.equal(backoffDelay(40), 6 * 3_600_000);
});

test("what went wrong holds no text of an error, which might quote somebody", () => {
  assert.deepEqual(failureMessage(new RangeError("trace requires a number: I feel lost")), {
    id: "stored.failure.step",
    values: { name: "RangeError" },
  });
  assert.deepEqual(failureMessage(Object.assign(new Error("connect 10.0.0.1"), { code: "ECONNREFUSED" })), {
    id: "stored.failure.unreachable",
    values: { code: "ECONNREFUSED" },
  });
  assert.deepEqual(failureMessage("I feel lost"), { id: "stored.failure.unexpected", values: {} });
});
