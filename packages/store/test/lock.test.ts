import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { beginningOf, lockFolder } from "../src/embedded/lock.ts";
import { canBeReached } from "../src/embedded/runner.ts";

describe("a data folder", () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "concord-lock-"));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test("is held by one, and leaves nothing behind when given back", async () => {
    const unlock = await lockFolder(folder);
    await assert.rejects(lockFolder(folder), {
      name: "StoreUnavailable",
      message: `Another Concord is using this folder, process ${process.pid}: ${folder}. Stop it first, or choose another folder.`,
    });
    unlock();
    assert.deepEqual(readdirSync(folder), []);
    (await lockFolder(folder))();
  });

  test("is taken over from a process that is gone, also when its number is someone else's now", async () => {
    const gone = 2 ** 22 + 1;
    for (const holder of [
      { process: gone, began: "long ago" },
      { process: process.ppid, began: "not when that one began" },
    ]) {
      writeFileSync(path.join(folder, "concord.lock"), JSON.stringify(holder));
      (await lockFolder(folder))();
    }
    writeFileSync(path.join(folder, "concord.lock"), "torn of");
    (await lockFolder(folder))();
    assert.deepEqual(readdirSync(folder), []);
  });

  test("a process is known by its beginning; one that is not there has none", () => {
    assert.equal(beginningOf(process.pid), beginningOf(process.pid));
    assert.equal(beginningOf(2 ** 22 + 1), null);
  });

  test("can be reached by the server's account if every folder on the way lets it through", () => {
    const inner = path.join(folder, "open", "closed", "inner");
    mkdirSync(inner, { recursive: true });
    for (const one of [folder, path.dirname(path.dirname(inner))]) chmodSync(one, 0o711);
    chmodSync(path.dirname(inner), 0o700);
    const stranger = { kind: "other", uid: 99_999, gid: 99_999 } as const;
    assert.equal(canBeReached(path.dirname(path.dirname(inner)), stranger), true);
    assert.equal(canBeReached(inner, stranger), false);
    assert.equal(canBeReached(path.join(folder, "not yet there", "deeper"), stranger), true);
    assert.equal(canBeReached(inner, { kind: "self" }), true);
    const mine = { kind: "other", uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 } as const;
    assert.equal(canBeReached(inner, mine), true);
  });
});
