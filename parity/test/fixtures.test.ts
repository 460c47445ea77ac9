import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { compare, limitFor } from "../compare.ts";
import { judgeByFunctions } from "../judge-case.ts";
import type { ReferenceCase } from "../reference-case.ts";
import { adapters as autoregressive } from "./independent/autoregressive.ts";
import { adapters as others } from "./independent/others.ts";
import { adapters as withinBetween } from "./independent/within-between.ts";

const folder = path.resolve(import.meta.dirname, "../fixtures");
const casesIn = (place: string): readonly ReferenceCase[] =>
  readdirSync(place)
    .filter((file) => file.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(path.join(place, name), "utf8")) as ReferenceCase);

for (const reference of casesIn(folder))
  test(`${reference.id}: ${reference.about}`, () => {
    const found = judgeByFunctions(reference);
    assert.deepEqual(found.disagreements, []);
    assert.deepEqual(found.failures, []);
    assert.ok(found.agreeing > 0);
  });

/** Fixtures whose R code is an implementation of its own are compared with our functions one by one. */
const independent = { ...autoregressive, ...others, ...withinBetween };

for (const reference of casesIn(path.join(folder, "independent")))
  test(`${reference.id}: ${reference.about}`, () => {
    const own = independent[reference.id];
    assert.ok(own !== undefined, "the case has its functions");
    const result = compare(own.run(reference), reference.expected, reference.tolerance);
    assert.deepEqual(result.disagreements, []);
    assert.ok(result.agreeing > 0);
  });

test("a comparison finds what differs, and what is missing or too much", () => {
  const tolerance = { rel: 1e-6, abs: 1e-8, overrides: { loose: { rel: 0.1 } } };
  const expected = { a: 1, b: [1, 2], c: null, loose_one: 10, d: { error: true, message: "no" }, e: "Inf" };
  const good = { a: 1.0000001, b: [1, 2], loose_one: 10.9, d: { error: true }, e: Infinity };
  assert.deepEqual(compare(good, expected, tolerance).disagreements, []);
  const bad = { a: 1.1, b: [1], c: 0, loose_one: 12, d: {}, e: 5 };
  const places = compare(bad, expected, tolerance).disagreements.map((entry) => entry.path);
  assert.deepEqual(places, ["a", "b.1", "c", "loose_one", "d", "e"]);
  const omitted = compare(bad, expected, tolerance, [{ code: /./, path: /^b\.1$/, reason: "why not" }]);
  assert.deepEqual(omitted.leftOut, [{ path: "b.1", reason: "why not", values: 1 }]);
  assert.deepEqual(limitFor(["x", "loose_one"], tolerance), { rel: 0.1, abs: 1e-8 });
});

test("a rule with a limit of its own still compares", () => {
  const rules = [{ code: /./, path: /^a$/, reason: "stops early", within: { rel: 0.01, abs: 0 } }];
  const tolerance = { rel: 1e-8, abs: 0 };
  assert.equal(compare({ a: 1.005 }, { a: 1 }, tolerance, rules).agreeing, 1);
  assert.equal(compare({ a: 1.1 }, { a: 1 }, tolerance, rules).disagreements.length, 1);
});

test("values that rest on a standard error of 0 are left out where none is given here, and nowhere else", () => {
  const tolerance = { rel: 1e-8, abs: 0 };
  const inR = { b: [2], se: [0], p: [0], next: { b: 2, se: 0, lower: 2 } };
  const none = { b: [2], se: [null], p: [null], next: { b: 2, se: Number.NaN, lower: Number.NaN } };
  const { agreeing, disagreements, leftOut } = compare(none, inR, tolerance);
  assert.equal(agreeing, 2);
  assert.deepEqual(disagreements, []);
  assert.deepEqual(
    leftOut.map(({ path }) => path),
    ["se.0", "p.0", "next.se", "next.lower"],
  );
  const tested = { ...inR, se: [0.5], p: [0.1] };
  assert.ok(compare(none, tested, tolerance).disagreements.length >= 2, "R has a test");
  assert.ok(compare({ ...none, b: [3] }, inR, tolerance).disagreements.length === 1, "a wrong estimate");
  assert.ok(
    compare({ ...none, p: [0.2] }, inR, tolerance).disagreements.length === 1,
    "a test without an error",
  );
});
