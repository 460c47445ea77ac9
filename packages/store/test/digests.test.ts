import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { clients, digests, episodes, newIdentifier, type Scope, staff } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import fc from "fast-check";
import { digest, type Small, smallPractice } from "./two-practices.ts";

const drop = { id: "stored.text", values: { text: "A sudden drop in session 4." } } as const;
const quiet = { id: "stored.headline.quiet", values: {} } as const;

const query: digests.DigestQuery = {
  sort: "client",
  descending: false,
  filter: "all",
  search: "",
  page: 1,
  perPage: 10,
};

describe("the caseload", () => {
  let fresh: FreshStore;
  let small: Small;
  let other: string;
  let lines: readonly digests.NewDigest[];
  before(async () => {
    fresh = await freshStore();
    small = await smallPractice(fresh.store, "north");
    await within(async (scope) => {
      other = await staff.add(scope, { name: "Björk", email: "b@north.example", roles: ["therapist"] });
      const names = ["Zoë", "ärger", "Anna", "anna", "Müller", "de Boer", "Émile"];
      const ids = Array.from({ length: 60 }, () => newIdentifier());
      const labels = ids.map((_, at) => `${names[at % names.length]} ${String(at).padStart(2, "0")}`);
      await clients.addMany(
        scope,
        ids.map((client, at) => ({ client, label: labels[at] ?? "", ageBand: "adult" })),
      );
      await episodes.openMany(
        scope,
        ids.map((one, at) => ({
          episode: one,
          client: one,
          therapist: at % 3 === 0 ? other : small.therapist,
          openedOn: "2026-01-01",
        })),
      );
      lines = ids.map((one, at) =>
        digest(one, at % 3 === 0 ? other : small.therapist, {
          client: labels[at] ?? "",
          therapist: at % 3 === 0 ? "Björk" : "Therapist",
          sessions: at % 5,
          lastSession: at % 4 === 0 ? null : `2026-01-${String((at % 9) + 10)}`,
          weight: at % 10 === 0 ? "urgent" : at % 10 === 1 ? "note" : null,
          signals: at % 10 < 2 ? 1 + (at % 3) : 0,
          headline: at % 10 === 0 ? drop : quiet,
          headlineTexts: at % 10 === 0 ? ["A sudden drop in session 4.", "Un calo alla seduta 4."] : [],
          awaiting: at % 6 === 0 ? [{ rater: "client", session: 2, since: "2026-01-20" }] : [],
          openTasks: at === 7 ? 1 : 0,
          spark: [50, null, 62.5],
          closed: at >= 50,
        }),
      );
      await digests.put(scope, lines);
    });
  });
  after(() => fresh.close());

  test("a line is read as it was written, and writing it again replaces it", async () => {
    const line = lines[10];
    assert.ok(line);
    await within((scope) => digests.put(scope, [{ ...line, headline: drop, phase: "termination" }]));
    await within((scope) => digests.put(scope, [line]));
    const { headlineTexts: _, ...read } = line;
    assert.deepEqual(await within((scope) => digests.find(scope, line.episode)), read);
    assert.equal(await within((scope) => digests.find(scope, newIdentifier())), null);
  });

  test("counts: 50 open, 10 closed; 10 with a signal and one with a task; 9 waiting for a form", async () => {
    const page = await within((scope) => digests.page(scope, query));
    assert.deepEqual(page.counts, { all: 50, attention: 11, awaiting: 9, closed: 10 });
    assert.deepEqual([page.total, page.pages, page.rows.length], [50, 5, 10]);
  });

  test("clients sort without regard to case and accents", async () => {
    const page = await within((scope) => digests.page(scope, { ...query, perPage: 100 }));
    const names = page.rows.map((row) => row.client.split(" ")[0] ?? "");
    const runs = names.map((name) => name.toLowerCase()).filter((name, at, all) => name !== all[at - 1]);
    assert.deepEqual(runs, ["anna", "ärger", "de", "émile", "müller", "zoë"]);
  });

  test("attention comes first by weight, then by number of signals", async () => {
    const page = await within((scope) =>
      digests.page(scope, {
        ...query,
        sort: "attention",
        descending: true,
        perPage: 11,
        filter: "attention",
      }),
    );
    const weights = page.rows.map((row) => row.weight);
    assert.deepEqual(weights, [...Array(5).fill("urgent"), ...Array(5).fill("note"), null]);
    const signals = page.rows.slice(0, 5).map((row) => row.signals);
    assert.deepEqual(
      signals,
      [...signals].sort((a, b) => b - a),
    );
  });

  test("missing dates come last in both directions", async () => {
    for (const descending of [false, true]) {
      const page = await within((scope) =>
        digests.page(scope, { ...query, sort: "last-session", descending, perPage: 50 }),
      );
      const missing = page.rows.map((row) => row.lastSession === null);
      assert.deepEqual(missing, [...Array(37).fill(false), ...Array(13).fill(true)]);
    }
  });

  test("turning pages shows every case once, in any order, filter and page size", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("attention", "client", "last-session", "next-session", "sessions"),
        fc.boolean(),
        fc.constantFrom("all", "attention", "awaiting", "closed"),
        fc.integer({ min: 1, max: 23 }),
        async (sort, descending, filter, perPage) => {
          const asked = { ...query, sort, descending, filter, perPage } as const;
          const seen = await within(async (scope) => {
            const first = await digests.page(scope, asked);
            const rows = [...first.rows];
            for (let page = 2; page <= first.pages; page++) {
              rows.push(...(await digests.page(scope, { ...asked, page })).rows);
            }
            return { rows, total: first.total };
          });
          assert.equal(seen.rows.length, seen.total);
          assert.equal(new Set(seen.rows.map((row) => row.episode)).size, seen.total);
        },
      ),
      { numRuns: 25 },
    );
  });

  test("a page past the end is the last one, a page before the first is the first", async () => {
    const [past, before] = await within(async (scope) => [
      await digests.page(scope, { ...query, page: 99 }),
      await digests.page(scope, { ...query, page: -1 }),
    ]);
    assert.deepEqual([past?.page, before?.page], [5, 1]);
  });

  test("search finds every word, wherever, without accents; signs of a pattern are just signs", async () => {
    const find = async (search: string) =>
      (await within((scope) => digests.page(scope, { ...query, search, perPage: 60 }))).total;
    assert.equal(await find("MULLER"), 7);
    assert.equal(await find("bjork drop"), 2);
    // The same rows in another language of staff.
    assert.equal(await find("bjork calo"), 2);
    assert.equal(await find("%"), 0);
    assert.equal(await find("_'; drop table"), 0);
    assert.equal(await find("   "), 50);
  });

  test("a therapist sees their own cases and those they were let into", async () => {
    const own = await within((scope) => digests.page(scope, { ...query, therapist: other }));
    assert.equal(own.total, 17);
    const foreign = lines[1]?.episode ?? "";
    const both = await within((scope) =>
      digests.page(scope, { ...query, therapist: other, episodes: [foreign] }),
    );
    assert.equal(both.total, 18);
    assert.equal((await within((scope) => digests.page(scope, { ...query, episodes: [foreign] }))).total, 1);
    assert.equal((await within((scope) => digests.page(scope, { ...query, episodes: [] }))).total, 0);
  });

  function within<T>(work: (scope: Scope) => Promise<T>): Promise<T> {
    return fresh.store.within(small.practice, work);
  }
});
