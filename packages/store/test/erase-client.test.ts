import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { erasures, notes, responses, restrictions, type Scope, scores } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { type Small, scored, smallPractice, submitted } from "./two-practices.ts";

/** Tables that name a client and are kept: the record of erasures itself, which has no content. */
const kept = new Set(["care.erasure"]);

/** Columns by which a row belongs to a client. */
const belonging = new Set([
  ...[
    "client_id",
    "episode_id",
    "request_id",
    "response_id",
    "sitting_id",
    "contact_id",
    "member_id",
    "task_id",
  ],
]);

describe("erasing a client", () => {
  let fresh: FreshStore;
  let north: Small;
  let south: Small;
  before(async () => {
    fresh = await freshStore();
    north = await smallPractice(fresh.store, "north");
    south = await smallPractice(fresh.store, "south");
    for (const small of [north, south]) {
      await fresh.store.within(small.practice, async (scope) => {
        const received = await responses.receive(scope, submitted(small.request));
        if (received.kind === "received") {
          await scores.record(scope, [scored(received.response.response, small.episode)]);
        }
        const note = { episode: small.episode, author: small.therapist, readers: "author" as const };
        await notes.write(scope, { ...note, text: "Unmistakable words." });
        await restrictions.record(scope, {
          client: small.client,
          state: "placed",
          reason: "Accuracy is contested.",
          recordedBy: small.therapist,
        });
      });
    }
  });
  after(() => fresh.close());

  const erase = (scope: Scope, small: Small) =>
    erasures.erase(scope, {
      client: small.client,
      episodes: [small.episode],
      basis: "request",
      erasedBy: small.therapist,
    });

  test("every table that names a client, or a row of one, has a rule in care.erase_client", async () => {
    const counts = await fresh.store
      .within(north.practice, async (scope) => {
        const { rows } = await erase(scope, north);
        throw Object.assign(new Error("rolled back"), { rows });
      })
      .catch((error: { rows: Record<string, number> }) => error.rows);
    const tables = await fresh.store.within(north.practice, async (scope) => {
      const { rows } = await scope.database.execute<{ place: string; name: string }>(sql`
        select table_schema || '.' || table_name as place, column_name as name from information_schema.columns
        where table_schema in ('care', 'directory')`);
      const references = await scope.database.execute<{ place: string; target: string }>(sql`
        select conrelid::regclass::text as place, confrelid::regclass::text as target from pg_constraint
        where contype = 'f'`);
      const found = new Set(rows.filter(({ name }) => belonging.has(name)).map(({ place }) => place));
      for (let size = 0; size < found.size; ) {
        size = found.size;
        for (const { place, target } of references.rows) if (found.has(target)) found.add(place);
      }
      return [...found].filter((place) => !kept.has(place));
    });
    assert.ok(tables.length > 20);
    const without = tables.filter((place) => !(place in counts));
    assert.deepEqual(without, [], "replace care.erase_client in the migration that adds these tables");
  });

  test("only in the practice of the transaction", async () => {
    await fresh.store.within(south.practice, async (scope) => {
      const { rows } = await erase(scope, { ...north, therapist: south.therapist });
      assert.ok(Object.values(rows).every((count) => count === 0));
    });
    await assert.rejects(
      fresh.store.within(south.practice, (scope) =>
        scope.database.execute(sql`select care.erase_client(${north.practice}::uuid, ${north.client}::uuid)`),
      ),
    );
  });

  test("nothing is left of the client, and everything of another practice", async () => {
    const made = await fresh.store.within(north.practice, (scope) => erase(scope, north));
    assert.equal(made.rows["care.client"], 1);
    assert.equal(made.rows["care.response"], 1);
    assert.equal(made.rows["care.note"], 1);
    const words = [north.client, north.episode, north.request, "Unmistakable words.", "Client of north"];
    assert.deepEqual(await placesOf(north, words), ["care.erasure"]);
    const others = [south.client, south.episode, south.request, "Unmistakable words.", "Client of south"];
    assert.ok((await placesOf(south, others)).length > 5);
    const [entry] = await fresh.store.within(north.practice, (scope) => erasures.list(scope));
    assert.deepEqual(entry, made);
  });

  /** Returns the tables of a practice in which one of these words stands anywhere. */
  function placesOf(small: Small, words: readonly string[]): Promise<readonly string[]> {
    return fresh.store.within(small.practice, async (scope) => {
      const { rows: tables } = await scope.database.execute<{ place: string }>(sql`
        select table_schema || '.' || table_name as place from information_schema.tables
        where table_schema in ('care', 'directory') order by 1`);
      const found: string[] = [];
      for (const { place } of tables) {
        const { rows } = await scope.database.execute<{ row: string }>(
          sql`select row_to_json(one)::text as row from ${sql.raw(place)} one`,
        );
        if (rows.some(({ row }) => words.some((word) => row.includes(word)))) found.push(place);
      }
      return found;
    });
  }
});
