import path from "node:path";
import pg from "pg";
import { ownerRole } from "./embedded/cluster.ts";
import { readHome } from "./embedded/home.ts";
import { folderUser } from "./embedded/lock.ts";
import { runningPort } from "./embedded/postmaster.ts";
import { startEmbedded } from "./embedded/start.ts";
import { newestMigration } from "./migrations.ts";
import { type Opening, type Place, type StoreOptions, StoreUnavailable } from "./place.ts";
import { applicationRole, prepare } from "./prepare.ts";
import { isDatabaseError } from "./refusal.ts";
import { ownerUrls, type Store, storeOn } from "./store.ts";

/**
 * Opens the store: in a folder, with the PostgreSQL that Concord brings, or on a server.
 *
 * It comes back when the tables are there and the application's role has been seen to be held by the policies.
 * What stands in the way of that is thrown as `StoreUnavailable`, in one line that says what to do.
 */
export async function openStore(opening: Opening, options: StoreOptions = {}): Promise<Store> {
  return "folder" in opening ? openFolder(opening.folder, options) : openServer(opening, options);
}

async function openFolder(folder: string, options: StoreOptions): Promise<Store> {
  const embedded = await startEmbedded(folder, options.onTrouble ?? ignore);
  try {
    const version = await prepare(embedded.owner, { password: embedded.applicationPassword });
    const login = { ...embedded.owner, user: applicationRole, password: embedded.applicationPassword };
    const place: Place = { kind: "folder", folder: embedded.folder, version };
    const store = await openPool(login, place, options, embedded.stop);
    const { port, password } = embedded.owner;
    ownerUrls.set(store, embeddedUrl(port, ownerRole, String(password)));
    return store;
  } catch (error) {
    await embedded.stop();
    throw error;
  }
}

/**
 * Opens the store of a folder that another Concord has open, through the server that it runs; null where no one has
 * it open. Nothing is started, changed or stopped: the server stays the other process's own.
 */
export async function openRunning(given: string, options: StoreOptions = {}): Promise<Store | null> {
  const folder = path.resolve(given);
  const user = folderUser(folder);
  if (user === null) return null;
  const home = readHome(folder);
  const port = home === null ? null : runningPort(home.data);
  if (home === null || port === null) {
    throw new StoreUnavailable(
      `Process ${user} is starting or stopping Concord in this folder: ${folder}. Try again in a moment.`,
    );
  }
  const owner = embeddedUrl(port, ownerRole, home.ownerPassword);
  const version = await sameTables(owner);
  const place: Place = { kind: "folder", folder, version };
  const login = { connectionString: embeddedUrl(port, applicationRole, home.applicationPassword) };
  const store = await openPool(login, place, { connections: 2, ...options }, async () => {});
  ownerUrls.set(store, owner);
  return store;
}

/** Returns the version of a running server. Throws where the Concord that runs it has other tables than this one. */
async function sameTables(owner: string): Promise<string> {
  const client = new pg.Client({ connectionString: owner, application_name: "concord" });
  client.on("error", ignore);
  await client.connect();
  try {
    const { rows } = await client.query<{ newest: string | null; version: string }>(
      `SELECT max(created_at)::text AS newest, current_setting('server_version') AS version FROM concord.migration`,
    );
    const [row] = rows;
    if (Number(row?.newest ?? 0) !== newestMigration()) {
      throw new StoreUnavailable(
        "The Concord that is running here is another version. Run the command with the version that is running.",
      );
    }
    return row?.version ?? "";
  } finally {
    await client.end();
  }
}

function embeddedUrl(port: number, user: string, password: string): string {
  return `postgres://${user}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

async function openServer(
  opening: { readonly url: string; readonly applicationUrl?: string },
  options: StoreOptions,
): Promise<Store> {
  const version = await prepare({ connectionString: opening.url }).catch((error: unknown) => {
    throw reachable(error, opening.url);
  });
  const address = new URL(opening.url);
  const place: Place = {
    kind: "server",
    host: address.host,
    database: decodeURIComponent(address.pathname.slice(1)),
    version,
  };
  const login = { connectionString: opening.applicationUrl ?? opening.url };
  const store = await openPool(login, place, options, async () => {});
  ownerUrls.set(store, opening.url);
  return store;
}

async function openPool(
  login: pg.PoolConfig,
  place: Place,
  options: StoreOptions,
  stop: () => Promise<void>,
): Promise<Store> {
  const pool = new pg.Pool({
    ...login,
    max: options.connections ?? 10,
    application_name: `concord ${process.pid}`,
    // As start-up parameters these are the session's defaults, so RESET comes back to them and not to the owner.
    options: `-c role=${applicationRole} -c timezone=UTC -c synchronous_commit=on -c jit=off`,
    allowExitOnIdle: true,
  });
  const onTrouble = options.onTrouble ?? ignore;
  pool.on("error", onTrouble);
  // The pool listens only to idle connections; one that breaks inside a transaction would end the process.
  pool.on("connect", (client) => client.on("error", onTrouble));
  const connect = () => connectPatiently(pool, options.patience ?? (place.kind === "folder" ? 6_000 : 2_000));
  const close = async () => {
    await pool.end();
    await stop();
  };
  try {
    await refuseMighty(await connect());
  } catch (error) {
    await pool.end();
    throw error;
  }
  return storeOn(pool, connect, place, options.now ?? (() => new Date().toISOString()), once(close));
}

/** While our own server starts again after a crash, a caller waits a little instead of failing. */
async function connectPatiently(pool: pg.Pool, patience: number): Promise<pg.PoolClient> {
  const until = Date.now() + patience;
  for (let pause = 25; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await pool.connect();
    } catch (error) {
      const passing = ["ECONNREFUSED", "ECONNRESET", "57P01", "57P03"].some((code) =>
        isDatabaseError(error, code),
      );
      if (!passing || Date.now() + pause > until) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}

/** The policies hold only someone who neither owns the tables nor may bypass them: make sure of it every time. */
async function refuseMighty(client: pg.PoolClient): Promise<void> {
  try {
    const { rows } = await client.query<{ name: string; bypassesRls: boolean }>(
      `SELECT current_user AS name, rolsuper OR rolbypassrls OR EXISTS (
         SELECT FROM pg_tables WHERE schemaname IN ('care', 'directory') AND tableowner = current_user) AS "bypassesRls"
       FROM pg_roles WHERE rolname = current_user`,
    );
    if (rows[0]?.bypassesRls !== false) {
      throw new StoreUnavailable(
        `Concord would work as ${rows[0]?.name ?? "an unknown role"}, which row-level security does not hold. Let it act as ${applicationRole}.`,
      );
    }
  } finally {
    client.release();
  }
}

function reachable(error: unknown, url: string): unknown {
  if (error instanceof StoreUnavailable || !(error instanceof Error)) return error;
  const code = "code" in error ? String(error.code) : "";
  if (!["ECONNREFUSED", "ENOTFOUND", "ETIMEDOUT", "ECONNRESET", "28P01", "28000", "3D000"].includes(code)) {
    return error;
  }
  const { host, pathname } = new URL(url);
  return new StoreUnavailable(
    `The database ${pathname.slice(1)} on ${host} cannot be reached (${error.message || code}). Check DATABASE_URL.`,
    { cause: error },
  );
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function ignore(): void {}
