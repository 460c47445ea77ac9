import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fleschKincaid } from "flesch-kincaid";
import { IntlMessageFormat } from "intl-messageformat";
import { syllable } from "syllable";
import { banned } from "./banned-words.ts";

const english: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, "../src/client-form/en.json"), "utf8"),
);

/** Each message as a client reads it, with values put in. */
const values = {
  title: "How was today",
  unit: "minutes",
  count: 3,
  left: 2,
  number: 2,
  total: 4,
  answered: "3",
  link: "https://practice.example.org/f/x",
  until: "3 March",
  leaders: "Ines Halloran",
  supervisors: "Ruth Oyelaran",
  person: "Sam Whitfield",
};
const texts = new Map(
  Object.entries(english).map(([id, message]) => [
    id,
    String(new IntlMessageFormat(message, "en").format({ ...values, length: 2100, limit: 2000 })),
  ]),
);

/** Flesch–Kincaid grade: .39 words per sentence + 11.8 syllables per word − 15.59 (Kincaid et al. 1975, p. 14). */
function grade(text: string): number {
  const sentences = text.split(/[.!?]+(?:\s|$)/).filter((sentence) => sentence.trim() !== "").length;
  const words = text.match(/[\p{L}\p{N}’]+/gu) ?? [];
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return fleschKincaid({ sentence: sentences, word: words.length, syllable: syllables });
}

test("the count of a text whose numbers are known: 2 sentences, 12 words, 13 syllables", () => {
  // .39 × 6 + 11.8 × 13/12 − 15.59 = −.4667
  assert.ok(Math.abs(grade("The cat sat on the mat. The dog sat on the sofa.") - -0.4667) < 0.001);
});

test("client texts are at Flesch–Kincaid grade 6 or below, all together and each that is long enough to tell", () => {
  // A heading or a button is read as a sentence of its own.
  const whole = [...texts.values()].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`)).join(" ");
  assert.ok(grade(whole) <= 6, `all: ${grade(whole)}`);
  for (const [id, text] of texts)
    if ((text.match(/\S+/g) ?? []).length >= 20)
      assert.ok(grade(text) <= 8, `${id}: ${grade(text).toFixed(1)}`);
});

test("a sentence of a client text has 25 words or fewer", () => {
  for (const [id, text] of texts)
    for (const sentence of text.split(/[.!?]+\s/))
      assert.ok((sentence.match(/\S+/g) ?? []).length <= 25, `${id}: ${sentence}`);
});

test("no client text holds a word that Concord does without", () => {
  for (const [id, text] of texts) assert.doesNotMatch(text, banned, id);
});

test("apostrophes and quotation marks are typographic, and no text is markup", () => {
  for (const [id, text] of texts) assert.doesNotMatch(text, /['"<>]/, id);
});
