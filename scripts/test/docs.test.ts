import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fontSets } from "../fonts.ts";

const root = path.resolve(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", "decisions/*.md"], { cwd: root }).sort();
const read = (page: string) => readFileSync(path.join(root, page), "utf8");

test("every relative link and picture leads somewhere", () => {
  const lost: string[] = [];
  for (const page of pages)
    for (const [, target = ""] of read(page).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^(https?:|mailto:|#)/.test(target)) continue;
      const file = path.join(root, path.dirname(page), target.split("#")[0] ?? "");
      if (!existsSync(file)) lost.push(`${page} → ${target}`);
    }
  assert.deepEqual(lost, []);
});

test("every npm script that a page names exists", () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(read("package.json"));
  const builtIn = ["ci", "install", "start", "test"];
  const lost: string[] = [];
  for (const page of pages) {
    for (const [, name = ""] of read(page).matchAll(/\bnpm run ([\w:-]+)/g))
      if (!(name in manifest.scripts)) lost.push(`${page}: npm run ${name}`);
    for (const [, name = ""] of read(page).matchAll(/\bnpm (?!run\b)([a-z]+)\b/g))
      if (builtIn.includes(name) && !["ci", "install"].includes(name) && !(name in manifest.scripts))
        lost.push(`${page}: npm ${name}`);
  }
  assert.deepEqual(lost, []);
});

test("decisions: no number is used twice", () => {
  const numbers = globSync("decisions/[0-9]*.md", { cwd: root }).map((file) =>
    path.basename(file).slice(0, 4),
  );
  assert.deepEqual(
    numbers.filter((number, index) => numbers.indexOf(number) !== index),
    [],
  );
});

test("README names every Debian package that the tests and the continuous integration install", () => {
  const [, named = ""] = /^apt-get install (.+)$/m.exec(read("README.md")) ?? [];
  const installed = [
    ...fontSets.map(({ debianPackage }) => debianPackage),
    ...[...read("scripts/prepare-tests.ts").matchAll(/existsSync\(\w+\) \? \[\] : \["([\w-]+)"\]/g)].map(
      ([, name]) => name,
    ),
    ...[...read("scripts/postgres15.ts").matchAll(/"--no-install-recommends", "([\w-]+)"/g)].map(
      ([, name]) => name,
    ),
  ];
  assert.deepEqual(named.split(" ").sort(), ["nodejs", "npm", ...installed].sort());
});

test("the continuous integration runs README's own test command", () => {
  assert.match(read("README.md"), /npm ci && npm test/);
  assert.match(read(".ci/run"), /npm ci/);
  assert.match(read(".ci/run"), /^npm test$/m);
});
