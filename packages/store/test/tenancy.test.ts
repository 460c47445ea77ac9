import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { digests, episodes, newIdentifier, notes, practices, type Store, staff } from "@concord/store";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { sql } from "drizzle-orm";
import { digest, type Small, smallPractice } from "./two-practices.ts";

describe("two practices in one database", () => {
  let fresh: FreshStore;
  let store: Store;
  let north: Small;
  let south: Small;
  before(async () => {
    fresh = await freshStore();
    store = fresh.store;
    north = await smallPractice(store, "north");
    south = await smallPractice(store, "south");
    for (const one of [north, south]) {
      await store.within(one.practice, async (scope) => {
        await notes.write(scope, {
          episode: one.episode,
          author: one.therapist,
          readers: "care-team",
          text: "A quiet hour.",
        });
        await digests.put(scope, [digest(one.episode, one.therapist)]);
      });
    }
  });
  after(() => fresh.close());

  test("each sees its own rows of every table and none of the other's, asked without any condition", async () => {
    const tables = await tablesOf("care");
    assert.ok(tables.length >= 18);
    for (const table of tables) {
      const seen = await raw(north, `select distinct practice_id::text as practice from ${table}`);
      assert.deepEqual(
        seen.filter((row) => row.practice !== north.practice),
        [],
        table,
      );
    }
    const [own] = await raw(north, "select count(*)::int as episodes from care.episode");
    assert.equal(own?.episodes, 1);
  });

  test("asking for the other's row by its identifier finds nothing", async () => {
    await store.within(north.practice, async (scope) => {
      assert.equal(await episodes.find(scope, south.episode), null);
      assert.equal(await staff.find(scope, south.therapist), null);
      assert.deepEqual(await notes.list(scope, south.episode, south.therapist), []);
    });
  });

  test("joins across practices are empty, also on equal references", async () => {
    const rows = await raw(
      north,
      `select a.episode_id from care.episode a join care.episode b
         on a.reference = b.reference and a.practice_id <> b.practice_id`,
    );
    assert.deepEqual(rows, []);
  });

  test("a row cannot be written into the other practice", async () => {
    await refused(
      north,
      `insert into care.setting (practice_id, name, value, changed_at)
       values ('${south.practice}', 'x', '1', now())`,
      "42501",
    );
    await refused(
      north,
      `insert into directory.membership (practice_id, user_id, staff_id, active)
       values ('${south.practice}', 'intruder', '${north.therapist}', true)`,
      "42501",
    );
  });

  test("a row cannot hang on the other practice's row", async () => {
    await refused(
      north,
      `insert into care.session (practice_id, episode_id, number)
       values ('${north.practice}', '${south.episode}', 9)`,
      "23503",
    );
  });

  test("updates and deletes do not reach the other's rows", async () => {
    assert.equal(
      await changed(
        north,
        `update care.episode set closed_on = '2026-02-01' where episode_id = '${south.episode}'`,
      ),
      0,
    );
    assert.equal(
      await changed(north, `delete from care.case_digest where episode_id = '${south.episode}'`),
      0,
    );
    assert.equal(
      await changed(north, `delete from directory.token where practice_id = '${south.practice}'`),
      0,
    );
    const theirs = await store.within(south.practice, (scope) => episodes.find(scope, south.episode));
    assert.equal(theirs?.closedOn, null);
  });

  test("a row never moves to another practice", async () => {
    await refused(north, `update care.episode set practice_id = '${south.practice}'`, "42501");
  });

  test("outside a practice there is nothing to see and nothing may be written", async () => {
    for (const table of await tablesOf("care")) {
      const { rows } = await store.accounts.execute(sql.raw(`select * from ${table} limit 1`));
      assert.deepEqual(rows, [], table);
    }
    await assert.rejects(
      store.accounts.execute(
        sql.raw(
          `insert into care.setting (practice_id, name, value, changed_at) values ('${north.practice}', 'x', '1', now())`,
        ),
      ),
    );
  });

  test("the application owns nothing, bypasses nothing and cannot switch the policies off", async () => {
    const [role] = await raw(
      north,
      'select current_user as name, rolsuper or rolbypassrls as "bypassesRls" from pg_roles where rolname = current_user',
    );
    assert.deepEqual(role, { name: "concord_app", bypassesRls: false });
    await refused(north, "alter table care.episode disable row level security", "42501");
    await refused(north, "drop policy own_practice on care.episode", "42501");
    await refused(north, "set local row_security = off; select * from care.episode", "42501");
  });

  test("the practice set for one transaction is gone in the next on the same connection", async () => {
    await store.within(north.practice, async (scope) => {
      await practices.get(scope);
    });
    const { rows } = await store.accounts.execute(
      sql`select current_setting('concord.practice', true) as practice`,
    );
    assert.ok(["", null].includes(rows[0]?.practice as string | null));
  });

  test("only an identifier may name a practice", async () => {
    await assert.rejects(
      store.within("x'; drop table care.practice; --", async () => 1),
      /requires a practice's identifier/,
    );
  });

  test("a practice that nobody founded has no rows and no name", async () => {
    assert.equal(await store.within(newIdentifier(), practices.get), null);
  });

  test("the directory answers what comes before the practice is known", async () => {
    assert.deepEqual(new Set(await store.outside.practices()), new Set([north.practice, south.practice]));
    assert.deepEqual(await store.outside.memberships("user-south"), [
      { practice: south.practice, staff: south.therapist, active: true },
    ]);
    assert.deepEqual(await store.outside.memberships("nobody"), []);
    await store.within(south.practice, (scope) => staff.change(scope, south.therapist, { active: false }));
    assert.equal((await store.outside.memberships("user-south"))[0]?.active, false);
  });

  test("what fails is told without the values it failed with", async () => {
    const failure = await store
      .within(north.practice, (scope) =>
        staff.add(scope, { name: "Twin", email: "therapist@north.example", roles: ["therapist"] }),
      )
      .then(
        () => null,
        (error: Error) => error,
      );
    assert.match(failure?.message ?? "", /23505, care\.staff\.staff_email_once/);
    assert.doesNotMatch(JSON.stringify(failure) + String(failure?.stack), /north\.example|Twin/);
  });

  async function tablesOf(schema: "care" | "directory"): Promise<string[]> {
    const { rows } = await store.accounts.execute<{ name: string }>(
      sql`select schemaname || '.' || tablename as name from pg_tables where schemaname = ${schema}`,
    );
    return rows.map((row) => row.name);
  }

  async function raw(as: Small, text: string): Promise<Record<string, unknown>[]> {
    return store.within(as.practice, async ({ database }) => (await database.execute(sql.raw(text))).rows);
  }

  async function changed(as: Small, text: string): Promise<number | null> {
    return store.within(
      as.practice,
      async ({ database }) => (await database.execute(sql.raw(text))).rowCount,
    );
  }

  async function refused(as: Small, text: string, code: string): Promise<void> {
    await assert.rejects(raw(as, text), { name: "DatabaseRefusal", code });
  }
});
