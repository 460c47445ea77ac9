import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import fc from "fast-check";
import { canonical, digestOf } from "../src/index.ts";

test("FIPS 180-4, the example “abc”", () => {
  assert.equal(digestOf("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});

test("any text, around every block boundary too, as the platform's own SHA-256", () => {
  const expected = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");
  for (let length = 0; length < 200; length++)
    assert.equal(digestOf("x".repeat(length)), expected("x".repeat(length)));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 300 }), (text) => digestOf(text) === expected(text)),
  );
});

test("equal content has equal text, whatever the order of its keys", () => {
  assert.equal(canonical({ b: [1, { d: 2, c: 3 }], a: null }), '{"a":null,"b":[1,{"c":3,"d":2}]}');
  assert.notEqual(canonical({ a: [1, 2] }), canonical({ a: [2, 1] }));
});
