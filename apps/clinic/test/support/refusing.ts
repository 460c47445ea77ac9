import { asOwner } from "@concord/store/testing";

/**
 * While `work` runs, each row written to the table of a test's own database raises this code of PostgreSQL: at once, or
 * when everything else of the transaction is written and it is to be committed.
 */
export async function refusing(
  database: string,
  { table, code, when }: { readonly table: string; readonly code: string; readonly when: Moment },
  work: () => Promise<void>,
): Promise<void> {
  const timing =
    when === "at once"
      ? `create trigger refuse before insert or update on ${table}`
      : `create constraint trigger refuse after insert or update on ${table} deferrable initially deferred`;
  await asOwner(database, async (client) => {
    await client.query(`create or replace function care.refuse() returns trigger language plpgsql as
      $$ begin raise exception 'refused by the test' using errcode = '${code}'; end $$`);
    await client.query(`${timing} for each row execute function care.refuse()`);
  });
  try {
    await work();
  } finally {
    await asOwner(database, (client) => client.query(`drop trigger refuse on ${table}`));
  }
}

export type Moment = "at once" | "at the end";
