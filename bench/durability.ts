/**
 * Is everything that was acknowledged still there after a kill?
 *
 * A child receives forms through the store and names each one it has acknowledged. At a moment of chance it is
 * killed with signal 9, in every third round its PostgreSQL with it; the next child opens the same folder and
 * looks for all of them. Nothing may be missing. `--rounds N` (200), `--seed N` (1).
 *
 * A killed process is not a power cut: what the kernel has buffered survives it. Against power cuts stands
 * fsync at every commit, which this does not test.
 */
import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { openStore, responses } from "@concord/store";

const { values } = parseArgs({
  options: { rounds: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
});
const rounds = Number(values.rounds);
const random = seeded(Number(values.seed));
const parent = mkdtempSync(path.join(tmpdir(), "concord-durability-"));
chmodSync(parent, 0o711);
const folder = path.join(parent, "data");
const list = path.join(parent, "acknowledged");
const all: string[] = [];
const restarts: number[] = [];
let practice = "";
let missing = 0;
let serversKilled = 0;

let last: readonly string[] = [];
for (let round = 0; round < rounds; round++) {
  const killServer = round % 3 === 2;
  writeFileSync(list, last.join("\n"));
  last = await killedAfter(5 + random() * 200, killServer);
  if (killServer) serversKilled += 1;
  all.push(...last);
}
writeFileSync(list, "");
const store = await openStore({ folder });
const lost = await store.within(practice, async (scope) => {
  let count = 0;
  for (const response of all) if ((await responses.find(scope, response)) === null) count += 1;
  return count;
});
await store.close();
rmSync(parent, { recursive: true, force: true });

restarts.sort((a, b) => a - b);
console.log(`${rounds} rounds, the server killed too in ${serversKilled}`);
console.log(`${all.length} responses acknowledged, ${missing} missing at the next start, ${lost} at the end`);
console.log(
  `start after a kill: median ${Math.round(restarts[Math.floor(restarts.length / 2)] ?? 0)} ms, longest ${Math.round(restarts.at(-1) ?? 0)} ms`,
);
process.exitCode = missing + lost > 0 ? 1 : 0;

/** Starts a child, kills it this many milliseconds after it is ready, and gives back what it acknowledged. */
async function killedAfter(milliseconds: number, killServer: boolean): Promise<readonly string[]> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [path.join(import.meta.dirname, "durability/submitter.ts"), folder, practice, list],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const acknowledged: string[] = [];
  let ready = false;
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, value = ""] = line.split(" ");
    if (word === "practice") practice = value;
    if (word === "missing") missing += Number(value);
    if (word === "kept") acknowledged.push(value);
    if (word !== "ready") continue;
    ready = true;
    restarts.push(performance.now() - began);
    setTimeout(() => {
      const server = killServer ? postmaster() : null;
      if (server !== null && random() < 0.5) process.kill(server, "SIGKILL");
      child.kill("SIGKILL");
      if (server !== null) killIfThere(server);
    }, milliseconds);
  }
  await gone;
  if (!ready) throw new Error("the child ended before it was ready");
  return acknowledged;
}

function postmaster(): number {
  const { data }: { readonly data: string } = JSON.parse(
    readFileSync(path.join(folder, "database.json"), "utf8"),
  );
  return Number(readFileSync(path.join(data, "postmaster.pid"), "utf8").split("\n")[0]);
}

function killIfThere(number: number): void {
  try {
    process.kill(number, "SIGKILL");
  } catch {
    // Killed a moment ago.
  }
}

/** A small generator of chance that repeats with its seed. Vigna's splitmix, 32 bits. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
