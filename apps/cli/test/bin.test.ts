import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";

const root = path.resolve(import.meta.dirname, "../../..");
const bin = path.join(root, "apps/cli/bin/concord.mjs");
const folder = mkdtempSync(path.join(tmpdir(), "concord-bin-"));
after(() => rmSync(folder, { recursive: true }));

test("it starts through the link npm makes, from any folder", () => {
  const link = path.join(folder, "concord");
  symlinkSync(bin, link);
  const ran = spawnSync(process.execPath, [link, "--version"], { cwd: folder, encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
});

const old = "/usr/bin/node";
const isOld =
  existsSync(old) &&
  Number(spawnSync(old, ["-p", "process.versions.node.split('.')[0]"], { encoding: "utf8" }).stdout) < 22;

test("an older Node hands over to the one that came with the install", () => {
  const node = isOld ? old : process.execPath;
  const ran = spawnSync(node, [bin, "--version"], { cwd: folder, encoding: "utf8" });
  assert.equal(ran.status, 0, ran.stderr);
  assert.match(ran.stdout, /^\d+\.\d+\.\d+\n$/);
  assert.equal(ran.stderr, "");
});

test("a reader that has seen enough is no failure", () => {
  const ran = spawnSync(
    "sh",
    ["-c", `"${process.execPath}" "${bin}" instruments --json | head -c 10; exit 0`],
    { encoding: "utf8" },
  );
  assert.equal(ran.stderr, "");
});
