import { execFileSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { type Cluster, stopCluster, waitUntilReady } from "./cluster.ts";
import { beginningOf } from "./lock.ts";

/**
 * Stops a server that an earlier Concord left running in this folder, or clears what it left behind.
 *
 * Killing Concord does not kill its server. We hold the folder's lock, so nobody is using it: it is stopped in
 * order and started anew, which is one way through instead of two and takes a tenth of a second. A process
 * that merely has the old server's number is left alone.
 */
export async function stopLeftover(cluster: Cluster): Promise<void> {
  for (let tries = 0; tries < 40; tries++) {
    const found = readPostmaster(cluster.data);
    if (found === null) return;
    if (beginningOf(found.process) === null || !isServerOf(cluster.data, found.process)) {
      rmSync(postmasterFile(cluster.data), { force: true });
      return;
    }
    const starting = found.port === null || (await waitUntilReady(cluster, found.port)) === "silent";
    // A server on its way up or down answers soon or ends soon; after four seconds it is stopped either way.
    if (!starting || tries >= 20) {
      await stopCluster(cluster, tries < 30 ? "fast" : "immediate").catch(() => {});
    }
    await new Promise((resolve) => setTimeout(resolve, starting ? 200 : 20));
  }
}

/** Ends the server of a folder whose data nobody wants any more, and says which process is ending. */
export function stopAtOnce(data: string): number | undefined {
  const found = readPostmaster(data);
  if (found === null || !isServerOf(data, found.process)) return undefined;
  process.kill(found.process, "SIGQUIT");
  return found.process;
}

/** Returns the port of the server that runs in a folder; null where none does or it is only starting. */
export function runningPort(data: string): number | null {
  const found = readPostmaster(data);
  if (found === null || beginningOf(found.process) === null || !isServerOf(data, found.process)) return null;
  return found.port;
}

function postmasterFile(data: string): string {
  return path.join(data, "postmaster.pid");
}

/** Its first line is the process, its fourth the port. */
function readPostmaster(data: string): { readonly process: number; readonly port: number | null } | null {
  try {
    const lines = readFileSync(postmasterFile(data), "utf8").split("\n");
    const process = Number(lines[0]);
    const port = Number(lines[3]);
    if (!Number.isSafeInteger(process) || process <= 0) return null;
    return { process, port: Number.isSafeInteger(port) && port > 0 ? port : null };
  } catch {
    return null;
  }
}

/** We start every server with its folder in its command, so another server with a recycled number is not taken for ours. */
function isServerOf(data: string, process: number): boolean {
  return commandOf(process).includes(data);
}

function commandOf(number: number): string {
  try {
    if (process.platform === "linux") {
      return readFileSync(`/proc/${number}/cmdline`, "utf8").replaceAll("\0", " ");
    }
    return execFileSync("ps", ["-ww", "-o", "args=", "-p", String(number)], { encoding: "utf8" });
  } catch {
    return "";
  }
}
