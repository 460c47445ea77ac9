import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  best,
  buildPostings,
  postingRows,
  readFile,
  type Searchable,
  scoreBm25,
  segment,
  type Text,
  termOf,
} from "@concord/library";
import { passages, texts } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Small, smallPractice } from "./two-practices.ts";

const lengths = { shortest: 1, longest: 1500 };

const essay = `# Waiting

The bond grows while both wait. A bond that is named early holds.

Trust comes first.

# Asking

To ask is to trust. The therapist asks; the bond answers.`;

const letter = `# A letter

Nothing here is about trust, and everything is about weather.`;

describe("texts of a library", () => {
  let fresh: FreshStore;
  let north: Small;
  let south: Small;
  let kept: readonly Text[];
  before(async () => {
    fresh = await freshStore();
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
    kept = [await read("essay.md", essay, "Ames, Ada"), await read("letter.md", letter, "Byrd, Ben")];
    await fresh.store.within(north.practice, async (scope) => {
      for (const text of kept) await texts.put(scope, { text, ...cut(text), addedBy: north.therapist });
    });
  });
  after(() => fresh.close());

  const search = (words: readonly string[], near: number | null = null) =>
    fresh.store.within(north.practice, (scope) =>
      passages.search(scope, {
        terms: words.map((each) => ({ stems: termOf(each)!.stems, near, weight: 1 })),
        texts: null,
        limit: 10,
        saturation: 1.2,
        lengthening: 0.75,
      }),
    );

  test("come back as they went in, and are listed without their characters", async () => {
    await fresh.store.within(north.practice, async (scope) => {
      assert.deepEqual(await texts.find(scope, kept[0]!.id), kept[0]);
      assert.deepEqual(await texts.all(scope), kept);
      const list = await texts.list(scope);
      assert.deepEqual(
        list.map(({ source, passages, addedBy }) => [source.authors[0], passages, addedBy.staff]),
        [
          ["Ames, Ada", 3, north.therapist],
          ["Byrd, Ben", 1, north.therapist],
        ],
      );
      assert.ok(!("characters" in list[0]!));
    });
  });

  test("are seen by no other practice", async () => {
    await fresh.store.within(south.practice, async (scope) => {
      assert.deepEqual(await texts.list(scope), []);
      assert.equal(await texts.find(scope, kept[0]!.id), null);
      assert.equal(await texts.remove(scope, kept[0]!.id), false);
    });
  });

  test("one word scores as BM25 says, by hand", async () => {
    // "bond": 2 of 4 passages; twice in one of 13 words, once in one of 11; the four have 13, 3, 11 and 10 words.
    const rarity = Math.log(1 + (4 - 2 + 0.5) / (2 + 0.5));
    const score = (count: number, length: number) =>
      (rarity * count * 2.2) / (count + 1.2 * (0.25 + (0.75 * length) / (37 / 4)));
    const found = await search(["bond"]);
    assert.deepEqual(
      found.map(({ number, chapter }) => [number, chapter]),
      [
        [0, "Waiting"],
        [2, "Asking"],
      ],
    );
    assert.ok(Math.abs(found[0]!.score - score(2, 13)) < 1e-12);
    assert.ok(Math.abs(found[1]!.score - score(1, 11)) < 1e-12);
  });

  test("several words, a phrase and words near each other score as the index in memory does", async () => {
    const all = kept.flatMap((text) => searchable(text));
    const memory = buildPostings(all);
    for (const [words, near] of [
      [["trust", "bond"], null],
      [["the bond"], null],
      [["bond grows", "trust"], null],
      [["bond holds"], 8],
      [["nowhere"], null],
    ] as const) {
      const terms = words.map((each) => ({ term: termOf(each, near)!, weight: 1 }));
      const wanted = best(scoreBm25(memory, terms), 10).map(({ passage, score }) => ({
        text: all[passage]!.text,
        from: all[passage]!.from,
        score: score.toFixed(10),
      }));
      const got = (await search(words, near)).map(({ text, from, score }) => ({
        text,
        from,
        score: score.toFixed(10),
      }));
      assert.deepEqual(got, wanted, words.join());
    }
  });

  test("a text taken out takes its passages and postings with it", async () => {
    await fresh.store.within(north.practice, async (scope) => {
      assert.equal(await texts.remove(scope, kept[1]!.id), true);
      assert.equal((await texts.list(scope)).length, 1);
    });
    assert.deepEqual(
      (await search(["weather"])).map(({ number }) => number),
      [],
    );
  });
});

async function read(name: string, characters: string, author: string): Promise<Text> {
  const done = await readFile({ name, bytes: new TextEncoder().encode(characters) }, { authors: [author] });
  assert.equal(done.kind, "text");
  return done.text;
}

const searchable = (text: Text): readonly Searchable[] =>
  segment(text, lengths).map((passage) => ({ ...passage, characters: text.characters }));

function cut(text: Text) {
  const own = searchable(text);
  const postings = buildPostings(own);
  return {
    passages: own.map(({ characters: _, ...passage }, at) => ({
      ...passage,
      firstToken: postings.passageFirst[at]!,
      tokens: postings.passageFirst[at + 1]! - postings.passageFirst[at]!,
    })),
    postings: postingRows(postings),
  };
}
