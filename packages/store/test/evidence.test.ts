import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Study, SynthesisDefinition } from "@concord/evidence";
import { editions, studies, syntheses } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { type Small, smallPractice } from "./two-practices.ts";

const aStudy = (id: string, r: number): Study => ({
  id,
  citation: "Maker A (2020). A made-up study.",
  authors: ["Maker, A"],
  year: 2020,
  title: "A made-up study",
  doi: null,
  design: "longitudinal",
  population: { ageBand: "adult", country: null, setting: null, description: "adults" },
  quality: "not-rated",
  topics: ["alliance-outcome"],
  stage: { kind: "pooled" },
  provenance: { kind: "hand", source: "test", licence: null },
  reports: [
    {
      id: "1",
      rater: "client",
      instrument: "a form",
      timing: "early",
      outcome: "symptoms",
      outcomeRater: "client",
      figures: { kind: "correlation", r, n: 40 },
      toward: "better",
      note: null,
    },
  ],
});

const definition: SynthesisDefinition = {
  id: "own",
  title: "Our own question",
  question: "Does it hold here?",
  filter: { raters: ["client"] },
  model: {
    measure: "ZCOR",
    method: "REML",
    test: "t",
    random: "study/effect",
    mods: null,
    robust: "CR2",
    level: 95,
  },
};

describe("the evidence of a practice", () => {
  let fresh: FreshStore;
  let north: Small;
  let south: Small;
  let now = "2026-03-02T09:00:00.000Z";
  before(async () => {
    fresh = await freshStore({ now: () => now });
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
  });
  after(() => fresh.close());

  test("a correction is a further revision; the first stays readable", async () => {
    const first = aStudy("maker-2020", 0.2);
    const second = aStudy("maker-2020", 0.3);
    await fresh.store.within(north.practice, async (scope) => {
      await studies.write(scope, north.therapist, [{ study: first, reason: null }]);
      await studies.write(scope, north.therapist, [
        { study: second, reason: "A typing error in r." },
        { study: aStudy("other-2021", 0.1), reason: null },
      ]);
      const listed = await studies.list(scope);
      assert.deepEqual(
        listed.map(({ study, revision }) => [study.id, revision]),
        [
          ["maker-2020", 2],
          ["other-2021", 1],
        ],
      );
      assert.deepEqual(listed[0]?.study, second);
      const all = await studies.revisions(scope, "maker-2020");
      assert.deepEqual(
        all.map(({ study, reason }) => [study, reason]),
        [
          [second, "A typing error in r."],
          [first, null],
        ],
      );
      assert.equal(all[0]?.addedBy.name, "Therapist of north");
    });
    await fresh.store.within(south.practice, async (scope) => {
      assert.deepEqual(await studies.list(scope), []);
      assert.deepEqual(await studies.revisions(scope, "maker-2020"), []);
    });
  });

  test("a definition is kept as data, and its newest revision stands", async () => {
    await fresh.store.within(north.practice, async (scope) => {
      await syntheses.define(scope, north.therapist, definition);
      await syntheses.define(scope, north.therapist, { ...definition, title: "Asked better" });
      const [kept, ...more] = await syntheses.list(scope);
      assert.equal(more.length, 0);
      assert.equal(kept?.revision, 2);
      assert.deepEqual(kept?.definition, { ...definition, title: "Asked better" });
    });
  });

  test("an edition is kept once and found by its name", async () => {
    const content = { sentence: "r = .27" };
    const given = { kind: "synthesis", subject: "own", digest: "abc", content } as const;
    await fresh.store.within(north.practice, async (scope) => {
      await editions.keep(scope, north.therapist, [given]);
      now = "2026-03-03T09:00:00.000Z";
      await editions.keep(scope, north.therapist, [given, { ...given, digest: "def" }]);
      const listed = await editions.list(scope, "synthesis", "own");
      assert.deepEqual(
        listed.map(({ digest, keptAt }) => [digest, keptAt]),
        [
          ["def", "2026-03-03T09:00:00.000Z"],
          ["abc", "2026-03-02T09:00:00.000Z"],
        ],
      );
      assert.deepEqual(await editions.list(scope, "claim", "own"), []);
      const found = await editions.find(scope, listed[1]!.edition);
      assert.deepEqual(found?.content, content);
    });
    await fresh.store.within(south.practice, async (scope) => {
      assert.deepEqual(await editions.list(scope, "synthesis", "own"), []);
    });
  });
});
