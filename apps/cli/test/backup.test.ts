import assert from "node:assert/strict";
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
