import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Edition, Study, SynthesisDefinition } from "@concord/evidence";
import { editions, newIdentifier, studies, syntheses } from "@concord/store";
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
  let written: { readonly by: string; readonly change: string };
  const now = "2026-03-02T09:00:00.000Z";
  before(async () => {
    fresh = await freshStore({ now: () => now });
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
    written = { by: north.therapist, change: newIdentifier() };
  });
  after(() => fresh.close());

  test("a correction is a further revision; the first stays readable", async () => {
    const first = aStudy("maker-2020", 0.2);
    const second = aStudy("maker-2020", 0.3);
    await fresh.store.within(north.practice, async (scope) => {
      await studies.write(scope, written, [{ study: first, reason: null }]);
      await studies.write(scope, written, [
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
      const together = await studies.ofChange(scope, written.change);
      assert.deepEqual(
        together.map(({ study, revision }) => [study.id, revision]),
        [
          ["maker-2020", 1],
          ["maker-2020", 2],
          ["other-2021", 1],
        ],
      );
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

  test("an edition is kept under its number and found by it, and a second try changes nothing", async () => {
    const result = { kind: "no-result", reason: "no effect is left" } as const;
    const issue = (number: number, because: string): Edition => ({
      id: `own @ 2026-03-02 #${number}`,
      synthesis: "own",
      number,
      date: "2026-03-02",
      digest: null,
      result,
      claims: [],
      because,
    });
    const message = { id: "stored.synthesis.no-result", values: { reason: "no studies" } } as const;
    const first = {
      edition: issue(1, "First edition."),
      sentence: "There is no result: no studies.",
      message,
      program: null,
    };
    await fresh.store.within(north.practice, async (scope) => {
      await editions.keep(scope, written, [first]);
      await editions.keep(scope, written, [
        { ...first, sentence: "Another try." },
        { ...first, edition: issue(2, "Smith 2021 was added."), program: "library(metafor)" },
      ]);
      const listed = await editions.list(scope);
      assert.deepEqual(
        listed.map(({ number, because }) => [number, because]),
        [
          [1, "First edition."],
          [2, "Smith 2021 was added."],
        ],
      );
      assert.deepEqual(await editions.find(scope, "own", 1), first);
      assert.equal((await editions.find(scope, "own", 2))?.program, "library(metafor)");
      assert.equal(await editions.find(scope, "own", 3), null);
      assert.deepEqual(await editions.ofChange(scope, written.change), listed);
    });
    await fresh.store.within(south.practice, async (scope) => {
      assert.deepEqual(await editions.list(scope), []);
      assert.equal(await editions.find(scope, "own", 1), null);
    });
  });
});
