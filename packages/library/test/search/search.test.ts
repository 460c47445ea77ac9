import assert from "node:assert/strict";
import { test } from "node:test";
import {
  best,
  buildPostings,
  findTerm,
  gather,
  moreLikeThese,
  type Searchable,
  scoreBm25,
  startingConcepts,
  stem,
  termOf,
  wordsOf,
} from "@concord/library";
import fc from "fast-check";

const passagesOf = (...texts: readonly string[]): readonly Searchable[] =>
  texts.map((characters, at) => ({
    text: String(at),
    from: 0,
    to: characters.length,
    role: "body",
    chapter: "",
    characters,
  }));

test("Porter2: the examples of the algorithm's description", () => {
  // Porter 2001, snowballstem.org/algorithms/english/stemmer.html: the sample vocabulary and the steps' examples.
  const examples: readonly (readonly [string, string])[] = [
    ["consign", "consign"],
    ["consigned", "consign"],
    ["consistency", "consist"],
    ["consolation", "consol"],
    ["consolatory", "consolatori"],
    ["consolidating", "consolid"],
    ["conspicuously", "conspicu"],
    ["constables", "constabl"],
    ["knackeries", "knackeri"],
    ["knightly", "knight"],
    ["knitted", "knit"],
    ["knives", "knive"],
    ["caresses", "caress"],
    ["ties", "tie"],
    ["cries", "cri"],
    ["gas", "gas"],
    ["gaps", "gap"],
    ["kiwis", "kiwi"],
    ["luxuriated", "luxuri"],
    ["hopping", "hop"],
    ["hoping", "hope"],
    ["generously", "generous"],
    ["skies", "sky"],
    ["news", "news"],
  ];
  for (const [word, expected] of examples) assert.equal(stem(word), expected, word);
});

test("words are folded: case, accents, possessive, hyphens", () => {
  assert.deepEqual(wordsOf("Déjerine’s psycho-analysis; don't _stop_"), [
    "dejerine",
    "psychoanalysis",
    "dont",
    "stop",
  ]);
});

test("a prefix belongs to its word, with a hyphen, without, and over the end of a line", () => {
  const spellings = [
    "psychoanalysis",
    "psycho-analysis",
    "Psycho‐Analysis",
    "psycho-\nanalysis",
    "psycho-\r\n  analysis",
  ];
  for (const words of spellings) assert.deepEqual(wordsOf(words), ["psychoanalysis"], JSON.stringify(words));
  assert.deepEqual(
    wordsOf("self-analysis, over-strong, well-known"),
    "self analysis over strong well known".split(" "),
  );
  assert.deepEqual(wordsOf("pre- and post-war; re-, non-"), ["pre", "and", "postwar", "re", "non"]);
  assert.deepEqual(wordsOf("counter--transference; psycho-\n\nanalysis"), [
    "counter",
    "transference",
    "psycho",
    "analysis",
  ]);
});

test("BM25 by hand: one term in one of two passages", () => {
  const postings = buildPostings(passagesOf("bond bond care", "other words here now and"));
  const term = termOf("bond")!;
  const scores = scoreBm25(postings, [{ term, weight: 1 }], { saturation: 1.2, lengthening: 0.75 });
  // N = 2, n = 1: ln(1 + 1.5/1.5) = ln 2; f = 2, l = 3, mean length 4: 2 · 2.2 / (2 + 1.2(0.25 + 0.75 · 3/4)).
  assert.ok(Math.abs(scores[0]! - (Math.log(2) * 2 * 2.2) / (2 + 1.2 * 0.8125)) < 1e-12);
  assert.equal(scores[1], 0);
});

test("phrases are in a row, near words in any order, both within a passage", () => {
  const postings = buildPostings(
    passagesOf("the bond of trust", "trust the strong bond", "trust", "bond of"),
  );
  const passages = (term: ReturnType<typeof termOf>) =>
    [...findTerm(postings, term!)].map((token) => postings.passageOf[token]);
  assert.deepEqual(passages(termOf("bond of trust")), [0]);
  assert.deepEqual(passages(termOf("trust bond", 4)), [0, 1]);
  assert.deepEqual(passages(termOf("absent words")), []);
});

test("more like these adds the words that liked passages share", () => {
  const postings = buildPostings(
    passagesOf("bond rapport sympathy", "bond rapport kindness", "rapport alone here", "iron chain metal"),
  );
  const terms = [{ term: termOf("bond")!, weight: 1 }];
  const more = moreLikeThese(
    postings,
    terms,
    [
      { passage: 0, score: 1 },
      { passage: 1, score: 1 },
    ],
    {
      words: 3,
      original: 0.5,
    },
  );
  const scores = scoreBm25(postings, more);
  assert.ok(scores[2]! > 0);
  assert.equal(scores[3], 0);
});

test("property: every word of a passage finds it, and places rise", () => {
  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  fc.assert(
    fc.property(
      fc.array(fc.array(word, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 }),
      (rows) => {
        const postings = buildPostings(passagesOf(...rows.map((row) => row.join(" "))));
        rows.forEach((row, at) => {
          for (const each of row) {
            const places = findTerm(postings, termOf(each)!);
            assert.ok(places.some((token) => postings.passageOf[token] === at));
            assert.ok(places.every((token, i) => i === 0 || token > places[i - 1]!));
          }
        });
      },
    ),
  );
});

test("no passages: nothing is found and nothing fails", () => {
  const postings = buildPostings([]);
  assert.deepEqual(best(scoreBm25(postings, [{ term: termOf("bond")!, weight: 1 }]), 5), []);
  assert.deepEqual(gather(postings, startingConcepts[0]!, 5), []);
});
