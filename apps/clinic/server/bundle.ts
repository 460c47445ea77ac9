import { spawn } from "node:child_process";
import { existsSync, globSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "react-router";
import { type Files, readFiles } from "./files.ts";

const clinic = path.resolve(import.meta.dirname, "..");
const built = path.join(clinic, "build/server/index.js");
/** Beside the build, which is emptied before it is written. */
const lock = path.join(clinic, "building.lock");

export interface Bundle {
  readonly pages: ServerBuild;
  readonly files: Files;
}

/**
 * The pages, compiled, and the files they name. Built on the first start and again whenever a source is newer
 * than what was built. Processes that start at once take turns, so that nobody reads what another is writing.
 */
export async function loadBundle(): Promise<Bundle> {
  while (!claim()) await pause(100);
  try {
    if (stale()) await build();
    const url = pathToFileURL(built);
    url.searchParams.set("built", String(statSync(built).mtimeMs));
    return { pages: await import(url.href), files: readFiles(path.join(clinic, "build/client")) };
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
}

/** Folders whose code reaches the browser or a style sheet; the others run from source. */
const sources = [
  "apps/clinic/app/**/*",
  "apps/clinic/public/**/*",
  "apps/clinic/*.ts",
  "packages/charts/src/**/*.ts",
  "packages/instruments/src/**/*.ts",
  "packages/messages/src/**/*",
];

function stale(): boolean {
  if (!existsSync(built)) return true;
  const since = statSync(built).mtimeMs;
  const root = path.resolve(clinic, "../..");
  return globSync(sources, { cwd: root }).some((file) => statSync(path.join(root, file)).mtimeMs > since);
}

/** True if it is this process’s turn. The lock comes into being with its owner's number in it, or not at all. */
function claim(): boolean {
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, lock);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    if (isLeft()) rmSync(lock, { recursive: true, force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Longer than any build takes: what has the number by then is another process. */
const longestBuild = 15 * 60_000;

/** Is the lock that of a process that is gone? Not if it has just been let go of. */
function isLeft(): boolean {
  try {
    return Date.now() - statSync(lock).mtimeMs > longestBuild || !alive(Number(readFileSync(lock, "utf8")));
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function build(): Promise<void> {
  const tool = import.meta.resolve("@react-router/dev/package.json");
  const command = path.join(path.dirname(new URL(tool).pathname), "bin.cjs");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [command, "build"], {
      cwd: clinic,
      env: { ...process.env, NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: Buffer[] = [];
    child.stdout.on("data", (part: Buffer) => said.push(part));
    child.stderr.on("data", (part: Buffer) => said.push(part));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      if (code === 0) return resolve();
      const output = Buffer.concat(said).toString();
      const lines = output.split("\n").map((line) => line.trim());
      const reason =
        lines.find((line) => /error/i.test(line)) ?? lines.findLast((line) => line !== "") ?? "no output";
      const ended = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      reject(new Error(`The pages could not be built (${ended}): ${reason}\n${output}`));
    });
  });
}
