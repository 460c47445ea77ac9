import { createHash } from "node:crypto";
import type { Store } from "@concord/store";
import { sql } from "drizzle-orm";

/**
 * Tables that a refused request may change, with the reason. Whatever else there is, is compared.
 */
const leftOut: Readonly<Record<string, string>> = {
  "care.case_digest": "the caseload's lines, which work in the background writes again whenever it likes",
  "care.job": "the list of that work in the background",
  "auth.limit_points": "counts tries, refused ones above all",
  "auth.rate_limit": "the sign-in library's own counter of tries",
};

/** Returns a digest of every table, by practice and name: what `difference` compares. */
export async function rowsOf(
  store: Store,
  practices: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows: tables } = await store.accounts.$client.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname in ('care', 'directory', 'auth')",
  );
  const compared = tables.map(({ name }) => name).filter((name) => leftOut[name] === undefined);
  const found = new Map<string, string>();
  for (const practice of practices)
    await store.within(practice, async ({ database }) => {
      for (const name of compared.filter((one) => one.startsWith("care.")))
        found.set(`${practice} ${name}`, await digest((query) => database.execute(sql.raw(query)), name));
    });
  for (const name of compared.filter((one) => !one.startsWith("care.")))
    found.set(name, await digest((query) => store.accounts.$client.query(query), name));
  return found;
}

/** That somebody read what they may read is written down also where they may not change it. */
const but: Readonly<Record<string, string>> = { "care.audit": "where action not like 'read-%'" };

type Ask = (query: string) => Promise<{ readonly rows: readonly unknown[] }>;

async function digest(ask: Ask, table: string): Promise<string> {
  const [schema, name] = table.split(".");
  const { rows } = await ask(
    `select count(*)::int as count, string_agg(md5(t::text), '' order by md5(t::text)) as sum from "${schema}"."${name}" t ${but[table] ?? ""}`,
  );
  const [one] = rows as readonly { readonly count: number; readonly sum: string | null }[];
  return `${one?.count} rows ${createHash("sha256")
    .update(one?.sum ?? "")
    .digest("hex")
    .slice(0, 16)}`;
}

/** Returns the tables whose rows differ, with both digests. */
export function difference(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  return [...now]
    .filter(([name, digest]) => before.get(name) !== digest)
    .map(([name, digest]) => `${name}: ${before.get(name)} → ${digest}`);
}
