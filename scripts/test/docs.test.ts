import assert from "node:assert/strict";
import { existsSync, globSync, readFileSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { fontSets } from "../fonts.ts";

const root = path.resolve(import.meta.dirname, "../..");
const pages = globSync(["*.md", "docs/**/*.md", "decisions/*.md", ".github/**/*.md"], {
  cwd: root,
  exclude: ["docs/node_modules/**"],
}).sort();
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

/** Texts that the web app can show: of its pages, of the English messages, and names of scales. */
const shown = [
  ...globSync("apps/clinic/app/**/*.{ts,tsx}", { cwd: root }),
  ...globSync("packages/messages/src/*/en.json", { cwd: root }),
  ...globSync("packages/instruments/src/catalogue/concord/*.ts", { cwd: root }),
]
  .map((file) => read(file).replace(/\s+/g, " "))
  .join("\n");

test("guides: every label in bold exists in the web app", () => {
  const lost: string[] = [];
  for (const page of pages.filter((name) => name.startsWith("docs/guide/")))
    for (const [, label = ""] of read(page).matchAll(/\*\*([^*\n]+?):?\*\*/g))
      if (!shown.includes(label) && !shown.includes(label.replaceAll("’", "'")))
        lost.push(`${page}: ${label}`);
  assert.deepEqual(lost, []);
});

/** Returns the addresses of a page's headings, as GitHub makes them. */
function headingsOf(page: string): ReadonlySet<string> {
  const text = read(page).replace(/^```[\s\S]*?^```/gm, "");
  return new Set(
    [...text.matchAll(/^#{1,6} (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .trim()
        .replace(/\s/g, "-"),
    ),
  );
}

test("every link to a heading names a heading of that page", () => {
  const lost: string[] = [];
  let links = 0;
  for (const page of pages)
    for (const [, target = "", heading = ""] of read(page).matchAll(/\]\(([^)\s#]*)#([^)\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      links += 1;
      const file = target === "" ? page : path.join(path.dirname(page), target);
      if (!headingsOf(file).has(heading)) lost.push(`${page} → ${target}#${heading}`);
    }
  assert.ok(links > 20, `${links} links`);
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

const records = globSync("decisions/[0-9]*.md", { cwd: root }).sort();

test("decisions: each record has a number of its own, a title and every part of the form", () => {
  const numbers = records.map((file) => path.basename(file).slice(0, 4));
  const repeated = numbers.filter((number, index) => numbers.indexOf(number) !== index);
  assert.deepEqual(repeated, []);
  const lacking: string[] = [];
  for (const file of records) {
    const text = read(file);
    if (!text.startsWith(`# ${Number(path.basename(file).slice(0, 4))}. `)) lacking.push(`${file}: title`);
    for (const part of ["Status", "Context", "Decision", "Consequences", "Alternatives considered"])
      if (!new RegExp(`^(?:## |- )?(?:\\*\\*)?${part}\\b`, "m").test(text)) lacking.push(`${file}: ${part}`);
    if (!/\bDate\W+\d{4}-\d\d-\d\d/.test(text)) lacking.push(`${file}: Date`);
  }
  assert.deepEqual(lacking, []);
});

test("decisions: the index names every record", () => {
  const index = read("decisions/README.md");
  assert.deepEqual(
    records.filter((file) => !index.includes(`](${path.basename(file)})`)),
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
