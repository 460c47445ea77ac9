/**
 * Runs every test of the project with Node's own runner and closes with one line: `N passed, N failed, N skipped`.
 * Names of packages or files may follow the command.
 *
 * Tests of forms and of focus in a browser run twice, under a wide and a narrow set of fonts; everything else once.
 * `CONCORD_FONTS=wide` or `narrow` runs everything under one. Properties are tried on the same inputs every time
 * (`fixed-seed.ts`). One throw-away PostgreSQL serves the whole run, a database per file. What a test prints is a
 * failure too. Files of a package share processes (`test-files.ts`), three processes run at a time.
 */
import { randomBytes } from "node:crypto";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { pathToFileURL } from "node:url";
import { startTestCluster, testRunVariable, testServerVariable } from "@concord/store/testing";
import { measureFonts } from "./browser-fonts.ts";
import { chromiumPath } from "./chromium.ts";
import { type FontSet, fontSets, writeFontconfig } from "./fonts.ts";

const root = path.resolve(import.meta.dirname, "..");
const wanted = process.argv.slice(2);
// Most of a short test file's time is reading the sources; what Node makes of them is used again by the next file.
process.env.NODE_COMPILE_CACHE ??= path.join(root, "node_modules/.cache/tests");
const files = globSync(["{packages,apps}/*/test/**/*.test.ts", "{scripts,parity}/test/**/*.test.ts"], {
  cwd: root,
})
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort();
if (files.length === 0) fail(`no test file matches: ${wanted.join(" ")}`);

const fonts = process.env.CONCORD_FONTS;
const sets = fontSets.filter(({ name }) => fonts === undefined || fonts === "" || fonts === name);
if (sets.length === 0) fail(`CONCORD_FONTS requires wide or narrow: ${fonts}`);

/** Opens pages in a browser, and sees more of them than how many bytes they weigh. */
const looksAtPages = (file: string): boolean =>
  /support\/(browser|in-browser)\.ts"/.test(readFileSync(path.join(root, file), "utf8")) &&
  !file.endsWith("form-weight.test.ts");

/** Tries properties on inputs that are drawn at random. */
const drawsInputs = (file: string): boolean =>
  readFileSync(path.join(root, file), "utf8").includes('from "fast-check"');

/** Changes or measures what belongs to the whole process: its clock, memory, folder or environment. */
const runsAlone = (file: string): boolean =>
  /mock\.timers|memoryUsage|process\.(chdir|env\.\w+ =)|delete process\.env/.test(
    readFileSync(path.join(root, file), "utf8"),
  );

/** Where the width of letters decides most: what lies over what. Under the second set these are looked at again. */
const lookedAtTwice = (file: string): boolean => /\/(form|focus|forced-colours)[^/]*$/.test(file);

/** Each set, and the file by which the browsers of a run see its fonts only; measured in the browser before anything runs. */
const looking = files.filter(looksAtPages);
const folder = mkdtempSync(path.join(tmpdir(), "concord-fonts-"));
const fontconfig = new Map<FontSet, string>();
for (const set of looking.length === 0 ? [] : sets) {
  const file = writeFontconfig(set, folder);
  const seen = await measureFonts(file, chromiumPath);
  if (seen.text !== set.sans || seen.headings !== set.serif)
    fail(
      `the ${set.name} fonts are ${set.sans} and ${set.serif}; the browser draws ${seen.text} and ${seen.headings}`,
    );
  console.log(`Chromium ${seen.version}, ${set.name} fonts: ${seen.text}, headings in ${seen.headings}`);
  fontconfig.set(set, file);
}

