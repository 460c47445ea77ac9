/**
 * Runs every test of the house with Node's own runner and closes with one line:
 * `N passed, N failed, N skipped`. Names of rooms or files may follow the command.
 */

import { globSync } from "node:fs";
import path from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

const root = path.resolve(import.meta.dirname, "..");
const wanted = process.argv.slice(2);
const files = globSync(
  [
    "packages/*/test/**/*.test.ts",
    "apps/*/test/**/*.test.ts",
    "scripts/test/**/*.test.ts",
    "parity/test/**/*.test.ts",
  ],
  {
    cwd: root,
  },
)
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) {
  console.error(`no test file matches: ${wanted.join(" ")}`);
  process.exit(2);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const stream = run({ files: files.map((file) => path.join(root, file)), concurrency: 2, timeout: 600_000 });
stream.on("test:summary", (summary) => {
  if (summary.file !== undefined) return;
  counts.passed = summary.counts.passed;
  counts.failed = summary.counts.tests - summary.counts.passed - summary.counts.skipped - summary.counts.todo;
  counts.skipped = summary.counts.skipped + summary.counts.todo;
});
const report = new spec();
stream.compose(report).pipe(process.stdout);
report.on("end", () => {
  process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
});
