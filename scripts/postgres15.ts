/**
 * Runs a command against Debian's PostgreSQL 15 instead of the one Concord brings:
 * `node scripts/postgres15.ts [--install] -- node scripts/test.ts packages/store packages/practice`.
 *
 * A throw-away cluster is started from the system's programs, its address handed on in
 * CONCORD_TEST_DATABASE_URL, and both are gone when the command is done. The system's own service is left alone.
 */

import { spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { startTestCluster, testServerVariable } from "@concord/store/testing";

const programs = process.env.CONCORD_POSTGRES15 ?? "/usr/lib/postgresql/15/bin";
const words = process.argv.slice(2);
const border = words.indexOf("--");
const options = border === -1 ? words : words.slice(0, border);
const [command, ...given] = border === -1 ? [] : words.slice(border + 1);

if (command === undefined) {
  fail("usage: node scripts/postgres15.ts [--install] -- COMMAND …", 2);
}
if (!existsSync(path.join(programs, "postgres"))) {
  if (!options.includes("--install") || process.getuid?.() !== 0) {
    fail(
      `PostgreSQL 15 is not in ${programs}. Install it (Debian: apt-get install postgresql-15) or set CONCORD_POSTGRES15.`,
      3,
    );
  }
  install();
}
const cluster = await startTestCluster(programs);
const child = spawn(command === "node" ? process.execPath : command, given, {
  stdio: "inherit",
  env: { ...process.env, [testServerVariable]: cluster.url },
});
const code = await new Promise<number>((resolve) => {
  child.once("error", () => resolve(127));
  child.once("exit", (status) => resolve(status ?? 1));
});
await cluster.stop();
process.exit(code);

function install(): void {
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const step of [
    ["update", "-qq"],
    ["install", "-y", "-qq", "--no-install-recommends", "postgresql-15"],
  ]) {
    const done = spawnSync("apt-get", step, { stdio: ["ignore", "ignore", "inherit"], env: environment });
    if (done.status !== 0) fail(`apt-get ${step.join(" ")} failed; PostgreSQL 15 could not be installed.`, 3);
  }
}

function fail(sentence: string, status: number): never {
  console.error(sentence);
  process.exit(status);
}
