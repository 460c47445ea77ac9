import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { migrationsFolder, newestMigration } from "./migrations.ts";
import { StoreUnavailable } from "./place.ts";
import { isDatabaseError } from "./refusal.ts";

/** The role the application works as. It owns nothing and bypasses nothing. */
export const applicationRole = "concord_app";

/** Two Concords that start at once take turns; the number is arbitrary and ours. */
const preparing = 4_153_207_711;

/**
 * Makes a database ready: right version, the application's role, the newest tables.
 *
 * Safe to run at every start and by several processes at once. Gives back the server's version.
 */
export async function prepare(
  owner: pg.ClientConfig,
  options: { readonly password?: string } = {},
): Promise<string> {
  const client = new pg.Client({ ...owner, application_name: "concord migration" });
  client.on("error", () => {});
  await client.connect();
  try {
    const version = await checkVersion(client);
    await client.query("SELECT pg_advisory_lock($1)", [preparing]);
    await ensureRole(client, options.password);
    await refuseNewer(client);
    await migrate(drizzle(client), {
      migrationsFolder,
      migrationsSchema: "concord",
      migrationsTable: "migration",
    });
    return version;
  } finally {
    await client.end();
  }
}

async function checkVersion(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ number: number; version: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS version",
  );
  const [row] = rows;
  if (row === undefined) throw new StoreUnavailable("The server does not say which version it is.");
  const problem = versionProblem(row.number, row.version);
  if (problem !== null) throw new StoreUnavailable(problem);
  return row.version;
}

/** Why this server will not do, or null. `number` is Postgres' own `server_version_num`, e.g. 150004. */
export function versionProblem(number: number, version: string): string | null {
  if (number >= 150_000) return null;
  return `Concord needs PostgreSQL 15 or newer; this server is ${version}. Upgrade it, or leave DATABASE_URL unset to use the server Concord brings.`;
}

async function ensureRole(client: pg.Client, password: string | undefined): Promise<void> {
  const { rows } = await client.query<{ rolsuper: boolean; rolbypassrls: boolean }>(
    "SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = $1",
    [applicationRole],
  );
  const [role] = rows;
  if (role?.rolsuper || role?.rolbypassrls) {
    throw new StoreUnavailable(
      `The role ${applicationRole} may bypass row-level security. Run: ALTER ROLE ${applicationRole} NOSUPERUSER NOBYPASSRLS;`,
    );
  }
  try {
    if (role === undefined) await createRole(client);
    if (password !== undefined) {
      await client.query(`ALTER ROLE ${applicationRole} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
      return;
    }
    const { rows: member } = await client.query<{ may: boolean }>(
      `SELECT pg_has_role(current_user, $1, 'MEMBER') AS may`,
      [applicationRole],
    );
    if (member[0]?.may !== true) await client.query(`GRANT ${applicationRole} TO CURRENT_USER`);
  } catch (error) {
    if (!isDatabaseError(error, "42501")) throw error;
    throw new StoreUnavailable(
      `This account may not set up the role ${applicationRole}. Ask the server's administrator to run: CREATE ROLE ${applicationRole} NOLOGIN; GRANT ${applicationRole} TO ${client.user ?? "this account"};`,
    );
  }
}

async function createRole(client: pg.Client): Promise<void> {
  try {
    await client.query(
      `CREATE ROLE ${applicationRole} NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS`,
    );
  } catch (error) {
    // Roles belong to the whole server: another database's Concord may have made it a moment ago.
    if (!isDatabaseError(error, "42710") && !isDatabaseError(error, "23505")) throw error;
  }
}

/** Data that a newer Concord has written is not touched by an older one. */
async function refuseNewer(client: pg.Client): Promise<void> {
  const { rows: there } = await client.query<{ known: string | null }>(
    "SELECT to_regclass('concord.migration')::text AS known",
  );
  if (there[0]?.known == null) return;
  const { rows } = await client.query<{ newest: string | null }>(
    "SELECT max(created_at)::text AS newest FROM concord.migration",
  );
  if (Number(rows[0]?.newest ?? 0) > newestMigration()) {
    throw new StoreUnavailable(
      "This data was written by a newer Concord. Update this one, then open it again.",
    );
  }
}
