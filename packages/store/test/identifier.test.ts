import assert from "node:assert/strict";
import { test } from "node:test";
import { isIdentifier, newIdentifier } from "../src/index.ts";

test("what is made later within one millisecond sorts later, and nothing is made twice", () => {
  const made = Array.from({ length: 20_000 }, () => newIdentifier(1_700_000_000_000));
  assert.ok(made.every(isIdentifier));
  assert.deepEqual([...made].sort(), made);
  assert.equal(new Set(made).size, made.length);
  assert.ok(made.every((one) => one[14] === "7" && "89ab".includes(one[19] ?? "")));
});

test("a later millisecond sorts later", () => {
  assert.ok(newIdentifier(1_700_000_000_000) < newIdentifier(1_700_000_000_001));
});
