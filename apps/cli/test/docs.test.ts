import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { chmodSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, before, test } from "node:test";
import { commandLine } from "../src/index.ts";
import { run } from "./support/run.ts";

const root = path.resolve(import.meta.dirname, "../../..");
/** The pages with commands come first: the guides use the practice that their examples make. */
const commandPages = [
  "cli.md",
  "tables.md",
  "library.md",
  "signals.md",
  "multilevel.md",
  "synthesize.md",
  "round-robin.md",
  "change.md",
  "reliability.md",
  "mediation.md",
  "dyads.md",
];
/** Its examples need data that are not in this project. */
const notRun = ["real-data.md"];
const otherPages = globSync(["*.md", "guide/*.md"], { cwd: path.join(root, "docs") })
  .filter((name) => ![...commandPages, ...notRun].includes(name))
  .sort();
const docs = [...commandPages, ...otherPages]
  .map((name) => readFileSync(path.join(root, "docs", name), "utf8"))
  .join("\n");
const bin = path.join(root, "apps/cli/bin/concord.mjs");
const concord = `"${process.execPath}" "${bin}"`;

const silent = {
  out: () => {},
  err: () => {},
  input: async function* () {},
  drained: async () => {},
  width: null,
  colour: false,
  environment: {},
};

const line = await commandLine(silent, () => {});

test("every command and every flag is in the documents", () => {
  for (const command of line.commands) {
    assert.match(docs, new RegExp(`^## ${command.name()}$`, "m"), command.name());
    for (const option of command.options) {
      assert.ok(
        docs.includes(`\`${option.long}`) || docs.includes(` ${option.long} `),
        `${command.name()} ${option.long}`,
      );
    }
  }
});

test("each command is loaded by its own name, without the others", async () => {
  for (const command of line.commands) {
    const { commands } = await commandLine(silent, () => {}, command.name());
    assert.deepEqual(
      commands.map((own) => own.helpInformation()),
      [command.helpInformation()],
    );
  }
});

test("every flag of the documents exists", () => {
  const known = new Set(line.commands.flatMap((command) => command.options.map((option) => option.long)));
  for (const always of ["--help", "--version"]) known.add(always);
  const real = readFileSync(path.join(root, "docs/real-data.md"), "utf8");
  for (const [flag] of `${docs}${real}`.matchAll(/--[a-z][a-z0-9-]+/g)) assert.ok(known.has(flag), flag);
});

const blocks = [...docs.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap((found) => found[1]!.trim().split("\n"));
const folder = mkdtempSync(path.join(tmpdir(), "concord-docs-"));
chmodSync(folder, 0o755);
cpSync(path.join(root, "docs/examples"), path.join(folder, "docs/examples"), { recursive: true });
after(() => rmSync(folder, { recursive: true, force: true }));
const { DATABASE_URL: _url, CONCORD_DATA: _data, ...environment } = process.env;

/** The words of a line that asks nothing of the shell but to split it; null for one with a pipe, a file to write to, …. */
function plainWords(line: string): readonly string[] | null {
  const pieces = [
    ...line.matchAll(
      /"(?<double>(?:[^"\\$`]|\\")*)"|'(?<single>[^']*)'|(?<bare>[\w./,:=@+~^-]+)|(?<space> +)/g,
    ),
  ];
  if (pieces.map(([whole]) => whole).join("") !== line) return null;
  const words = [""];
  for (const { groups = {} } of pieces) {
    if (groups.space !== undefined) words.push("");
    else
      words[words.length - 1] += groups.double?.replaceAll('\\"', '"') ?? groups.single ?? groups.bare ?? "";
  }
  return words;
}

const here = process.cwd();
before(() => process.chdir(folder));
after(() => process.chdir(here));

/** Runs an example as it stands: in this process, unless it asks a shell for more than its words. */
async function ranAs(example: string): Promise<{ readonly code: number | null; readonly err: string }> {
  const words = plainWords(example);
  if (words !== null && words[0] === "npx" && words[1] === "concord")
    return run(words.slice(2), "", environment);
  const command = example.replaceAll("npx concord", concord);
  const ran = spawnSync("sh", ["-c", command], { encoding: "utf8", env: environment, timeout: 600_000 });
  return { code: ran.status, err: ran.stderr };
}

test("every example of the documents runs, in its order", async (context) => {
  assert.ok(blocks.length > 20);
  const inShells = blocks.filter((example) => plainWords(example) === null);
  assert.ok(inShells.length > 0 && inShells.length < 10, inShells.join("\n"));
  for (const example of blocks) {
    await context.test(example, async () => {
      if (/ serve /.test(example)) return served(example);
      const { code, err } = await ranAs(example);
      assert.ok(code === 0 || code === 1, `${code}\n${err}`);
      assert.doesNotMatch(err, /could not go on|\n\s+at |undefined/);
    });
  }
});

/** Starts it, waits for its address, asks for the first page, stops it as Ctrl-C would. */
async function served(example: string): Promise<void> {
  const words = example.split(" ").slice(2);
  const child = spawn(process.execPath, [bin, ...words], {
    cwd: folder,
    env: environment,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let failed = "";
  child.stderr.on("data", (piece: Buffer) => {
    failed += piece;
  });
  const ended = new Promise<number | null>((resolve) => child.on("exit", resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (piece: Buffer) => {
      said += piece;
      const found = /Concord is open at (http:\S+)[\s\S]*Ctrl-C/.exec(said);
      if (found !== null) resolve(found[1]!);
    });
    void ended.then(() => reject(new Error(`it ended: ${said}${failed}`)));
  });
  const page = await fetch(url);
  assert.equal(page.status, 200);
  assert.match(said, /entered with one click/);
  child.kill("SIGINT");
  assert.equal(await ended, 0);
}
