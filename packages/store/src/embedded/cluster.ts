import { type ChildProcess, execFile, spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { StoreUnavailable } from "../place.ts";
import { isDatabaseError } from "../refusal.ts";
import type { Binaries } from "./binaries.ts";
import { asRunner, type Runner } from "./runner.ts";

const run = promisify(execFile);

/** One PostgreSQL cluster on disk and what it takes to run it. */
export interface Cluster {
  readonly data: string;
  readonly log: string;
  readonly ownerPassword: string;
  readonly binaries: Binaries;
  readonly runner: Runner;
}

export const ownerRole = "concord_owner";

/** Letters and their order as Postgres itself knows them, whatever the machine's own locales are. */
export const sameEverywhere = [
  "--locale=C",
  "--locale-provider=builtin",
  "--builtin-locale=C.UTF-8",
] as const;

/** Makes the cluster's files, once. A half-made one never counts: it is made beside and then renamed. */
export async function createCluster(
  cluster: Cluster,
  flags: readonly string[] = sameEverywhere,
): Promise<void> {
  if (existsSync(path.join(cluster.data, "PG_VERSION"))) return;
  const partial = `${cluster.data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const secret = `${cluster.data}.password`;
  writeFileSync(secret, `${cluster.ownerPassword}\n`, { mode: 0o600 });
  if (cluster.runner.kind === "other") {
    chownSync(partial, cluster.runner.uid, cluster.runner.gid);
    chownSync(secret, cluster.runner.uid, cluster.runner.gid);
  }
  try {
    await run(
      cluster.binaries.initdb,
      [
        `--pgdata=${partial}`,
        `--username=${ownerRole}`,
        `--pwfile=${secret}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        ...flags,
      ],
      { ...asRunner(cluster.runner), env: plainEnvironment() },
    );
  } catch (cause) {
    rmSync(partial, { recursive: true, force: true });
    throw new StoreUnavailable(`The database could not be made in ${cluster.data}: ${lastLine(cause)}`, {
      cause,
    });
  } finally {
    rmSync(secret, { force: true });
  }
  renameSync(partial, cluster.data);
}

/** A server that answers on 127.0.0.1. */
export interface Running {
  readonly process: ChildProcess;
  readonly port: number;
}

/**
 * Starts the server and waits until it answers: at once, or after it has recovered from a crash.
 *
 * Rejects with the last line of the server's log if it gives up.
 */
export async function startCluster(
  cluster: Cluster,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const log = openSync(cluster.log, "w", 0o600);
  const flags = Object.entries({ ...always, ...settings }).flatMap(([name, value]) => [
    "-c",
    `${name}=${value}`,
  ]);
  const server = spawn(cluster.binaries.postgres, ["-D", cluster.data, "-p", String(port), ...flags], {
    ...asRunner(cluster.runner),
    env: plainEnvironment(),
    stdio: ["ignore", log, log],
    // Its own process group: an interrupt in the terminal is for us, and we stop the server in order.
    detached: true,
  });
  closeSync(log);
  const gone = new Promise<Error>((resolve) => {
    server.once("error", resolve);
    server.once("exit", (code, signal) => resolve(new Error(`the server ended (${code ?? signal})`)));
  });
  let ended: Error | undefined;
  void gone.then((error) => {
    ended = error;
  });
  server.unref();
  for (;;) {
    if (ended !== undefined) throw ended;
    const answer = await waitUntilReady(cluster, port);
    if (answer === "answers") return { process: server, port };
    if (answer === "refuses") {
      server.kill("SIGINT");
      await gone;
      throw new StoreUnavailable(
        `The database in ${cluster.data} was made with other passwords than those kept beside it in database.json. Put back the database.json that belongs to it.`,
      );
    }
    await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, 25))]);
  }
}

/** Statements and values never reach the log: it is a file beside the data, and they are about people. */
const always: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "50",
  shared_buffers: "64MB",
  log_timezone: "UTC",
  log_statement: "none",
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
  synchronous_commit: "on",
  fsync: "on",
  full_page_writes: "on",
};

/** Stops the server in order: running statements end, everything is on disk. */
export async function stopCluster(cluster: Cluster, mode: "fast" | "immediate" = "fast"): Promise<void> {
  await run(cluster.binaries.control, ["stop", "-D", cluster.data, "-m", mode, "-w", "-t", "60"], {
    ...asRunner(cluster.runner),
    env: plainEnvironment(),
  });
}

/** `refuses`: a server is there, and our password is not its password. */
export type Answer = "answers" | "silent" | "refuses";

/** Does our own server answer on this port? Only it knows our password. */
export async function waitUntilReady(cluster: Cluster, port: number): Promise<Answer> {
  const client = new pg.Client({
    host: "127.0.0.1",
    port,
    user: ownerRole,
    password: cluster.ownerPassword,
    database: "postgres",
    connectionTimeoutMillis: 5_000,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return "answers";
  } catch (error) {
    return isDatabaseError(error, "28P01") || isDatabaseError(error, "28000") ? "refuses" : "silent";
  } finally {
    await client.end().catch(() => {});
  }
}

/** A port nobody listens on now. Someone may take it before we do; the caller then asks again. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address === null || typeof address === "string") reject(new Error("the system gave no port"));
        else resolve(address.port);
      });
    });
  });
}

/** The server's messages in English, its settings from nobody's environment, its secrets not in it. */
function plainEnvironment(): Record<string, string> {
  const kept = ["PATH", "TMPDIR", "SystemRoot", "TEMP", "TMP"];
  const environment: Record<string, string> = { LC_ALL: "C", TZ: "UTC" };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}

/** What a program said last before it failed. */
function lastLine(cause: unknown): string {
  const said = cause instanceof Error && "stderr" in cause ? String(cause.stderr) : String(cause);
  return said.trim().split("\n").at(-1) ?? "";
}
