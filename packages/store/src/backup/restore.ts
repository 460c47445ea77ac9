import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";
import type pg from "pg";
import { isIdentifier } from "../identifier.ts";
import { newestMigration } from "../migrations.ts";
import { StoreUnavailable } from "../place.ts";
import { withoutValues } from "../refusal.ts";
import type { Store } from "../store.ts";
import { accountTables, careTables, connectionOf, type Ending, type Heading, rowsAtATime } from "./format.ts";

export interface Restored {
  readonly practices: number;
  readonly rows: number;
  /** When the backup was made. */
  readonly at: string;
}

/** Why a backup is not restored. */
export type BackupProblem = "altered" | "foreign" | "version" | "occupied";

/** A backup that is not restored, and why. */
export class BackupRefused extends StoreUnavailable {
  readonly problem: BackupProblem;

  constructor(problem: BackupProblem, message: string) {
    super(message);
    this.problem = problem;
  }
}

/**
 * Puts a backup into an empty store, whole or not at all.
 *
 * A torn or altered backup, one of other tables, and a store that is not empty are refused before anything
 * stays written.
 */
export async function restore(store: Store, lines: AsyncIterable<string>): Promise<Restored> {
  const client = await connectionOf(store);
  try {
    await client.query("BEGIN");
    await refuseFull(client);
    const restored = await readAll(client, lines);
    await client.query("COMMIT");
    return restored;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw withoutValues(error);
  } finally {
    client.release();
  }
}

/** Returns the lines of a file, which is opened when the first is asked for: lines read before would be lost. */
export async function* linesOfBackup(file: string): AsyncGenerator<string> {
  yield* createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY });
}

async function readAll(client: pg.PoolClient, lines: AsyncIterable<string>): Promise<Restored> {
  const hash = createHash("sha256");
  let heading: Heading | undefined;
  let ending: Ending | undefined;
  let table = "";
  let waiting: string[] = [];
  let practices = 0;
  let rows = 0;
  const write = async () => {
    if (waiting.length > 0) await insertRows(client, table, waiting);
    rows += waiting.length;
    if (table === "care.practice") practices += waiting.length;
    waiting = [];
  };
  for await (const given of lines) {
    const text = given.replace(/\r?\n$/, "");
    if (text === "") continue;
    if (ending !== undefined) throw torn("goes on after its end");
    if (heading === undefined) {
      heading = readHeading(text);
    } else if (text.startsWith('{"table":')) {
      await write();
      table = await enter(client, text);
    } else if (text.startsWith('{"rows":')) {
      await write();
      ending = readJson(text) as Ending;
      refuseAltered(hash, ending, rows);
      continue;
    } else {
      waiting.push(text);
      if (waiting.length >= rowsAtATime) await write();
    }
    hash.update(`${text}\n`);
  }
  if (heading === undefined || ending === undefined) throw torn("has no end");
  return { practices, rows, at: heading.at };
}

/** Goes into the practice a part belongs to, and gives back its table if there is one by this name. */
async function enter(client: pg.PoolClient, text: string): Promise<string> {
  const { table, practice } = readJson(text) as { readonly table: string; readonly practice: string | null };
  if (![...careTables, ...accountTables].some(([known]) => known === table))
    throw torn("names an unknown table");
  if (practice !== null) {
    if (!isIdentifier(practice)) throw torn("names no practice");
    await client.query(`SET LOCAL concord.practice = '${practice}'`);
  }
  return table;
}

async function insertRows(client: pg.PoolClient, table: string, rows: readonly string[]): Promise<void> {
  await client.query(`INSERT INTO ${table} SELECT * FROM json_populate_recordset(null::${table}, $1::json)`, [
    `[${rows.join(",")}]`,
  ]);
}

async function refuseFull(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ full: boolean }>(
    `SELECT EXISTS (SELECT FROM directory.practice) OR EXISTS (SELECT FROM auth."user") AS full`,
  );
  if (rows[0]?.full !== false) {
    throw new BackupRefused(
      "occupied",
      "A backup can only be restored into an empty store. Choose another folder or database.",
    );
  }
}

function readHeading(text: string): Heading {
  const heading = readJson(text) as Partial<Heading>;
  if (heading.concord !== "backup" || heading.format !== 1) {
    throw new BackupRefused(
      "foreign",
      "This is not a backup that Concord made, or not one that this version can read.",
    );
  }
  if (heading.migration !== newestMigration()) {
    throw new BackupRefused(
      "version",
      "This backup was made with other tables. Restore it with the version of Concord that made it, then update.",
    );
  }
  return heading as Heading;
}

function refuseAltered(hash: Hash, ending: Ending, rows: number): void {
  if (ending.rows !== rows || ending.sha256 !== hash.digest("hex")) throw torn("was altered or cut");
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw torn("has a line that is not JSON");
  }
}

function torn(what: string): BackupRefused {
  return new BackupRefused("altered", `The backup ${what}. Nothing was restored.`);
}
