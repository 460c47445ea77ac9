/**
 * A database for a test, made in a few hundredths of a second: `@concord/store/testing`.
 *
 * One cluster serves a whole run. `startTestCluster()` starts it (or uses the server `CONCORD_TEST_DATABASE_URL`
 * names) and a test file asks for `freshStore()`, which copies a template that was migrated once. Without a
 * cluster in the environment the first `freshStore()` starts one for its own process.
 */

import { createHash, randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { findBinaries, programsIn } from "./embedded/binaries.ts";
import {
  type Cluster,
  createCluster,
  freePort,
  ownerRole,
  sameEverywhere,
  startCluster,
} from "./embedded/cluster.ts";
import { beginningOf } from "./embedded/lock.ts";
import { stopAtOnce } from "./embedded/postmaster.ts";
import { findRunner } from "./embedded/runner.ts";
import { migrationsFolder } from "./migrations.ts";
import { openStore } from "./open.ts";
import type { StoreOptions } from "./place.ts";
import { prepare } from "./prepare.ts";
import type { Store } from "./store.ts";

/** Names the server for tests: a `postgres://…` of a role that may create databases and roles. */
export const testServerVariable = "CONCORD_TEST_DATABASE_URL";

/** Set by whoever starts a server for one run of tests: databases filled by one test file serve the next as well. */
export const testRunVariable = "CONCORD_TEST_RUN";

export interface TestCluster {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

export interface FreshStore {
  readonly store: Store;
  /** The database's own address, as its owner. */
  readonly url: string;
  /** Closes the store and drops the database. */
  readonly close: () => Promise<void>;
}

/**
 * Starts a throw-away cluster under the system's temporary folder, quick and careless of power cuts: with the
 * PostgreSQL that Concord brings, or with the programs in a folder (`/usr/lib/postgresql/15/bin`).
 */
export async function startTestCluster(programs?: string): Promise<TestCluster> {
  sweep();
  const runner = findRunner();
  const folder = mkdtempSync(path.join(tmpdir(), `concord-test-${process.pid}-`));
  chmodSync(folder, 0o711);
  const cluster: Cluster = {
    data: path.join(folder, "postgres"),
    log: path.join(folder, "postgres.log"),
    ownerPassword: randomBytes(12).toString("hex"),
    binaries: programs === undefined ? findBinaries(runner) : programsIn(programs),
    runner,
  };
  // PostgreSQL 15 has no locale of its own; every system it runs on has C.
  await createCluster(cluster, ["--no-sync", ...(programs === undefined ? sameEverywhere : ["--locale=C"])]);
  const running = await startCluster(cluster, await freePort(), {
    fsync: "off",
    full_page_writes: "off",
    max_connections: "200",
  });
  const end = () => {
    running.process.kill("SIGQUIT");
    waitUntilGone(running.process.pid);
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  };
  process.once("exit", end);
  return {
    url: `postgres://${ownerRole}:${cluster.ownerPassword}@127.0.0.1:${running.port}/postgres`,
    stop: async () => {
      process.removeListener("exit", end);
      running.process.kill("SIGQUIT");
      waitUntilGone(running.process.pid);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** A test run that was killed leaves its cluster running; whoever comes next clears it away. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    const process = /^concord-test-(\d+)-\w{6}$/.exec(name)?.[1];
    if (process === undefined || beginningOf(Number(process)) !== null) continue;
    const folder = path.join(tmpdir(), name);
    try {
      waitUntilGone(stopAtOnce(path.join(folder, "postgres")));
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    } catch {
      // Someone else's, or someone else is sweeping.
    }
  }
}

/** While the process exits nothing asynchronous runs any more, and the server still writes in its folder. */
function waitUntilGone(number: number | undefined): void {
  const clock = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 0; tries < 200; tries++) {
    if (number === undefined || beginningOf(number) === null) return;
    Atomics.wait(clock, 0, 0, 10);
  }
}

/** A store of its own on a new, empty, migrated database. */
export async function freshStore(options: StoreOptions = {}): Promise<FreshStore> {
  const server = await serverUrl();
  return copyOf(server, await ensureTemplate(server), options);
}

/**
 * A store on a copy of a database that `fill` filled, with what `fill` returned: filled once for a whole run of tests,
 * where one run has a server of its own, and each time otherwise. What it returns is kept as JSON.
 */
export async function filledStore<Filled>(
  name: string,
  fill: (store: Store) => Promise<Filled>,
): Promise<FreshStore & { readonly filled: Filled }> {
  const run = process.env[testRunVariable];
  if (run === undefined || run === "") {
    const fresh = await freshStore();
    return { ...fresh, filled: await fill(fresh.store) };
  }
  const server = await serverUrl();
  const empty = await ensureTemplate(server);
  const template = `concord_filled_${run}_${name}`;
  await once(server, template, async (client, partial) => {
    await client.query(`CREATE DATABASE ${partial} TEMPLATE ${empty}`);
    const store = await openStore({ url: databaseUrl(server, partial) }, { connections: 4 });
    const filled = await fill(store);
    await store.close();
    await client.query(`COMMENT ON DATABASE ${partial} IS ${client.escapeLiteral(JSON.stringify(filled))}`);
  });
  let kept = "";
  await asOwner(server, async (client) => {
    const { rows } = await client.query<{ kept: string }>(
      "SELECT shobj_description(oid, 'pg_database') AS kept FROM pg_database WHERE datname = $1",
      [template],
    );
    kept = rows[0]!.kept;
  });
  return { ...(await copyOf(server, template, {})), filled: JSON.parse(kept) };
}

async function copyOf(server: string, template: string, options: StoreOptions): Promise<FreshStore> {
  const name = `concord_test_${randomBytes(6).toString("hex")}`;
  await asOwner(server, (client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`));
  const url = databaseUrl(server, name);
  const store = await openStore({ url }, { connections: 4, ...options });
  return {
    store,
    url,
    close: async () => {
      await store.close();
      await asOwner(server, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

let own: Promise<TestCluster> | undefined;

async function serverUrl(): Promise<string> {
  const given = process.env[testServerVariable];
  if (given !== undefined && given !== "") return given;
  own ??= startTestCluster();
  return (await own).url;
}

/** The name of an empty, migrated database, which holds the migrations' content. */
async function ensureTemplate(server: string): Promise<string> {
  const name = `concord_template_${migrationsDigest()}`;
  await once(server, name, async (client, partial) => {
    await client.query(`CREATE DATABASE ${partial} TEMPLATE template0`);
    await prepare({ connectionString: databaseUrl(server, partial) });
  });
  return name;
}

/** Any process may be the first to need a database: they queue on a lock, and it has its name once it is whole. */
async function once(
  server: string,
  name: string,
  make: (client: pg.Client, partial: string) => Promise<void>,
): Promise<void> {
  await asOwner(server, async (client) => {
    await client.query("SELECT pg_advisory_lock(4153207712)");
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [name]);
    if (rowCount !== 0) return;
    const partial = `${name}_partial`;
    await client.query(`DROP DATABASE IF EXISTS ${partial} WITH (FORCE)`);
    await make(client, partial);
    await client.query(`ALTER DATABASE ${partial} RENAME TO ${name}`);
  });
}

function migrationsDigest(): string {
  const hash = createHash("sha256");
  for (const file of readdirSync(migrationsFolder)
    .filter((name) => name.endsWith(".sql"))
    .sort()) {
    hash.update(file).update(readFileSync(path.join(migrationsFolder, file)));
  }
  return hash.digest("hex").slice(0, 12);
}

/** Works on a database as its owner, on a connection of its own: what the application's role may not do. */
export async function asOwner(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  client.on("error", () => {});
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function databaseUrl(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
