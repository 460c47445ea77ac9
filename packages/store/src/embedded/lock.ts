import { execFileSync } from "node:child_process";
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StoreUnavailable } from "../place.ts";

/** Gives the folder back. */
export type Unlock = () => void;

interface Holder {
  readonly process: number;
  /** When that process began, so that a later one with the same number is not taken for it. */
  readonly began: string;
}

/**
 * Takes a data folder for this process alone.
 *
 * The lock is a file that says who holds it, made by `link`, which succeeds for one of many. It outlives a
 * killed process, so a holder that is gone (or whose number now belongs to another process) is moved aside;
 * what was moved is read again before it is thrown away, because someone else may just have done the same.
 * A holder that has just been killed may take a moment to be gone: half a second is waited for it.
 */
export async function lockFolder(folder: string): Promise<Unlock> {
  return takeLock(
    folderLock(folder),
    (process) =>
      `Another Concord is using this folder, process ${process}: ${folder}. Stop it first, or choose another folder.`,
  );
}

/** Returns the process that uses a data folder now; null where none does. */
export function folderUser(folder: string): number | null {
  return lockHolder(folderLock(folder));
}

const folderLock = (folder: string) => path.join(folder, "concord.lock");

/** Returns the process that holds a lock file now; null where none does. */
export function lockHolder(lock: string): number | null {
  const holder = read(lock);
  return holder !== null && isAlive(holder) ? holder.process : null;
}

/** Takes a lock file for this process alone. Throws `StoreUnavailable` with the text of `busy` where another holds it. */
export async function takeLock(lock: string, busy: (process: number) => string): Promise<Unlock> {
  const mine = `${lock}.${process.pid}`;
  const me: Holder = { process: process.pid, began: beginningOf(process.pid) ?? "" };
  writeFileSync(mine, JSON.stringify(me));
  try {
    for (let tries = 0; tries < 40; tries++) {
      if (linked(mine, lock)) return () => release(lock, me);
      const holder = read(lock);
      if (holder === null || !isAlive(holder)) {
        setAside(lock, mine);
      } else if (holder.process !== process.pid && tries < 10) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      } else {
        throw new StoreUnavailable(busy(holder.process));
      }
    }
  } finally {
    rmSync(mine, { force: true });
  }
  throw new StoreUnavailable(`The file could not be locked: ${lock}. Try again in a moment.`);
}

function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

function setAside(lock: string, mine: string): void {
  const aside = `${mine}.stale`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== null && isAlive(moved)) linked(aside, lock);
  rmSync(aside, { force: true });
}

function release(lock: string, me: Holder): void {
  const holder = read(lock);
  if (holder?.process === me.process && holder.began === me.began) rmSync(lock, { force: true });
}

function read(file: string): Holder | null {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

function isAlive(holder: Holder): boolean {
  const began = beginningOf(holder.process);
  return began !== null && (holder.began === "" || began === holder.began);
}

/** When the process began, in whatever unit the system counts; null if there is none by this number. */
export function beginningOf(number: number): string | null {
  try {
    process.kill(number, 0);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EPERM")) return null;
  }
  try {
    if (process.platform === "linux") return linuxBeginning(number);
    if (process.platform === "win32") return "";
    return execFileSync("ps", ["-o", "lstart=", "-p", String(number)], { encoding: "utf8" }).trim();
  } catch {
    return "";
  }
}

/** Field 22 of /proc/N/stat in clock ticks since boot, with the boot's own name. A zombie is no longer anyone. */
function linuxBeginning(number: number): string | null {
  const status = readFileSync(`/proc/${number}/stat`, "utf8");
  const fields = status.slice(status.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return null;
  return `${readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim()} ${fields[19]}`;
}
