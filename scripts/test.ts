/**
 * Runs every test of the house with Node's own runner and closes with one line:
 * `N passed, N failed, N skipped`. Names of rooms or files may follow the command.
 *
 * One throw-away PostgreSQL serves the whole run, a database per file. What a test prints is a failure too.
 */
import { globSync } from "node:fs";
import path from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { startTestCluster, testServerVariable } from "@concord/store/testing";

const root = path.resolve(import.meta.dirname, "..");
const wanted = process.argv.slice(2);
const files = globSync(["{packages,apps}/*/test/**/*.test.ts", "{scripts,parity}/test/**/*.test.ts"], {
  cwd: root,
})
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches: ${wanted.join(" ")}`);
  process.exit(2);
}

/** Rooms whose tests open a store; the others need no server. */
const needStore = files.some((file) => /^(packages\/(store|practice)|apps)\//.test(file));
const cluster = needStore && process.env[testServerVariable] === undefined ? await startTestCluster() : null;
if (cluster !== null) process.env[testServerVariable] = cluster.url;

const counts = { passed: 0, failed: 0, skipped: 0 };
const noise: string[] = [];
const stream = run({ files: files.map((file) => path.join(root, file)), concurrency: 2, timeout: 900_000 });
stream.on("test:summary", ({ file, counts: of }) => {
  if (file !== undefined) return;
  counts.passed = of.passed;
  counts.skipped = of.skipped + of.todo;
  counts.failed = of.tests - of.passed - counts.skipped;
});
for (const kind of ["test:stdout", "test:stderr"] as const)
  stream.on(kind, ({ file, message }) => {
    if (message.trim() !== "")
      noise.push(`${path.relative(root, file)} printed: ${message.trim().slice(0, 400)}`);
  });

const report = stream.compose(new spec());
report.pipe(process.stdout);
await new Promise((resolve) => report.on("end", resolve));
await cluster?.stop();
for (const line of noise) console.log(line);
if (noise.length > 0)
  console.log(`${noise.length} test files or steps printed to the console, which counts as a failure.`);
console.log(`\n${counts.passed} passed, ${counts.failed + noise.length} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed + noise.length > 0 ? 1 : 0;
