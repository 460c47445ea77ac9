import { createHash } from "node:crypto";
import pg from "pg";
import { openStore } from "../open.ts";
import * as practices from "../queries/practices.ts";
import { isDatabaseError, withoutValues } from "../refusal.ts";
import { ownerUrls, type Store } from "../store.ts";
import { backup } from "./backup.ts";
import { type BackupProblem, BackupRefused, linesOfBackup, restore } from "./restore.ts";

/** Why a test of a backup did not pass. `rights` and `database` say nothing about the backup itself. */
export type DrillProblem = BackupProblem | "differs" | "unreadable" | "rights" | "database";

/** What a test of a backup found. */
export interface DrillReport {
  /** When the test ended, ISO 8601 in UTC. */
  readonly at: string;
  readonly seconds: number;
  readonly result: "passed" | "failed";
  readonly problem: DrillProblem | null;
  readonly practices: number;
  readonly rows: number;
  /** SHA-256 of all rows, as they came back from the restored database; null where it did not get so far. */
  readonly sha256: string | null;
}

/**
 * Restores a backup into a scratch database next to the one in use, opens it, compares it with the file row by row,
 * and removes it again. The database in use is not touched.
 *
 * What is compared is the text of every row in its order: the restored database is backed up in its turn, and both
 * texts must have the same SHA-256, apart from the time in the heading.
 */
export async function testBackup(store: Store, file: string, now: () => Date): Promise<DrillReport> {
  const started = now().getTime();
  let found = { practices: 0, rows: 0, sha256: null as string | null };
  const report = (problem: DrillProblem | null): DrillReport => ({
    at: now().toISOString(),
    seconds: Math.round((now().getTime() - started) / 100) / 10,
    result: problem === null ? "passed" : "failed",
    problem,
    ...found,
  });
  try {
    return await withScratch(store, async (scratch) => {
      const { practices: count, rows } = await restore(scratch, linesOfBackup(file));
      found = { ...found, practices: count, rows };
      await openAll(scratch, count);
      const [before, after] = [await digest(linesOfBackup(file)), await digest(backup(scratch))];
      found = { ...found, sha256: after };
      return report(before === after ? null : "differs");
    });
  } catch (error) {
    return report(problemOf(error));
  }
}

/** Every practice of a restored database can be entered and has its name. */
async function openAll(scratch: Store, expected: number): Promise<void> {
  const ids = await scratch.outside.practices();
  if (ids.length !== expected) throw new Differs();
  for (const id of ids) {
    const practice = await scratch.within(id, practices.get);
    if (practice === null) throw new Differs();
  }
}

class Differs extends Error {}

/** Of the rows and the names of their tables; neither the heading, which holds the time, nor the ending. */
async function digest(lines: AsyncIterable<string>): Promise<string> {
  const hash = createHash("sha256");
  let isHeading = true;
  for await (const line of lines) {
    if (!isHeading && !line.startsWith('{"rows":')) hash.update(`${line.replace(/\r?\n$/, "")}\n`);
    isHeading = false;
  }
  return hash.digest("hex");
}

/** One scratch database for a database in use: what a killed test left is removed by the next. */
async function withScratch<T>(store: Store, work: (scratch: Store) => Promise<T>): Promise<T> {
  const url = ownerUrls.get(store);
  if (url === undefined) throw new TypeError("testBackup requires a store that openStore opened");
  const scratchUrl = new URL(url);
  const name = `${decodeURIComponent(scratchUrl.pathname.slice(1)).slice(0, 40)}_restore_test`;
  scratchUrl.pathname = `/${encodeURIComponent(name)}`;
  const quoted = pg.escapeIdentifier(name);
  const client = new pg.Client({ connectionString: url, application_name: "concord restore test" });
  client.on("error", () => {});
  await client.connect();
  try {
    await client.query(`DROP DATABASE IF EXISTS ${quoted}`);
    await client.query(`CREATE DATABASE ${quoted} TEMPLATE template0`);
    try {
      const scratch = await openStore({ url: scratchUrl.href }, { connections: 2 });
      try {
        return await work(scratch);
      } finally {
        await scratch.close();
      }
    } finally {
      await client.query(`DROP DATABASE IF EXISTS ${quoted} WITH (FORCE)`);
    }
  } catch (error) {
    throw withoutValues(error);
  } finally {
    await client.end();
  }
}

function problemOf(error: unknown): DrillProblem {
  if (error instanceof Differs) return "differs";
  if (error instanceof BackupRefused) return error.problem;
  if (isDatabaseError(error, "42501")) return "rights";
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return ["ENOENT", "EACCES", "EPERM", "EIO", "EISDIR"].includes(code) ? "unreadable" : "database";
}
