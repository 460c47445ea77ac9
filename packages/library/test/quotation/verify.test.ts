import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, type Verifiable, verifiable, verify } from "@concord/library";
import fc from "fast-check";
import { ownText } from "../fixtures/own-library.ts";
import { plainBook } from "../fixtures/own-text.ts";

const meeting: Verifiable = verifiable(await ownText(plainBook));
const kindOf = (words: string): string => verify(meeting, words).kind;

test("as it stands, across lines, page marks, note marks, emphasis and a line-end hyphen", () => {
  for (const words of [
    "The physician who listens is half the cure.",
    "he trusts the person who holds it, and the psychoanalytic hour is no exception.",
    "he trusts the person who holds it, and the psycho-analytic hour is no exception.",
    "“Rapport,” said Dr. Vale, “is not a trick.”",
    "MANY HAVE THOUGHT OTHERWISE — they were mistaken",
    "nothing moves. {12} It is not true",
    "it , and the psycho\u2011analytic hour is no exception",
    "nothing moves. It is not true",
  ])
    assert.equal(kindOf(words), "verified", words);
});

test("one word changed, added, left out or moved never verifies", () => {
  for (const words of [
    "The physician who listens is not half the cure.",
    "The physician who listens is half of the cure.",
    "The physician who talks is half the cure.",
    "The physician listens who is half the cure.",
    "The physician who listens is half cure.",
    "Confidence grows slowly. It is not true",
  ])
    assert.notEqual(kindOf(words), "verified", words);
});

test("what resembles is near, and says how it differs", () => {
  const found = verify(meeting, "The physician who listens is not half the cure.");
  assert.ok(found.kind === "near");
  assert.deepEqual(found.place.differences, [
    { kind: "added", inText: "", inQuotation: "not", at: plainBook.indexOf("half the cure") },
  ]);
  assert.equal(cut(meeting.text, found.place), "The physician who listens is half the cure");
});

test("a quotation ends where a word ends", () => {
  assert.equal(kindOf("the person who hold"), "near");
  assert.equal(kindOf("hysician who listens is"), "near");
});

test("elisions are several spans, with the words left out counted", () => {
  for (const sign of ["…", "...", "[...]", "[…]", ". . ."]) {
    const found = verify(
      meeting,
      `Where the doctor and the patient agree ${sign} the bond carries both of them`,
    );
    assert.ok(found.kind === "verified", sign);
    assert.equal(found.spans.length, 2);
    // "upon the work,"
    assert.deepEqual(found.omitted, [3]);
  }
});

test("one word alone before an elision stands close, and is no negation", () => {
  assert.equal(kindOf("Where … the bond carries both of them"), "verified");
  assert.notEqual(kindOf("not … explains the whole. The bond is older"), "verified");
});

test("an elision joins neither chapters nor pieces in the wrong order, nor a single word", () => {
  for (const words of [
    "The physician who listens … Confidence grows slowly",
    "the bond carries both … Where the doctor and the patient",
    "The bond is … not … older than the word",
  ])
    assert.notEqual(kindOf(words), "verified", words);
});

test("negation and attribution near the edges warn", () => {
  const negated = verify(meeting, "suggestion explains the whole");
  assert.ok(negated.kind === "verified");
  assert.deepEqual(
    negated.cautions.map(({ kind, where }) => [kind, where]),
    [["negation", "before"]],
  );
  const others = verify(meeting, "is not a trick");
  assert.ok(others.kind === "verified");
  assert.ok(others.cautions.some(({ kind }) => kind === "attribution"));
  const elided = verify(meeting, "A patient does … trust a method");
  assert.ok(elided.kind === "verified");
  assert.ok(elided.cautions.some(({ where }) => where === "left-out"));
});

test("two words prove nothing", () => assert.equal(kindOf("the bond"), "too-short"));

const words = plainBook.split(/\s+/).filter((word) => /^[a-zA-Z]{3,}$/.test(word));

test("property: every run of whole words verifies, in any spacing and case", () => {
  const tokens = [...plainBook.matchAll(/\S+/g)];
  fc.assert(
    fc.property(
      fc.nat(tokens.length - 6),
      fc.integer({ min: 4, max: 30 }),
      fc.boolean(),
      (from, count, upper) => {
        const last = tokens[Math.min(tokens.length - 1, from + count)]!;
        const cutOut = plainBook.slice(tokens[from]!.index, last.index + last[0].length);
        const spaced = cutOut.replace(/(?<!-)\s+/g, "  ");
        assert.notEqual(verify(meeting, upper ? spaced.toUpperCase() : spaced).kind, "near");
        assert.notEqual(verify(meeting, upper ? spaced.toUpperCase() : spaced).kind, "absent");
      },
    ),
    { numRuns: 300 },
  );
});

test("property: a word put in anywhere inside never verifies", () => {
  const sentence =
    "Where the doctor and the patient agree upon the work, the bond carries both of them".split(" ");
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: sentence.length - 1 }),
      fc.constantFrom("not", "never", ...words),
      (at, word) => {
        const put = [...sentence.slice(0, at), word, ...sentence.slice(at)].join(" ");
        assert.notEqual(kindOf(put), "verified");
      },
    ),
  );
});
