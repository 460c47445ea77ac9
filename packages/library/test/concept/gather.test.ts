import assert from "node:assert/strict";
import { test } from "node:test";
import {
  buildPostings,
  type Concept,
  gather,
  scoreConcept,
  segment,
  startingConcepts,
  type Wording,
} from "@concord/library";
import { ownText } from "../fixtures/own-library.ts";
import { plainBook } from "../fixtures/own-text.ts";

const wording = (words: string, kind: Wording["kind"] = "period"): Wording => ({
  words,
  kind,
  school: null,
  from: "made up",
});

function concept(name: string, parties: Concept["parties"], ...wordings: readonly Wording[]): Concept {
  return { id: "made-up", name, definition: "", parties, wordings, excluded: [] };
}

/** The score of each passage; every passage is a text of its own, so that none lends to another. */
function scores(
  about: Concept,
  ...passages: readonly (string | readonly [chapter: string, words: string])[]
) {
  const index = buildPostings(
    passages.map((given, at) => {
      const [chapter, characters] = typeof given === "string" ? ["", given] : given;
      return { text: String(at), from: 0, to: characters.length, role: "body", chapter, characters } as const;
    }),
  );
  return Array.from(scoreConcept(index, about));
}

const others = ["Nothing here at all.", "Nor is anything there."];

test("a concept is gathered from where the parties meet, not from the index", async () => {
  const text = await ownText(plainBook);
  const passages = segment(text, { shortest: 50, longest: 400 }).map((passage) => ({
    ...passage,
    characters: text.characters,
  }));
  const postings = buildPostings(passages);
  const bond = startingConcepts.find(({ id }) => id === "therapeutic-bond")!;
  const found = gather(postings, bond, 2).map(({ passage }) => postings.passages[passage]!);
  assert.deepEqual(
    found.map(({ role }) => role),
    ["body", "body"],
  );
  const words = found.map(({ from, to }) => text.characters.slice(from, to)).join("\n");
  assert.match(words, /Confidence grows slowly/);
});

test("one place of the name scores as BM25 says, by hand", () => {
  // Three passages of 4 words, one holds the name once: rarity ln(1 + 2.5/1.5), tf part 1 × 3 / (1 + 2) = 1;
  // the name weighs 3.
  const [first, second] = scores(concept("rapport", []), "Rapport was soon there.", ...others);
  assert.ok(Math.abs(first! - 3 * Math.log(1 + 2.5 / 1.5)) < 1e-12);
  assert.equal(second, 0);
});

test("inflected words are the wording, derived ones are not", () => {
  const found = scores(
    concept("dependence", []),
    "Dependences differ.",
    "It depends upon others.",
    "They are dependent.",
    ...others,
  );
  assert.deepEqual(
    found.map((score) => score > 0),
    [true, false, false, false, false],
  );
});

test("wordings of one root are one term: varying a word counts as saying it again", () => {
  const about = concept(
    "made up",
    [],
    wording("suggestion"),
    wording("suggestive"),
    wording("suggestibility"),
  );
  const [varied, repeated] = scores(
    about,
    "Suggestion, suggestive, suggestibility.",
    "Suggestion, suggestion, suggestion.",
    ...others,
  );
  assert.ok(repeated! > 0);
  assert.equal(varied, repeated);
});

test("a wording that names a party counts half where that party is not near", () => {
  const about = concept("made up", ["therapist", "patient"], wording("sympathy of the physician"));
  const filler = "and so on it went for many words without end or any aim ".repeat(2);
  const [near, far] = scores(
    about,
    `The sympathy of the physician for his patient ${filler}.`,
    `The sympathy ${filler} of the physician for his patient.`,
    ...others,
  );
  assert.ok(far! > 0);
  assert.ok(near! > far!);
});

test("whoever suffers is not a patient yet, a sufferer is", () => {
  const about = concept("made up", ["patient"], wording("sympathy"));
  const [suffers, sufferer] = scores(
    about,
    "Sympathy for all who suffer.",
    "Sympathy for every poor sufferer.",
    ...others,
  );
  assert.equal(suffers, 0);
  assert.ok(sufferer! > 0);
});

test("a chapter called by the concept's name adds a tenth to its passages, and finds nothing by itself", () => {
  const [plain, called, empty] = scores(
    concept("resistance", []),
    ["IV. Other matters", "Resistance was great."],
    ["V. Resistances and Repression", "Resistance was great."],
    ["V. Resistances and Repression", "Nothing here at all."],
  );
  assert.ok(Math.abs(called! / plain! - 1.1) < 1e-12);
  assert.equal(empty, 0);
});
