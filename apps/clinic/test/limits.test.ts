import assert from "node:assert/strict";
import { test } from "node:test";
import { limit } from "../server/limits.ts";

test("three may pass in a minute, the fourth waits for what is left of it", () => {
  let at = 0;
  const { take } = limit(3, 60, () => at);
  for (let count = 0; count < 3; count++) assert.deepEqual(take("a"), { kind: "passed" });
  at = 20_000;
  assert.deepEqual(take("a"), { kind: "wait", seconds: 40 });
  assert.deepEqual(take("b"), { kind: "passed" }, "another address is not held up");
  at = 60_000;
  assert.deepEqual(take("a"), { kind: "passed" });
});

test("a flood of addresses is remembered only up to the limit", () => {
  const { take } = limit(1, 60, () => 0, 100);
  take("first");
  for (let count = 0; count < 100; count++) take(`address ${count}`);
  assert.deepEqual(take("first"), { kind: "passed" }, "the oldest was forgotten");
  assert.equal(take("address 99").kind, "wait");
});
