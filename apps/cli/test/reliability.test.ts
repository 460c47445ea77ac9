import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const examples = path.resolve(import.meta.dirname, "../../../docs/examples");
const scale = path.join(examples, "scale.csv");
const observers = path.join(examples, "observers.csv");
const fixtures = path.resolve(import.meta.dirname, "../../../parity/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-reliability-"));
after(() => rmSync(folder, { recursive: true, force: true }));

function csvOf(name: string): { readonly file: string; readonly expected: Record<string, never> } {
  const { input, expected } = JSON.parse(readFileSync(path.join(fixtures, `${name}.json`), "utf8"));
  const columns: Record<string, (number | null)[]> = input.complete ?? input;
  const names = Object.keys(columns);
  const lines = columns[names[0]!]!.map((_, i) => names.map((one) => columns[one]![i] ?? "").join(","));
  const file = path.join(folder, `${name}.csv`);
  writeFileSync(file, `${names.join(",")}\n${lines.join("\n")}\n`);
  return { file, expected };
}

/** Every number of `wanted` within a share of its size. */
function agree(got: unknown, wanted: unknown, limit: number, place: string): void {
  if (typeof wanted === "number") {
    assert.ok(typeof got === "number", place);
    assert.ok(
      Math.abs(got - wanted) <= limit * Math.max(0.01, Math.abs(wanted)),
      `${place}: ${got}, ${wanted}`,
    );
  } else if (typeof wanted === "object" && wanted !== null) {
    for (const [key, value] of Object.entries(wanted))
      agree((got as Record<string, unknown>)[key], value, limit, `${place}.${key}`);
  }
}

test("any CSV gives the numbers of psych: alpha, omega, intraclass correlations", async () => {
  const bfi = csvOf("psy-alpha-bfi");
  const alpha = await run(["reliability", bfi.file, "--reverse", "A1", "--json"]);
  assert.deepEqual([alpha.code, alpha.err], [0, ""]);
  agree(JSON.parse(alpha.out), bfi.expected.keyed, 1e-8, "alpha");
  const hs = csvOf("psy-omega-hs");
  const omega = await run(["reliability", hs.file, "--analysis", "omega", "--json"]);
  agree(JSON.parse(omega.out), hs.expected, 1e-3, "omega");
  const sf = csvOf("psy-icc-sf");
  const icc = await run(["reliability", sf.file, "--analysis", "icc", "--json"]);
  agree(JSON.parse(icc.out), sf.expected.complete, 1e-6, "icc");
});

test("a paragraph, the coefficients and the items", async () => {
  const { code, out } = await run(["reliability", scale, "--items", "bond1:bond4", "--reverse", "bond4"]);
  assert.equal(code, 0);
  for (const part of [
    /Cronbach's α of the 4 items was \.\d\d, 95% CI \[\.\d\d, \.\d\d\] \(N = 160/,
    /raw α +0\.\d+/,
    /item +n +mean +sd +r_drop +r_cor +α without it/,
    /bond4- +\d+/,
  ])
    assert.match(out, part);
  assert.doesNotMatch(out, /undefined|NaN/);
});

test("raters: six coefficients, kappas, and several at once under their names", async () => {
  const all = await run([
    "reliability",
    observers,
    "--items",
    "first,second,third",
    "--analysis",
    "icc,fleiss,krippendorff",
    "--json",
  ]);
  const parsed = JSON.parse(all.out);
  assert.deepEqual(Object.keys(parsed), ["icc", "fleiss", "krippendorff", "input"]);
  assert.equal(parsed.icc.type.length, 6);
  const pair = await run(["reliability", observers, "--items", "first,second", "--analysis", "kappa"]);
  assert.match(pair.out, /Cohen's κ was .*; with quadratic weights/);
});

test("counts of a table stand for their cases", async () => {
  const counts = path.join(folder, "counts.csv");
  const long = path.join(folder, "long.csv");
  const cells = [
    ["a", "a", 3],
    ["a", "b", 1],
    ["b", "b", 4],
  ] as const;
  writeFileSync(counts, `x,y,n\n${cells.map((cell) => cell.join(",")).join("\n")}\n`);
  const rows = cells.flatMap(([x, y, n]) => Array.from({ length: n }, () => `${x},${y}`));
  writeFileSync(long, `x,y\n${rows.join("\n")}\n`);
  const asked = ["--analysis", "kappa", "--json"];
  const table = await run(["reliability", counts, "--items", "x,y", "--count", "n", ...asked]);
  const listed = await run(["reliability", long, "--items", "x,y", ...asked]);
  const [{ input: _table, ...first }, { input: _listed, ...second }] = [table, listed].map(({ out }) =>
    JSON.parse(out),
  ) as [Record<string, unknown>, Record<string, unknown>];
  assert.deepEqual(first, second);
});

test("a figure and an R program", async () => {
  const svg = path.join(folder, "items.svg");
  const asked = ["reliability", scale, "--items", "bond1:bond4", "--reverse", "bond4"];
  assert.equal((await run([...asked, "--svg", svg])).code, 0);
  assert.ok(existsSync(svg) && readFileSync(svg, "utf8").includes("Corrected item–total correlation"));
  const { out } = await run([...asked, "--missing-values", "-9", "--r-code"]);
  for (const part of [
    "library(psych)",
    'c("bond1", "bond2", "bond3", "bond4")',
    "items == -9",
    "psych::alpha(",
  ])
    assert.ok(out.includes(part), part);
});

test("a mistake is a line that says what to do", async () => {
  const refused = async (words: readonly string[], pattern: RegExp) => {
    const { code, out, err } = await run(["reliability", ...words]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, pattern);
  };
  await refused([scale, "--items", "bond1"], /two or more items/);
  await refused([scale, "--items", "bond1,nobody"], /no column nobody/);
  await refused([scale, "--items", "bond1,language"], /must hold numbers/);
  await refused([scale, "--analysis", "beta"], /alpha, omega, factors/);
  await refused([scale, "--items", "bond1,bond2", "--reverse", "task1"], /column of that name: task1/);
  await refused([observers, "--analysis", "kappa"], /two raters, named by --items/);
  await refused([scale, "--items", "bond1,bond2", "--range", "5,1"], /least and the most/);
});
