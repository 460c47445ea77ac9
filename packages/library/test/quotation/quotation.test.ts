import assert from "node:assert/strict";
import { test } from "node:test";
import {
  anchor,
  annotationOf,
  describe,
  firstSource,
  inCodePoints,
  quotationBudget,
  quote,
  show,
  stateOf,
  verifiable,
} from "@concord/library";
import fc from "fast-check";
import { english } from "../fixtures/english.ts";
import { ownText } from "../fixtures/own-library.ts";
import { plainBook } from "../fixtures/own-text.ts";

const text = await ownText(plainBook);
const held = verifiable(text);

test("kept as spans, shown as cut from the text, with its page", () => {
  const { quotation } = quote(held, "he trusts the person who holds it, and the psychoanalytic hour");
  assert.ok(quotation !== null);
  const shown = show(quotation, text);
  assert.equal(shown?.words, "he trusts the person who holds it, and the psycho-analytic hour");
  assert.deepEqual(shown?.locator, { kind: "page", first: "1", last: "1" });
});

test("words that do not verify are not kept", () => {
  const { quotation } = quote(held, "he trusts the person who never holds it");
  assert.equal(quotation, null);
});

test("verified, moved, changed, lost", async () => {
  const { quotation } = quote(held, "the bond carries both of them through the weeks");
  assert.ok(quotation !== null);
  assert.equal(stateOf(quotation, text).kind, "verified");
  const longer = await ownText(`A new preface.\n\n${plainBook}`);
  assert.equal(stateOf(quotation, longer).kind, "moved");
  const reworded = await ownText(plainBook.replace("carries both", "hardly carries both"));
  const changed = stateOf(quotation, reworded);
  assert.ok(changed.kind === "changed");
  const at = reworded.characters.indexOf("hardly carries");
  assert.deepEqual(changed.near.differences, [{ kind: "left-out", inText: "hardly", inQuotation: "", at }]);
  assert.equal(show(quotation, reworded), null);
  const other = await ownText("Nothing of the kind was ever written here by anybody.");
  assert.equal(stateOf(quotation, other).kind, "lost");
  assert.equal(stateOf(quotation, null).kind, "lost");
});

test("theorem: a described span is anchored to itself, and to its new place after a shift", () => {
  fc.assert(
    fc.property(fc.nat(plainBook.length - 60), fc.integer({ min: 20, max: 59 }), (from, length) => {
      const span = { from, to: from + length };
      const described = describe(text, span);
      assert.deepEqual(anchor(described, text), { kind: "in-place", span });
    }),
  );
});

test("theorem: an anchor never settles on other words", () => {
  const described = describe(text, {
    from: plainBook.indexOf("half the cure"),
    to: plainBook.indexOf("half the cure") + 13,
  });
  assert.deepEqual(anchor(described, { characters: plainBook.replace("half the cure", "half a cure") }), {
    kind: "lost",
  });
});

test("positions of an annotation are code points", async () => {
  const wide = await ownText("😀😀 The bond holds both of them fast.");
  const { quotation } = quote(verifiable(wide), "The bond holds both");
  assert.ok(quotation !== null);
  const [target] = annotationOf("urn:x", quotation, wide, english).target;
  assert.deepEqual(target?.selector[0], { type: "TextPositionSelector", start: 3, end: 22 });
  assert.equal([...wide.characters].slice(3, 22).join(""), "The bond holds both");
  assert.deepEqual(inCodePoints("a😀b", { from: 3, to: 4 }), { from: 2, to: 3 });
});

test("the same words in two books: the earlier is the source", async () => {
  const words = "the bond carries both of them through the weeks";
  const late = await ownText(`As one reads: ${words}, and so on.`, { title: "Later", year: 1950 });
  const early = await ownText(plainBook, { title: "On Meeting", year: 1909 });
  const found = firstSource([verifiable(late), verifiable(early)], words);
  assert.deepEqual(
    found.map(({ year }) => year),
    [1909, 1950],
  );
});

test("too much from one source warns", () => {
  const source = { ...text.source, title: "On Meeting" };
  const entry = { id: "a", source, length: 60_000 };
  const [within] = quotationBudget([{ text: "a", words: "word ".repeat(90) }], [entry]);
  const [over] = quotationBudget([{ text: "a", words: "word ".repeat(900) }], [entry]);
  assert.equal(within?.warning, null);
  assert.match(over?.warning == null ? "" : english.of(over.warning), /On Meeting: 900 words/);
});
