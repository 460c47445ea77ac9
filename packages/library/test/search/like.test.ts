import assert from "node:assert/strict";
import { test } from "node:test";
import { buildPostings, passagesLike, type Role, termOf } from "@concord/library";
import fc from "fast-check";

const postingsOf = (words: readonly string[], role: (at: number) => Role = () => "body") =>
  buildPostings(
    words.map((characters, at) => ({
      ...{ text: `t${at}`, from: 0, to: characters.length, role: role(at), chapter: "" },
      characters,
    })),
  );

const books = [
  "A bond of trust carries the patient through weeks of trusting work.",
  "Trust is what carries the work when the weeks are long.",
  "Iron chains carried the bridge.",
  "The lamp stands on the shelf.",
  "Trust, work, weeks, lamp, shelf, iron, bond, bridge.",
];

test("passages like one share its words, by the form it writes; the one itself stays away", () => {
  const { words, hits } = passagesLike(postingsOf(books), [0], [], 10);
  assert.ok(words.includes("trust") && words.includes("weeks"), words.join(" "));
  assert.equal(words.includes("the"), false);
  assert.deepEqual(hits.map(({ passage }) => passage).toSorted(), [1, 2, 4]);
  const first = hits.find(({ passage }) => passage === 1)!;
  assert.deepEqual(first.shared.toSorted(), ["carries", "trust", "weeks", "work"]);
});

test("outside the body a passage counts half, and a question pulls towards its words", () => {
  const whole = passagesLike(postingsOf(books), [0], [], 10).hits.find(({ passage }) => passage === 4)!;
  const index = postingsOf(books, (at) => (at === 4 ? "index" : "body"));
  const half = passagesLike(index, [0], [], 10).hits.find(({ passage }) => passage === 4)!;
  assert.ok(Math.abs(half.score - whole.score / 2) < 1e-12);
  const lamp = [{ term: termOf("lamp")!, weight: 1 }];
  assert.ok(passagesLike(postingsOf(books), [0], lamp, 10).hits.some(({ passage }) => passage === 3));
});

test("like nothing is nothing", () => {
  assert.deepEqual(passagesLike(postingsOf(books), [], [], 10), { words: [], hits: [] });
  assert.deepEqual(passagesLike(postingsOf(["only this"]), [0], [], 10).hits, []);
});

test("property: whatever is like shares a word; the order of the given passages is nothing", () => {
  const word = fc.stringMatching(/^[a-z]{3,8}$/);
  const rows = fc.array(fc.array(word, { minLength: 1, maxLength: 9 }), { minLength: 2, maxLength: 8 });
  fc.assert(
    fc.property(rows, (all) => {
      const postings = postingsOf(all.map((row) => row.join(" ")));
      const one = passagesLike(postings, [0, 1], [], 10);
      assert.deepEqual(
        passagesLike(postings, [1, 0, 1], [], 10)
          .hits.map(({ passage }) => passage)
          .toSorted(),
        one.hits.map(({ passage }) => passage).toSorted(),
      );
      for (const { passage, shared } of one.hits) assert.ok(passage > 1 && shared.length > 0);
    }),
  );
});
