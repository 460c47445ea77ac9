import { createHash } from "node:crypto";
import type pg from "pg";
import { newestMigration } from "../migrations.ts";
import { withoutValues } from "../refusal.ts";
import type { Store } from "../store.ts";
import { accountTables, careTables, connectionOf, type Ending, type Heading, rowsAtATime } from "./format.ts";

/** Everything in the store as it is at one moment, line by line, while work goes on. Encrypt what you keep. */
export async function* backup(store: Store): AsyncGenerator<string> {
  const hash = createHash("sha256");
  let rows = 0;
  const line = (value: string) => {
    hash.update(`${value}\n`);
    return `${value}\n`;
  };
  const client = await connectionOf(store);
  try {
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const heading: Heading = {
      concord: "backup",
      format: 1,
      migration: newestMigration(),
      at: new Date().toISOString(),
    };
    yield line(JSON.stringify(heading));
    for await (const part of parts(client)) {
      yield line(JSON.stringify({ table: part.table, practice: part.practice }));
      for await (const row of rowsOf(client, part)) {
        rows += 1;
        yield line(row);
      }
    }
    const ending: Ending = { rows, sha256: hash.digest("hex") };
    yield `${JSON.stringify(ending)}\n`;
    await client.query("COMMIT");
  } catch (error) {
    throw withoutValues(error);
  } finally {
    // A reader that stops half-way leaves the transaction open; it has changed nothing.
    await client.query("ROLLBACK").catch(() => {});
    client.release();
  }
}

interface Part {
  readonly table: string;
  readonly order: string;
  readonly practice: string | null;
}

async function* parts(client: pg.PoolClient): AsyncGenerator<Part> {
  const { rows } = await client.query<{ practice_id: string }>(
    "SELECT practice_id FROM directory.practice ORDER BY practice_id",
  );
  for (const [table, order] of accountTables) yield { table, order, practice: null };
  for (const { practice_id: practice } of rows) {
    await client.query(`SET LOCAL concord.practice = '${practice}'`);
    for (const [table, order] of careTables) yield { table, order, practice };
  }
}

async function* rowsOf(client: pg.PoolClient, part: Part): AsyncGenerator<string> {
  // The directory can be read by all, so it is asked for this practice by name.
  const condition = part.practice === null ? "" : `WHERE practice_id = '${part.practice}'`;
  await client.query(
    `DECLARE part NO SCROLL CURSOR FOR
       SELECT row_to_json(t)::text AS line FROM (SELECT * FROM ${part.table} ${condition} ORDER BY ${part.order}) t`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`FETCH ${rowsAtATime} FROM part`);
    for (const row of rows) yield row.line;
    if (rows.length < rowsAtATime) break;
  }
  await client.query("CLOSE part");
}
