import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import path from "node:path";
import { test } from "node:test";

const root = path.resolve(import.meta.dirname, "../../..");

/** Runs a command and returns the folders of the packages whose modules it has loaded. */
function loadedBy(...words: readonly string[]): {
  readonly code: number | null;
  readonly folders: readonly string[];
} {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      "--import",
      path.join(import.meta.dirname, "support/print-loaded.ts"),
      path.join(root, "apps/cli/src/main.ts"),
      ...words,
    ],
    { encoding: "utf8", cwd: root },
  );
  const line = /^loaded: (.*)$/m.exec(stderr)?.[1];
  assert.ok(line !== undefined, stderr);
  return { code: status, folders: line === "" ? [] : line.split(" ") };
}

const packagesOf = (folders: readonly string[]) => [
  ...new Set(folders.map((folder) => folder.split("/").slice(0, 2).join("/"))),
];

/** Choices and defaults are in the package of the analyses and import nothing. */
const beyondChoices = (folders: readonly string[]) =>
  packagesOf(folders).filter((name) => name !== "packages/analysis");

test("the version and help of an analysis load no analysis", () => {
  assert.deepEqual(loadedBy("--version"), { code: 0, folders: [] });
  for (const name of [
    "fit",
    "srm",
    "change",
    "reliability",
    "structure",
    "mediate",
    "moderate",
    "synthesize",
  ]) {
    const { code, folders } = loadedBy(name, "--help");
    assert.equal(code, 0, name);
    assert.deepEqual(beyondChoices(folders), [], name);
  }
});

test("an unknown option of an analysis is known as such without the analysis", () => {
  const { code, folders } = loadedBy("dyad", "apim", "x.csv", "--rolse", "a,b");
  assert.equal(code, 2);
  assert.deepEqual(beyondChoices(folders), []);
});

test("a multilevel fit loads its own statistics, and charts only to draw", () => {
  const model = ["fit", "distress ~ session + (1 | client)", "docs/examples/therapists.csv"];
  const { code, folders } = loadedBy(...model);
  assert.equal(code, 0);
  assert.deepEqual(packagesOf(folders), [
    "packages/analysis",
    "packages/evidence",
    "packages/interchange",
    "packages/numerics",
    "packages/statistics",
  ]);
  for (const folder of ["corpus", "ledger", "synthesis"])
    assert.ok(!folders.includes(`packages/evidence/${folder}`), folder);
  for (const family of [
    "meta-analysis",
    "structure",
    "mediation",
    "reliability",
    "social-relations",
    "change",
  ])
    assert.ok(!folders.includes(`packages/statistics/${family}`), family);
});
