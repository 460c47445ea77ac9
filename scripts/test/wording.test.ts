import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { test } from "node:test";
import { avoidedIn, checkedFiles } from "../check-wording.ts";

const root = path.resolve(import.meta.dirname, "../..");

test("avoidedIn: names the phrase, its line and column, and what to write", () => {
  assert.deepEqual(avoidedIn("Bond and outcome.\nBond goes with outcome."), [
    '2:6 "goes with": write is associated with; correlates with',
  ]);
  assert.deepEqual(avoidedIn("Two drops, twice running."), ['1:12 "twice running": write consecutive']);
});

test("avoidedIn: finds a phrase in any case and only as whole words", () => {
  assert.equal(avoidedIn("What CAME in\n").length, 1);
  assert.deepEqual(avoidedIn("They embargo with care; keepsakes; brooms; bring; spring."), []);
});

test("avoidedIn: leaves code, link targets and quotations alone", () => {
  assert.deepEqual(
    avoidedIn("`goes with`\n```\ngoes with\n```\n[a](goes%20with goes with)\n> bond goes with it\n"),
    [],
  );
});

test("avoidedIn: metaphors are looked for in documents only", () => {
  assert.equal(avoidedIn("The rule rings in a room.").length, 2);
  assert.deepEqual(avoidedIn("The rule rings in a room.", { isDocument: false }), []);
});

test("checkedFiles: has the English catalogues and no package that somebody else wrote", () => {
  const files = checkedFiles();
  assert.ok(files.some((file) => /^packages\/messages\/src\/[\w-]+\/en\.json$/.test(file)));
  assert.deepEqual(
    files.filter((file) => file.includes("node_modules")),
    [],
  );
});

test("spelling: banned words are refused, each with what to write instead", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "concord-words-"));
  try {
    const file = path.join(folder, "page.md");
    writeFileSync(file, "The value is nought.\nMend the beside.\nThe value is zero.\n");
    const { status, stdout } = spawnSync(
      path.join(root, "node_modules/.bin/cspell"),
      [
        "lint",
        "--no-progress",
        "--no-summary",
        "--config",
        path.join(root, "cspell.json"),
        "--root",
        folder,
        file,
      ],
      { encoding: "utf8" },
    );
    assert.equal(status, 1, stdout);
    const found = [...stdout.matchAll(/page\.md:(\d+):\d+ - Forbidden word \((\w+)\) fix: \((.+)\)/g)];
    assert.deepEqual(
      found.map(([, line, word, instead]) => `${line} ${word} ${instead}`),
      ["1 nought zero", "2 Mend Repair, Fix", "2 beside next to"],
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
