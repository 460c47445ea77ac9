import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildPostings,
  collocatesOf,
  concordanceOf,
  dispersionOf,
  findTerm,
  linesOf,
  linesToTsv,
  segment,
  termOf,
  textsWhere,
} from "@concord/library";
import fc from "fast-check";
import { english } from "../fixtures/english.ts";
import { ownText } from "../fixtures/own-library.ts";
import { plainBook } from "../fixtures/own-text.ts";

const book = await ownText(plainBook, { authors: ["Vale, Ida"], year: 1909, title: "On Meeting" });
const letters = await ownText("The bond is kept. A bond broken mends. Our bond holds.", {
  authors: ["Holt, Ada"],
  year: 1921,
  title: "Letters",
});
const texts = new Map([book, letters].map((text) => [text.id, text]));
const postings = buildPostings(
  [book, letters].flatMap((text) =>
    segment(text).map((passage) => ({ ...passage, characters: text.characters })),
  ),
);
const plain = { match: "every-form", order: "text", texts: null, collocate: null } as const;
const page = { first: 0, count: 50, width: 20 };

test("a keyword stands in its context, with its place", () => {
  const found = concordanceOf(postings, { ...plain, words: "bond", texts: new Set([letters.id]) });
  assert.ok(found !== null);
  assert.deepEqual(
    linesOf(postings, found, texts, page).map(({ left, keyword, right }) => `${left}|${keyword}|${right}`),
    [
      "The |bond| is kept. A bond bro",
      "The bond is kept. A |bond| broken mends. Our b",
      "ond broken mends. Our |bond| holds.",
    ].map((line) => {
      const [left, keyword, right] = line.split("|");
      return `${left!.slice(-20)}|${keyword}|${right!.slice(0, 20)}`;
    }),
  );
});

test("lines are sorted by the word to the left and to the right", () => {
  const wordsIn = (order: "left" | "right") => {
    const found = concordanceOf(postings, { ...plain, words: "bond", order, texts: new Set([letters.id]) });
    return linesOf(postings, found!, texts, page).map(({ left, right }) =>
      order === "left" ? left.trim().split(" ").at(-1) : right.trim().split(" ")[0],
    );
  };
  assert.deepEqual(wordsIn("left"), ["A", "Our", "The"]);
  assert.deepEqual(wordsIn("right"), ["broken", "holds.", "is"]);
});

test("as written or in every form; by collocate; by author, year and work", () => {
  const count = (query: object) =>
    concordanceOf(postings, { ...plain, words: "hold", ...query })?.places.length;
  assert.equal(count({}), 2);
  assert.equal(count({ match: "written" }), 0);
  assert.equal(count({ words: "holds", match: "written" }), 2);
  assert.equal(count({ words: "bond", collocate: "mend" }), 2);
  const entries = [...texts.values()];
  const where = (wanted: object) => [
    ...textsWhere(entries, { author: null, years: null, work: null, ...wanted }),
  ];
  assert.deepEqual(where({ author: "vale" }), [book.id]);
  assert.deepEqual(where({ years: { first: 1920, last: 1930 } }), [letters.id]);
  assert.deepEqual(where({ work: "meeting", author: "holt" }), []);
});

test("collocates: G² by hand", () => {
  const characters = "bond trust trust z1 z2 z3 z4 z5 z6 z7 z8 z9";
  const own = buildPostings([
    { text: "t", characters, from: 0, to: characters.length, role: "body", chapter: "" },
  ]);
  const [first] = collocatesOf(own, findTerm(own, termOf("bond")!), 1, 10);
  // Both of the 2 stand among the 5 words beside "bond", of 12: cells 2, 0, 3 and 7.
  const expected =
    2 * (2 * Math.log(2 / (10 / 12)) + 3 * Math.log(3 / (50 / 12)) + 7 * Math.log(7 / (70 / 12)));
  assert.equal(first?.word, "trust");
  assert.equal(first?.count, 2);
  assert.ok(Math.abs(first!.strength - expected) < 1e-12);
});

test("dispersion: shares and Gries' DP by hand", () => {
  const two = buildPostings(
    [
      ["a", "bond x x x"],
      ["b", "x x x x"],
    ].map(([text, characters]) => ({
      text: text!,
      characters: characters!,
      from: 0,
      to: characters!.length,
      role: "body",
      chapter: "",
    })),
  );
  const { strips, deviation } = dispersionOf(two, findTerm(two, termOf("bond")!), 4);
  assert.deepEqual(
    strips.map(({ parts }) => parts),
    [
      [1, 0, 0, 0],
      [0, 0, 0, 0],
    ],
  );
  // (|1 − ½| + |0 − ½|) / 2
  assert.equal(deviation, 0.5);
  assert.equal(dispersionOf(two, new Uint32Array(0), 4).deviation, null);
});

test("a line for a spreadsheet never begins a formula", () => {
  const found = concordanceOf(postings, { ...plain, words: "bond" })!;
  const table = linesToTsv(
    linesOf(postings, found, texts, page).map((line) => ({ ...line, left: "=1+1" })),
    texts,
    english,
  );
  assert.match(table, /\n'=1\+1\tbond/);
  assert.equal(table.split("\n").at(-1), "");
});

test("property: sorting loses no line and orders the neighbour", () => {
  const word = fc.constantFrom("a1", "b1", "c1", "key");
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 60 }), (words) => {
      const characters = words.join(" ");
      const own = buildPostings([
        { text: "t", characters, from: 0, to: characters.length, role: "body", chapter: "" },
      ]);
      const sorted = concordanceOf(own, { ...plain, words: "key", order: "right" })!.places;
      const unsorted = concordanceOf(own, { ...plain, words: "key" })!.places;
      assert.deepEqual(
        [...sorted].sort((a, b) => a - b),
        [...unsorted],
      );
      const neighbours = Array.from(sorted, (token) => words[token + 1] ?? "");
      assert.deepEqual(neighbours, neighbours.toSorted());
    }),
  );
});
