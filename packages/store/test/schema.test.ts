import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import pg from "pg";

const sources = path.resolve(import.meta.dirname, "../src");

/*
 * What lets the same tables be sharded by practice on Citus, and what keeps practices apart on one server,
 * asked of the catalogue of a migrated database: a table that a later migration adds is asked the same.
 */
describe("every table of a practice", () => {
  let fresh: FreshStore;
  let client: pg.Client;
  before(async () => {
    fresh = await freshStore();
    client = new pg.Client({ connectionString: fresh.url });
    await client.connect();
  });
  after(async () => {
    await client.end();
    await fresh.close();
  });

  test("has the practice as its first column, and it is never empty", async () => {
    await none(`select c.relname from ${tables} where not exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'practice_id'
        and a.attnum = 1 and a.attnotnull)`);
  });

  test("has a primary key", async () => {
    await none(`select c.relname from ${tables} where not exists (
      select from pg_constraint k where k.conrelid = c.oid and k.contype = 'p')`);
  });

  test("has the practice first in every key, unique constraint and unique index", async () => {
    await none(`select c.relname, i.indexrelid::regclass from ${tables} join pg_index i on i.indrelid = c.oid
      where i.indisunique and i.indkey[0] <> 1`);
  });

  test("has the practice first in every index of a care table", async () => {
    await none(`select c.relname, i.indexrelid::regclass from ${tables} join pg_index i on i.indrelid = c.oid
      where n.nspname = 'care' and i.indkey[0] <> 1`);
  });

  test("has the practice on both sides of every foreign key, and points at no other schema", async () => {
    await none(`select c.relname, k.conname from ${tables} join pg_constraint k on k.conrelid = c.oid
      join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and (not (1 = any (k.conkey)) or k.confkey[array_position(k.conkey, 1::smallint)] <> 1
        or t.relnamespace <> c.relnamespace)`);
  });

  test("has row-level security, forced also on its owner", async () => {
    await none(`select c.relname from ${tables} where not (c.relrowsecurity and c.relforcerowsecurity)`);
  });

  test("has policies that compare the practice and ask nothing else", async () => {
    const own = "(practice_id = (NULLIF(current_setting('concord.practice'::text, true), ''::text))::uuid)";
    const { rows } = await client.query<{
      schemaname: string;
      tablename: string;
      qual: string;
      with_check: string;
      cmd: string;
    }>("select * from pg_policies where schemaname in ('care', 'directory')");
    assert.ok(rows.length > 0);
    for (const { schemaname, tablename, cmd, qual, with_check: check } of rows) {
      const readable = schemaname === "directory" && cmd === "SELECT" ? "true" : own;
      for (const condition of [qual, check]) {
        assert.ok(condition === null || condition === readable, `${tablename} ${cmd}: ${condition}`);
      }
    }
    await none(`select c.relname from ${tables} where n.nspname = 'care' and not exists (
      select from pg_policy p where p.polrelid = c.oid and p.polcmd = '*' and p.polpermissive)`);
  });

  test("has no triggers but those of its foreign keys", async () => {
    await none(`select c.relname, t.tgname from ${tables} join pg_trigger t on t.tgrelid = c.oid
      where not t.tgisinternal`);
  });

  test("lets the application change some columns at most, and never the practice", async () => {
    await none(`select c.relname from ${tables} where n.nspname = 'care'
      and has_table_privilege('concord_app', c.oid, 'UPDATE')`);
    await none(`select c.relname from ${tables}
      where has_column_privilege('concord_app', c.oid, 1::smallint, 'UPDATE')
        or has_table_privilege('concord_app', c.oid, 'TRUNCATE')
        or has_table_privilege('concord_app', c.oid, 'TRIGGER')
        or pg_get_userbyid(c.relowner) = 'concord_app'`);
  });

  test("nothing but erasing a client runs with its owner's rights, with a fixed search path and for the application only", async () => {
    const { rows } = await client.query(`select p.proname, p.proconfig::text as settings,
        has_function_privilege('public', p.oid, 'EXECUTE') as "byAnyone"
      from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('care', 'directory', 'auth', 'concord', 'public')`);
    assert.deepEqual(rows, [
      {
        proname: "erase_client",
        settings: '{"search_path=pg_catalog, pg_temp"}',
        byAnyone: false,
      },
    ]);
  });

  test("queries use nothing that Citus or PostgreSQL 15 does not have", () => {
    const forbidden =
      /with recursive|\brollup\b|set_config\(|uuidv7\(|any_value\(|json_table\(|\bmerge into\b/i;
    for (const file of readdirSync(sources, { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".ts")) continue;
      assert.doesNotMatch(readFileSync(path.join(sources, file), "utf8"), forbidden, file);
    }
  });

  test("every join in a query is on the practice too", () => {
    const folder = path.join(sources, "queries");
    let joins = 0;
    for (const file of readdirSync(folder)) {
      for (const join of readFileSync(path.join(folder, file), "utf8")
        .split(/\.(?:inner|left|right|full)Join\(/)
        .slice(1)) {
        joins += 1;
        assert.match(join.slice(0, 160), /\.practiceId, \w+\.practiceId\)/, file);
      }
    }
    assert.ok(joins > 10);
  });

  async function none(text: string): Promise<void> {
    const { rows } = await client.query(text);
    assert.deepEqual(rows, []);
  }
});

const tables = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  and n.nspname in ('care', 'directory') and c.relkind in ('r', 'p')`;
