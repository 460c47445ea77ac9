import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { type FreshStore, freshStore } from "@concord/store/testing";
import { foundElmPractice } from "./support/elm-practice.ts";
import { run } from "./support/run.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-backup-"));
const kept = path.join(folder, "kept.backup");
let from: FreshStore;
let into: FreshStore;
before(async () => {
  [from, into] = await Promise.all([freshStore(), freshStore()]);
  await foundElmPractice(from.store);
});
after(async () => {
  await Promise.all([from.close(), into.close()]);
  rmSync(folder, { recursive: true, force: true });
});

test("a backup is one file for its owner alone, and is never written over", async () => {
  const { code, err } = await run(["backup", kept], "", { DATABASE_URL: from.url });
  assert.equal(code, 0, err);
  assert.match(err, /keep it encrypted/);
  assert.equal(statSync(kept).mode & 0o777, 0o600);
  assert.match(readFileSync(kept, "utf8"), /Elm Practice/);
  const again = await run(["backup", kept], "", { DATABASE_URL: from.url });
  assert.deepEqual([again.code, again.out], [2, ""]);
  assert.match(again.err, /is there already\. Name a new file\.$/m);
});

test("a backup that was cut is refused whole; a sound one is restored once", async () => {
  const cut = path.join(folder, "cut.backup");
  writeFileSync(cut, readFileSync(kept, "utf8").split("\n").slice(0, -2).join("\n"));
  const restore = (file: string) => run(["restore", file], "", { DATABASE_URL: into.url });
  const refused = await restore(cut);
  assert.equal(refused.code, 2);
  assert.match(refused.err, /Nothing was restored/);
  const { code, out, err } = await restore(kept);
  assert.deepEqual([code, err], [0, ""]);
  assert.match(out, /^Restored the backup of 20\d\d-.*: 1 practice, \d+ rows\.\n$/);
  assert.deepEqual(await into.store.outside.practices(), await from.store.outside.practices());
  assert.match((await restore(kept)).err, /only be restored into an empty store/);
  assert.match((await restore(path.join(folder, "none"))).err, /There is no file/);
});

test("without a file it is named by the time in the folder for backups, and says how old the one before is", async () => {
  const backups = path.join(folder, "backups");
  const backUp = (...more: readonly string[]) =>
    run(["backup", "--backups", backups, ...more], "", { DATABASE_URL: from.url });
  const first = await backUp();
  assert.equal(first.code, 0, first.err);
  assert.match(first.err, /There was no backup before/);
  assert.match(first.out, /^Written to .*concord-20\d\d-\d\d-\d\dT\d\d-\d\d-\d\dZ\.backup: \d+ rows\.\n$/);
  const verified = await backUp("--verify");
  assert.deepEqual([verified.code, verified.err], [0, ""]);
  assert.match(verified.out, /restore test passed on .*: \d+ rows of 1 practice restored and identical/);
  assert.match(
    (await backUp("--list")).out,
    /less than an hour ago, 0\.\d MB, \d+ rows, restore test passed/,
  );
  const cut = await backUp("--verify", path.join(folder, "cut.backup"));
  assert.equal(cut.code, 1);
  assert.match(cut.out, /restore test not passed .*was changed or is incomplete/);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  assert.match((await backUp()).err, /The backup before was made less than an hour ago/);
  assert.match((await run(["backup"], "", { DATABASE_URL: from.url })).err, /Name the folder for backups/);
});

test("while another process has the folder open, it is backed up through its server, and goes on", async () => {
  const data = path.join(folder, "running");
  const writer = path.join(import.meta.dirname, "support", "embedded-writer.ts");
  const child = spawn(process.execPath, [writer, data], { stdio: ["pipe", "pipe", "inherit"] });
  try {
    await once(child.stdout, "data");
    const { code, out, err } = await run(["backup", "--data", data]);
    assert.equal(code, 0, err);
    assert.match(out, /rows\.\n$/);
    const verified = await run(["backup", "--data", data, "--verify"]);
    assert.match(verified.out, /restore test passed/);
    assert.equal(child.exitCode, null);
  } finally {
    const ended = once(child, "exit");
    child.stdin.end();
    assert.equal((await ended)[0], 0);
  }
  // Closed, the same command opens the folder itself.
  assert.match((await run(["backup", "--data", data, "--list"])).out, /restore test passed/);
});
