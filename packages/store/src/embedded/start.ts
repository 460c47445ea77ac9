import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { StoreUnavailable } from "../place.ts";
import { findBinaries } from "./binaries.ts";
import {
  type Cluster,
  createCluster,
  freePort,
  ownerRole,
  type Running,
  startCluster,
  stopCluster,
} from "./cluster.ts";
import { makeFolder, openHome } from "./home.ts";
import { lockFolder } from "./lock.ts";
import { stopLeftover } from "./postmaster.ts";
import { findRunner, ownerOf } from "./runner.ts";

/** The server that Concord brings, running in a folder. */
export interface Embedded {
  readonly folder: string;
  /** How the owner of the tables reaches it. */
  readonly owner: pg.ClientConfig & { readonly port: number };
  readonly applicationPassword: string;
  readonly stop: () => Promise<void>;
}

/**
 * Starts the server in a folder and keeps it running until `stop`.
 *
 * The folder belongs to this process alone meanwhile. A server left over from a killed Concord is stopped
 * first; one that dies under us is started again on the same port, and the pool finds it there.
 */
export async function startEmbedded(given: string, onTrouble: (error: Error) => void): Promise<Embedded> {
  const folder = makeFolder(given);
  const unlock = await lockFolder(folder);
  try {
    const guest = findRunner();
    const home = openHome(folder, guest);
    const runner = ownerOf(home.data) ?? guest;
    const cluster: Cluster = {
      data: home.data,
      log: path.join(folder, "postgres.log"),
      ownerPassword: home.ownerPassword,
      binaries: findBinaries(runner),
      runner,
    };
    await createCluster(cluster);
    await stopLeftover(cluster);
    const running = await startPatiently(cluster);
    const stopWatching = watch(cluster, running, onTrouble);
    return {
      folder,
      owner: {
        host: "127.0.0.1",
        port: running.port,
        user: ownerRole,
        password: home.ownerPassword,
        database: "postgres",
      },
      applicationPassword: home.applicationPassword,
      stop: async () => {
        await stopWatching();
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

/** After a kill the old server's last processes need a moment to let go: try again, a little later each time. */
async function startPatiently(cluster: Cluster, port?: number): Promise<Running> {
  let pause = 100;
  for (let tries = 1; ; tries++) {
    try {
      return await startCluster(cluster, port ?? (await freePort()));
    } catch (cause) {
      if (cause instanceof StoreUnavailable) throw cause;
      if (tries >= 8) {
        throw new StoreUnavailable(`PostgreSQL does not start in ${cluster.data}: ${lastOf(cluster.log)}`, {
          cause,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, pause));
      pause = Math.min(pause * 2, 2_000);
      await stopLeftover(cluster);
    }
  }
}

/** Starts the server again when it dies, until the returned function stops it for good. */
function watch(cluster: Cluster, first: Running, onTrouble: (error: Error) => void): () => Promise<void> {
  let stopping = false;
  let running: Promise<Running> = Promise.resolve(first);
  let current = first;
  const follow = (one: Running) => {
    current = one;
    one.process.once("exit", (code, signal) => {
      if (stopping) return;
      onTrouble(new Error(`PostgreSQL ended (${code ?? signal}) and is started again.`));
      running = startPatiently(cluster, one.port);
      running.then(follow, onTrouble);
    });
  };
  follow(first);
  // Leaving without closing must not leave a server behind; `kill` is all that can be done at this point.
  const onExit = () => current.process.kill("SIGINT");
  process.once("exit", onExit);
  return async () => {
    stopping = true;
    process.removeListener("exit", onExit);
    const last = await running.catch(() => null);
    if (last === null || last.process.exitCode !== null || last.process.signalCode !== null) return;
    await stopCluster(cluster).catch(() => stopCluster(cluster, "immediate"));
  };
}

function lastOf(log: string): string {
  if (!existsSync(log)) return "it left no word";
  return readFileSync(log, "utf8").trim().split("\n").slice(-2).join(" ");
}
