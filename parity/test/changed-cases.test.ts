import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { judgeByCommands, judgeByFunctions, type Verdict } from "../judge-case.ts";
import type { ReferenceCase } from "../reference-case.ts";
import { CommandLine } from "../run-command.ts";

const folder = mkdtempSync(path.join(tmpdir(), "concord-parity-test-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function load(name: string): ReferenceCase {
  return JSON.parse(readFileSync(path.resolve(import.meta.dirname, `../fixtures/${name}.json`), "utf8"));
}

async function both(reference: ReferenceCase): Promise<readonly [Verdict, Verdict]> {
  return [judgeByFunctions(reference), await judgeByCommands(reference, new CommandLine(folder))];
}

function renamed(reference: ReferenceCase, names: Readonly<Record<string, string>>): ReferenceCase {
  const entries = Object.entries(reference.input).map(([name, values]) => [names[name] ?? name, values]);
  const code = Object.entries(names).reduce(
    (text, [from, to]) => text.replaceAll(new RegExp(`(?<![\\w.])${from}(?![\\w.])`, "g"), to),
    reference.r_code,
  );
  const expected: unknown = Object.entries(names).reduce(
    (node: unknown, [from, to]) => replaceTexts(node, from, to),
    reference.expected,
  );
  return { ...reference, input: Object.fromEntries(entries), r_code: code, expected };
}

function replaceTexts(node: unknown, from: string, to: string): unknown {
  const text = JSON.stringify(node);
  return JSON.parse(text.replaceAll(new RegExp(`(?<=["(:])${from}(?=[":)])`, "g"), to));
}

const families = [
  "ma-bcg-logrr",
  "ma-mods-numeric-factor",
  "ml-orthodont-sex",
  "psy-alpha-bfi",
  "psy-cfa-alliance",
  "med-parallel-sim",
  "dy-apim-gls",
];

for (const name of families)
  test(`${name}: another id changes nothing, through functions and commands`, async () => {
    for (const found of await both({ ...load(name), id: "unseen-case" })) {
      assert.deepEqual(found.failures, []);
      assert.ok(found.agreeing > 0);
    }
  });

test("renamed columns agree", async () => {
  const cases = [
    renamed(load("ml-orthodont-sex"), { distance: "score.post", Subject: "patient", age: "week" }),
    renamed(load("ma-mods-numeric-factor"), { tpos: "events1", ablat: "degrees", year: "published" }),
    renamed(load("med-parallel-sim"), { m1: "hope", age: "years" }),
  ];
  for (const reference of cases)
    for (const found of await both(reference)) assert.deepEqual(found.disagreements, []);
});

test("rows in another order agree where R's result has no order of rows", async () => {
  const { input, ...reference } = load("ma-bcg-logrr");
  const turned = Object.fromEntries(
    Object.entries(input).map(([name, own]) => [name, [...(own as unknown[])].reverse()]),
  );
  for (const found of await both({ ...reference, input: turned })) assert.deepEqual(found.disagreements, []);
});

test("a wrong expected value fails and names itself", async () => {
  const reference = load("ma-bcg-logrr");
  const expected = structuredClone(reference.expected) as Record<string, { beta: number[] }>;
  expected["DL/z"]!.beta[0]! += 1e-4;
  for (const found of await both({ ...reference, expected })) {
    assert.equal(found.differing, 1);
    assert.equal(found.disagreements[0]!.path, "DL/z.beta.0");
    assert.equal(found.failures.length, 1);
  }
});

test("an expectation of nothing fails", () => {
  for (const expected of [{}, [], null]) {
    const { failures, agreeing } = judgeByFunctions({ ...load("ma-bcg-logrr"), expected });
    assert.equal(agreeing, 0);
    assert.ok(failures.length > 0);
  }
});

test("a function, an argument or a column that is not known fails by its name", () => {
  const reference = load("psy-alpha-bfi");
  const with_ = (r_code: string) => judgeByFunctions({ ...reference, r_code });
  const unknown = with_("list(keyed = x_alpha(dat), unkeyed = some_new_package(dat))");
  assert.ok(unknown.failures.length > 0);
  assert.ok(unknown.disagreements.some(({ reason }) => reason?.includes("some_new_package()")));
  const argument = with_("list(keyed = x_alpha(dat, cumulative = TRUE), unkeyed = x_alpha(dat))");
  assert.ok(argument.disagreements.some(({ reason }) => reason?.includes("cumulative")));
  const column = with_("list(keyed = dat$nothing$here, unkeyed = x_alpha(dat[, 'nobody']))");
  assert.ok(column.failures.length > 0);
  assert.ok(with_("list(keyed = ").failures.length > 0);
  assert.ok(with_("").failures.length > 0);
});

test("what R's arithmetic gives alone is left out and counted, and compares nothing", () => {
  const { failures, omitted, agreeing } = judgeByFunctions({
    ...load("psy-alpha-bfi"),
    r_code: "list(total = mean(dat$A2))",
    expected: { total: 1 },
  });
  assert.equal(agreeing, 0);
  assert.equal(omitted, 1);
  assert.deepEqual(failures, ["compared 0 values"]);
});

test("ratings that are all the same are refused by the command, and that is said; others are compared", async () => {
  const ids = [1, 2, 3, 4, 5];
  const pairs = ids.flatMap((a) => ids.filter((p) => p !== a).map((p) => [a, p] as const));
  const constant = (value: (i: number) => number): ReferenceCase => ({
    ...load("independent/srm-simulated"),
    input: { a: pairs.map(([a]) => a), p: pairs.map(([, p]) => p), y: pairs.map((_, i) => value(i)) },
    options: {},
    r_code: "x_rr(RR(y ~ a * p, data = dat))",
    // TripleR: every component is 0.
    expected: { varcomp: { estimate: [0, 0, 0, null, 0, 0] } },
  });
  const [functions, commands] = await both(constant(() => 3));
  assert.deepEqual([functions.agreeing, functions.failures], [6, []]);
  assert.deepEqual(commands.failures, [], JSON.stringify(commands.disagreements));
  assert.equal(commands.omitted, 6);
  assert.match(commands.leftOut[0]!.reason, /all the same: concord srm refuses them/);
  const [, differ] = await both(constant((i) => i % 3));
  assert.ok(differ.differing > 0);
});

test("a folder without cases, and one whose case compares nothing, end with 1", () => {
  const place = mkdtempSync(path.join(tmpdir(), "concord-parity-empty-"));
  const ended = () =>
    spawnSync(process.execPath, [path.resolve(import.meta.dirname, "../run.ts"), "--cases", place], {
      encoding: "utf8",
    });
  const empty = ended();
  assert.deepEqual([empty.status, /nothing was compared/.test(empty.stdout)], [1, true]);
  const only = { id: "x", r_code: "list(a = 1 + 1)", input: {}, options: {}, expected: { a: 2 } };
  writeFileSync(path.join(place, "x.json"), JSON.stringify(only));
  const nothing = ended();
  rmSync(place, { recursive: true });
  assert.deepEqual([nothing.status, /failed: x/.test(nothing.stdout)], [1, true]);
});

test("another formula than the fixture's is what is computed", () => {
  const reference = load("ml-orthodont-sex");
  const found = judgeByFunctions({
    ...reference,
    r_code: reference.r_code.replaceAll("agec * \n        Sex", "agec").replaceAll("agec * Sex", "agec"),
  });
  assert.ok(found.differing > 0);
});