/** Packages whose tests open a store; the others need no server. */
const needStore = files.some((file) => /^(packages\/(store|practice)|apps)\//.test(file));
const cluster = needStore && process.env[testServerVariable] === undefined ? await startTestCluster() : null;
if (cluster !== null) {
  process.env[testServerVariable] = cluster.url;
  process.env[testRunVariable] = randomBytes(4).toString("hex");
}

/** The most files of a package in one process: few processes start, and all run to the end of the run. */
const mostTogether = 12;
/** One more than the processors of a small machine: while one process waits for its browser, another works. */
const processes = 3;

/** What one process runs: files of one package, under one set of fonts. */
interface Group {
  readonly set: FontSet;
  /** As in use, or with React's checks of what is rendered, which print what they find. */
  readonly react: "production" | "development";
  readonly files: readonly string[];
}

/** Under the first set everything; under the second what is looked at twice, with React's checks. */
const groups: readonly Group[] = sets.flatMap((set, index): readonly Group[] => {
  const react = index === 0 ? "production" : "development";
  const together = index === 0 ? mostTogether : 2;
  return groupsOf(index === 0 ? files : looking.filter(lookedAtTwice), together).map((some) => ({
    set,
    react,
    files: some,
  }));
});

const counts = { passed: 0, failed: 0, skipped: 0 };
const noise: string[] = [];
/** How long each file took under each set of fonts, in seconds. */
const seconds = new Map<string, number>();
try {
  await runGroups(inOrder(groups));
} finally {
  await cluster?.stop();
  rmSync(folder, { recursive: true, force: true });
}
for (const line of noise) console.log(line);
if (noise.length > 0)
  console.log(`${noise.length} test files did not run or printed to the console, which counts as a failure.`);
const slowest = [...seconds].sort(([, one], [, other]) => other - one).slice(0, 20);
console.log(`\nSlowest: ${slowest.map(([file, took]) => `${file} ${took.toFixed(0)} s`).join(", ")}`);
console.log(`Everything: ${process.uptime().toFixed(0)} s`);
console.log(`\n${counts.passed} passed, ${counts.failed + noise.length} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed + noise.length > 0 ? 1 : 0;

/** Returns the files of each process: of one package, those that have to run alone by themselves. */
function groupsOf(some: readonly string[], together: number): readonly (readonly string[])[] {
  const packages = Map.groupBy(some, (file) =>
    runsAlone(file) ? file : file.split("/").slice(0, 2).join("/"),
  );
  return [...packages.values()].flatMap((own) => {
    const count = Math.ceil(own.length / together);
    return Array.from({ length: count }, (_, at) => own.filter((_file, index) => index % count === at));
  });
}

/** Returns the groups with those first that open a browser: they take longest, and none is left over at the end. */
function inOrder(some: readonly Group[]): readonly Group[] {
  const [first = [], second = []] = [true, false].map((looks) =>
    some.filter((group) => group.files.some(looksAtPages) === looks),
  );
  return [...first, ...second];
}

/** The name of a file in the report: under which fonts as well, where it runs under more than one set. */
function nameOf(file: string, { set }: Group): string {
  return looking.includes(file) ? `${file} (${set.name} fonts)` : file;
}

/** Writes what a process runs, and returns its path. */
function writeEntry(group: Group, index: number): string {
  const entry = path.join(folder, `files-${index}.mjs`);
  const urlOf = (file: string) => pathToFileURL(path.join(root, file)).href;
  const named = group.files.map((file) => [nameOf(file, group), urlOf(file)]);
  const fontsFile = fontconfig.get(group.set);
  const lines = [
    // Before anything is imported that reads them.
    `process.env.NODE_ENV = "${group.react}";`,
    ...(fontsFile === undefined ? [] : [`process.env.FONTCONFIG_FILE = ${JSON.stringify(fontsFile)};`]),
    ...(group.files.some(drawsInputs) ? [`await import("${urlOf("scripts/fixed-seed.ts")}");`] : []),
    `const { testFiles } = await import("${urlOf("scripts/test-files.ts")}");`,
    `testFiles(${JSON.stringify(named)});`,
  ];
  writeFileSync(entry, lines.join("\n"));
  return entry;
}

async function runGroups(some: readonly Group[]): Promise<void> {
  const entries = some.map(writeEntry);
  const names = new Set(some.flatMap((group) => group.files.map((file) => nameOf(file, group))));
  const stream = run({ files: entries, concurrency: processes, timeout: 1_800_000 });
  const ran = new Set<string>();
  for (const kind of ["test:pass", "test:fail"] as const)
    stream.on(kind, ({ name, nesting, details, skip, todo }) => {
      const isFile = nesting === 0 && names.has(name);
      if (isFile) ran.add(name);
      if (isFile) seconds.set(name, details.duration_ms / 1000);
      // A file or a suite that could not be read, or whose hooks failed, has failed beside the tests in it.
      if (kind === "test:fail" && failureOf(details) !== "subtestsFailed") counts.failed += 1;
      else if (!isFile && details.type !== "suite" && (skip !== undefined || todo !== undefined))
        counts.skipped += 1;
      else if (!isFile && details.type !== "suite" && kind === "test:pass") counts.passed += 1;
    });
  for (const kind of ["test:stdout", "test:stderr"] as const)
    stream.on(kind, ({ file, message }) => {
      const group = some[entries.indexOf(file)]?.files.join(", ");
      if (message.trim() !== "") noise.push(`${group} printed: ${message.trim().slice(0, 400)}`);
    });
  const report = stream.compose(new spec());
  report.pipe(process.stdout, { end: false });
  await new Promise((resolve) => report.on("end", resolve));
  // A process that ends in the middle must not take the files after it away in silence.
  for (const name of names) if (!ran.has(name)) noise.push(`${name} did not run to its end`);
}

function failureOf(details: object): unknown {
  return "error" in details && (details.error as { readonly failureType?: unknown } | undefined)?.failureType;
}

function fail(sentence: string): never {
  console.error(sentence);
  process.exit(2);
}
