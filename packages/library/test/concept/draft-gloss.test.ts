import assert from "node:assert/strict";
import { test } from "node:test";
import { glossRequest, readGloss } from "@concord/library";
import fc from "fast-check";
import { english } from "../fixtures/english.ts";

const passage =
  "The bond alone does nothing. I have sat for 14 months with a client who trusted me, and it's \u201cwork\u201d that was missing.";

const drafted = (answer: string) => {
  const read = readGloss(answer, passage);
  assert.equal(read.kind, "drafted", answer);
  return read.kind === "drafted" ? read.gloss : "";
};
const refusal = (answer: string) => {
  const read = readGloss(answer, passage);
  assert.equal(read.kind, "refused", answer);
  return read.kind === "refused" ? english.of(read.message) : "";
};

test("the request has the passage's words and the concept's name, and nothing else of the library", () => {
  const [system, user] = glossRequest({ name: "therapeutic bond" }, passage);
  assert.equal(system?.role, "system");
  assert.equal(user?.content, `Concept: therapeutic bond\n\nPassage:\n${passage}`);
});

test("a plain sentence is a draft; what wraps it falls", () => {
  const plain = "Trust without work doesn't change the client's life.";
  assert.equal(drafted(plain), plain);
  assert.equal(drafted(`\u201c${plain}\u201d`), plain);
  assert.equal(drafted(`<think>\nThe user says "never".\n</think>\n\n${plain}\n`), plain);
  assert.equal(drafted("Trust **without** work\nchanges nothing."), "Trust without work changes nothing.");
});

test("what stands in quotation marks must stand in the passage, word for word", () => {
  drafted('The author holds that "the bond alone does nothing" without a task.');
  drafted("What 'was missing' over those 14 months is work.");
  for (const strange of [
    'The author says "the bond does nothing" without a task.',
    "The author says \u201cthe bond alone never does nothing\u201d.",
    "He calls it \u00abun lien\u00bb.",
    "He speaks of a 'holding bond' here.",
    "He speaks of a \u2018holding bond\u2019 here.",
    "> The bond is everything.\nSo he says.",
    "He speaks of a `holding bond` here.",
    'He says "" of it.',
  ])
    assert.match(refusal(strange), /^The draft quotes words that are not in the passage: /, strange);
  assert.match(refusal('He says that "the bond alone does nothing'), /does not end it/);
});

test("figures the passage does not have are refused: pages and years are the commonest inventions", () => {
  assert.match(refusal("As Freud held (1912), a bond does nothing."), /the number 1912/);
  assert.match(refusal("The bond does nothing, p. 23."), /the number 23/);
});

test("no answer, only thoughts, and too much", () => {
  for (const none of ["", "  \n", "\u2026", "<think>What may the author"])
    assert.match(refusal(none), /returned no sentence/);
  assert.match(refusal("So it is. ".repeat(60)), /characters; a summary can have at most 400/);
});

test("property: a draft never holds double-quoted words that the passage has not", () => {
  const word = fc.constantFrom("the", "bond", "alone", "does", "nothing", "never", "not", "trust");
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));
  fc.assert(
    fc.property(words, words, words, (before, quoted, behind) => {
      const read = readGloss(`${before} "${quoted}" ${behind}`, passage);
      const isThere = ` ${passage.toLowerCase().replace(/[^a-z\s]/g, "")} `.includes(` ${quoted} `);
      if (read.kind === "drafted") assert.ok(isThere, quoted);
    }),
  );
});
