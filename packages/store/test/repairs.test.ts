import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { choices, repairs } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Small, smallPractice } from "./two-practices.ts";

describe("repairs and choices", () => {
  let fresh: FreshStore;
  let north: Small;
  let south: Small;
  before(async () => {
    fresh = await freshStore();
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
  });
  after(() => fresh.close());

  const step = (of: Small) =>
    ({
      episode: of.episode,
      rupture: 1,
      step: "named",
      state: "done",
      takenIn: 1,
      words: null,
      recordedBy: of.therapist,
    }) as const;

  test("steps are kept in the order of their writing, and no other practice sees them", async () => {
    await fresh.store.within(north.practice, async (scope) => {
      await repairs.record(scope, step(north));
      await repairs.record(scope, { ...step(north), state: "taken-back" });
      await repairs.record(scope, { ...step(north), step: "agreed", words: "Ask before moving on." });
      const kept = await repairs.list(scope, [north.episode]);
      assert.deepEqual(
        kept.map(({ step, state, words }) => [step, state, words]),
        [
          ["named", "done", null],
          ["named", "taken-back", null],
          ["agreed", "done", "Ask before moving on."],
        ],
      );
    });
    await fresh.store.within(south.practice, async (scope) => {
      assert.deepEqual(await repairs.list(scope, [north.episode]), []);
    });
  });

  test("a step belongs to sessions that are recorded", async () => {
    await assert.rejects(
      fresh.store.within(north.practice, (scope) => repairs.record(scope, { ...step(north), takenIn: 77 })),
    );
  });

  test("the newest choice on a matter stands; each matter by itself", async () => {
    await fresh.store.within(north.practice, async (scope) => {
      const given = { episode: north.episode, chosenBy: north.therapist };
      const choose = (matter: "attachment-norm" | "perfectionism-norm", chosen: string | null) =>
        choices.choose(scope, { ...given, matter, chosen });
      assert.equal(await choices.newest(scope, north.episode, "attachment-norm"), null);
      await choose("attachment-norm", "one");
      await choose("attachment-norm", "other");
      await choose("perfectionism-norm", "third");
      assert.equal((await choices.newest(scope, north.episode, "attachment-norm"))?.chosen, "other");
      await choose("attachment-norm", null);
      assert.equal((await choices.newest(scope, north.episode, "attachment-norm"))?.chosen, null);
      assert.equal((await choices.newest(scope, north.episode, "perfectionism-norm"))?.chosen, "third");
    });
  });
});
