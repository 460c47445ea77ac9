import {
  type FileHandle,
  link,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import path from "node:path";
import { lockHolder, takeLock, type Unlock } from "../embedded/lock.ts";
import type { Store } from "../store.ts";
import { backup } from "./backup.ts";
import type { DrillReport } from "./drill.ts";

/*
 * A folder of backups: one file each, named by the time at which it was made, and beside each a small report of what
 * it holds and how its last test went. A file is written under another name, flushed to disk and then given its own:
 * what bears the name of a backup is whole, wherever the process was killed.
 */

/** A backup in a folder. */
export interface BackupFile {
  readonly name: string;
  /** When it was made, ISO 8601 in UTC. */
  readonly at: string;
  readonly bytes: number;
  /** Rows of all tables; null for a file whose report is missing. */
  readonly rows: number | null;
  /** How its last test went; null where it was not tested. */
  readonly drill: DrillReport | null;
}

/** Another process, or this one, is making or testing a backup in the same folder. */
export class BackupBusy extends Error {
  override readonly name = "BackupBusy";
}

const nameOf = (at: string) => `concord-${at.slice(0, 19).replaceAll(":", "-")}Z.backup`;
const pattern = /^concord-(\d{4}-\d\d-\d\d)T(\d\d)-(\d\d)-(\d\d)Z\.backup$/;

/** Returns the backups of a folder, newest first; none where the folder is not there. */
export async function listBackups(folder: string): Promise<readonly BackupFile[]> {
  const names = (await filesIn(folder)).filter((name) => pattern.test(name)).sort();
  return Promise.all(names.reverse().map((name) => describeFile(folder, name)));
}

/** Returns whether a backup is being made or tested in this folder now. */
export function isBackupRunning(folder: string): boolean {
  return lockHolder(lockOf(folder)) !== null;
}

/**
 * Makes a backup in a folder and returns it; older ones beyond `keep` are removed after it is whole on disk.
 *
 * Throws `BackupBusy` while another is made there, and the error of the disk or database where it cannot be made;
 * nothing is then left under the name of a backup.
 */
export async function writeBackup(
  store: Store,
  folder: string,
  { now, keep }: { readonly now: Date; readonly keep: number },
): Promise<BackupFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return withFolder(folder, async () => {
    await removePartial(folder);
    const name = nameOf(now.toISOString());
    const file = path.join(folder, name);
    const partial = `${file}.partial`;
    try {
      const rows = await writeLines(store, partial);
      await writeReport(folder, name, { rows, drill: null });
      // A link, unlike a rename, never replaces a backup that has this name already.
      await link(partial, file);
      await rm(partial);
      await flush(folder);
    } catch (error) {
      await rm(partial, { force: true }).catch(() => {});
      throw error;
    }
    await removeOlder(folder, keep);
    return describeFile(folder, name);
  });
}

/** Saves how the test of a backup went beside it. */
export async function saveDrill(folder: string, name: string, drill: DrillReport): Promise<void> {
  const before = await readReport(folder, name);
  await writeReport(folder, name, { rows: before.rows ?? drill.rows, drill });
}

/** Runs `work` while no other process makes or tests a backup in the folder. */
export async function withFolder<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const unlock = await lock(folder);
  try {
    return await work();
  } finally {
    unlock();
  }
}

const lockOf = (folder: string) => path.join(folder, "backup.lock");

async function lock(folder: string): Promise<Unlock> {
  const file = lockOf(folder);
  if (lockHolder(file) === process.pid) throw new BackupBusy("A backup is being made or tested already.");
  try {
    return await takeLock(file, (holder) => `Process ${holder} is making or testing a backup in ${folder}.`);
  } catch (error) {
    if (lockHolder(file) === null || !(error instanceof Error)) throw error;
    throw new BackupBusy(error.message, { cause: error });
  }
}

/** Writes a backup and flushes it to disk; returns how many rows it holds. */
async function writeLines(store: Store, file: string): Promise<number> {
  const handle = await open(file, "wx", 0o600);
  try {
    let rows = -1;
    let waiting = "";
    for await (const line of backup(store)) {
      waiting += line;
      if (waiting.length >= 1 << 20) {
        await writeAll(handle, waiting);
        waiting = "";
      }
      if (line.startsWith('{"rows":')) rows = (JSON.parse(line) as { readonly rows: number }).rows;
    }
    await writeAll(handle, waiting);
    await handle.sync();
    return rows;
  } finally {
    await handle.close();
  }
}

async function writeAll(handle: FileHandle, text: string): Promise<void> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at)).bytesWritten;
}

/** What a killed process left: it bears no backup's name and is of no use. */
async function removePartial(folder: string): Promise<void> {
  const names = await filesIn(folder);
  const left = names.filter((name) => name.endsWith(".partial"));
  await Promise.all(left.map((name) => rm(path.join(folder, name), { force: true })));
}

/** The newest stay, and the newest that passed its test stays as well. */
async function removeOlder(folder: string, keep: number): Promise<void> {
  const all = await listBackups(folder);
  const proven = all.find(({ drill }) => drill?.result === "passed");
  for (const { name } of all.slice(keep)) {
    if (name === proven?.name) continue;
    await rm(path.join(folder, name), { force: true });
    await rm(reportOf(folder, name), { force: true });
  }
}

interface Report {
  readonly rows: number | null;
  readonly drill: DrillReport | null;
}

const reportOf = (folder: string, name: string) => path.join(folder, `${name}.json`);

async function describeFile(folder: string, name: string): Promise<BackupFile> {
  const [, day, hour, minute, second] = pattern.exec(name) ?? [];
  const { size } = await stat(path.join(folder, name));
  const at = `${day}T${hour}:${minute}:${second}.000Z`;
  return { name, at, bytes: size, ...(await readReport(folder, name)) };
}

async function readReport(folder: string, name: string): Promise<Report> {
  try {
    const { rows, drill } = JSON.parse(await readFile(reportOf(folder, name), "utf8")) as Partial<Report>;
    return { rows: rows ?? null, drill: drill ?? null };
  } catch {
    return { rows: null, drill: null };
  }
}

async function writeReport(folder: string, name: string, report: Report): Promise<void> {
  const file = reportOf(folder, name);
  await writeFile(`${file}.partial`, JSON.stringify(report), { mode: 0o600 });
  await rename(`${file}.partial`, file);
}

/** The new name itself is on disk once its folder is. Windows cannot flush a folder and does it by itself. */
async function flush(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

async function filesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw error;
  }
}
