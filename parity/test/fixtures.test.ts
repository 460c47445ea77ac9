import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { adapterFor } from "../cases/index.ts";
import { compare, limitFor } from "../compare.ts";
import type { ReferenceCase } from "../reference-case.ts";

const folder = path.resolve(import.meta.dirname, "../fixtures");

for (const name of readdirSync(folder).filter((file) => file.endsWith(".json"))) {
  const reference = JSON.parse(readFileSync(path.join(folder, name), "utf8")) as ReferenceCase;
  test(`${reference.id}: ${reference.about}`, () => {
    const adapter = adapterFor(reference.id);
    assert.ok(adapter !== undefined, `no adapter for ${reference.id}`);
    const leftOut = adapter.leftOut?.(reference) ?? [];
    const result = compare(adapter.run(reference), reference.expected, reference.tolerance, leftOut);
    assert.deepEqual(result.disagreements, []);
    assert.ok(result.agreeing > 0);
  });
}

test("a comparison finds what differs, and what is missing or too much", () => {
  const tolerance = { rel: 1e-6, abs: 1e-8, overrides: { loose: { rel: 0.1 } } };
  const expected = { a: 1, b: [1, 2], c: null, loose_one: 10, d: { error: true, message: "no" }, e: "Inf" };
  const good = { a: 1.0000001, b: [1, 2], loose_one: 10.9, d: { error: true }, e: Infinity };
  assert.deepEqual(compare(good, expected, tolerance, []).disagreements, []);
  const bad = { a: 1.1, b: [1], c: 0, loose_one: 12, d: {}, e: 5 };
  const places = compare(bad, expected, tolerance, []).disagreements.map((entry) => entry.path);
  assert.deepEqual(places, ["a", "b.1", "c", "loose_one", "d", "e"]);
  const omitted = compare(bad, expected, tolerance, [{ path: "b", reason: "why not" }]);
  assert.deepEqual(omitted.leftOut, [{ path: "b", reason: "why not", values: 2 }]);
  assert.deepEqual(limitFor(["x", "loose_one"], tolerance), { rel: 0.1, abs: 1e-8 });
});
