import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { changeAnalysisNames } from "@concord/analysis/choices";
import { run } from "./support/run.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const example = path.join(root, "docs/examples/sessions.csv");
const fixtures = path.join(root, "packages/statistics/test/change/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-change-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const read = (file: string) => JSON.parse(readFileSync(file, "utf8"));
const courses = ["--client", "client", "--session", "session", "--value", "symptoms"];

function table(name: string, heading: string, rows: readonly (readonly unknown[])[]): string {
  const file = path.join(folder, name);
  writeFileSync(
    file,
    `${heading}\n${rows.map((row) => row.map((cell) => cell ?? "").join(",")).join("\n")}\n`,
  );
  return file;
}

async function json(words: readonly string[]) {
  const { code, out, err } = await run(["change", ...words, "--json"]);
  assert.ok(code !== 2, err);
  return JSON.parse(out);
}

/** Every value of what is expected, at 1e-6 of its size. */
function agree(got: unknown, expected: unknown, place = ""): void {
  if (typeof expected === "number") {
    assert.ok(
      typeof got === "number" && Math.abs(got - expected) <= 1e-9 + 1e-6 * Math.abs(expected),
      `${place}: expected ${expected}, got ${String(got)}`,
    );
  } else if (typeof expected === "object" && expected !== null) {
    for (const [name, value] of Object.entries(expected))
      agree((got as Record<string, unknown>)[name], value, `${place}.${name}`);
  } else assert.equal(got ?? null, expected, place);
}

test("the Nile through the command line: changepoint, strucchange and qcc", async () => {
  const { input, expected } = read(path.join(fixtures, "changepoint.json"));
  const file = table(
    "nile.csv",
    "flow",
    input.x.map((value: number) => [value]),
  );
  const nile = [file, "--value", "flow"];
  const { on_standardised: standard } = expected;
  agree(await json([...nile, "--scale"]), standard.PELT_MBIC);
  agree(await json([...nile, "--scale", "--penalty", "BIC"]), standard.PELT_BIC);
  agree(await json([...nile, "--scale", "--penalty", "3"]), standard.PELT_manual);
  agree(await json([...nile, "--scale", "--method", "AMOC"]), standard.AMOC_MBIC);
  agree(await json([...nile, "--scale", "--method", "BinSeg", "--penalty", "BIC"]), standard.BinSeg_BIC);
  agree(await json([...nile, "--model", "meanvar"]), expected.meanvar_PELT_MBIC);
  agree(await json([...nile, "--analysis", "breaks"]), expected.bai_perron);
  const charts = read(path.join(fixtures, "control-charts.json"));
  agree(await json([...nile, "--analysis", "control"]), charts.expected.all);
  agree(await json([...nile, "--analysis", "control", "--baseline", "30"]), charts.expected.baseline30);
});

test("phases and reliable change, as R's own functions and the article's formulas give them", async () => {
  const phases = read(path.join(fixtures, "phase.json"));
  const rows = [
    ...phases.input.A.map((value: number) => ["A", value]),
    ...phases.input.B.map((value: number) => ["B", value]),
  ];
  const file = table("phases.csv", "phase,y", rows);
  const asked = [file, "--value", "y", "--analysis", "phases", "--phase", "phase", "--better", "lower"];
  agree(await json(asked), phases.expected);
  const change = read(path.join(fixtures, "jacobson-truax.json"));
  const pairs = change.input.pre.map((pre: number, i: number) => [pre, change.input.post[i]]);
  const two = table("pairs.csv", "pre,post", pairs);
  const flags = ["--pre", "pre", "--post", "post", "--better", "lower", "--reliability", "0.86"];
  const populations = ["--clinical", "33,8", "--functional", "6.5,5.2"];
  agree(await json([two, "--analysis", "reliable-change", ...flags, ...populations]), change.expected);
});

test("sudden gains of 43 people, missing sessions and all", async () => {
  const { people } = read(path.join(fixtures, "sudden-gains.json"));
  const rows = people.flatMap(({ id, bdi }: { id: string; bdi: (number | null)[] }) =>
    bdi.map((value, i) => [id, i + 1, value]),
  );
  const file = table("gains.csv", "id,session,bdi", rows);
  const asked = [file, "--client", "id", "--session", "session", "--value", "bdi", "--better", "lower"];
  const found = await json([...asked, "--analysis", "sudden-gains", "--points", "7"]);
  assert.equal(found.describe.sg_total_n, 24);
  assert.equal(found.describe.sg_magnitude_m, 11);
  assert.deepEqual(found.bysg.id_sg.slice(0, 3), ["1_sg_3", "1_sg_7", "3_sg_8"]);
  const { code, out, err } = await run([
    "change",
    ...asked,
    "--analysis",
    "sudden-gains",
    "--reliability",
    ".9",
  ]);
  assert.equal(code, 1);
  assert.match(err, /^71 rows left out, no value \(lines 15, 17, .*…\)\nrows: 445 of 516 used\n$/);
  assert.match(out, /criteria: at least \d\.\d\d points, at least 25%/);
});

test("every analysis has a paragraph, a table, a figure and a program", async () => {
  const further: Readonly<Record<string, readonly string[]>> = {
    phases: ["--phase", "phase", "--better", "lower"],
    "reliable-change": ["--better", "lower", "--reliability", ".86", "--clinical", "30,8"],
    "sudden-gains": ["--better", "lower", "--points", "7"],
  };
  for (const name of changeAnalysisNames) {
    const asked = [example, ...courses, "--analysis", name, ...(further[name] ?? [])];
    const svg = path.join(folder, `${name}.svg`);
    const { code, out, err } = await run(["change", ...asked, "--svg", svg]);
    assert.ok(code === 0, err);
    assert.match(out, /symptoms|people/, name);
    assert.doesNotMatch(out, /undefined|NaN/, name);
    assert.match(readFileSync(svg, "utf8"), /^<svg[\s\S]*<\/svg>\n$/, name);
    const program = await run(["change", ...asked, "--r-code"]);
    assert.match(program.out, /readLines\("[^"]*sessions\.csv"/, name);
    if (name === "growth" || name === "reliable-change" || name === "sudden-gains") continue;
    const one = await json([...asked, "--only", "C04"]);
    assert.ok(!("C04" in one), name);
    assert.ok("C04" in (await json(asked)), name);
  }
});

test("one course is told in a sentence; online it uses what was known then", async () => {
  const { out } = await run(["change", example, ...courses, "--only", "C04"]);
  assert.match(
    out,
    /The level of symptoms changed at session 6 from 29\.80 to 20\.00 \(it may lie from 6 to 6\)/,
  );
  const online = await json([example, ...courses, "--only", "C04", "--analysis", "online"]);
  assert.equal(online.began.at(-1), 6);
  const prior = ["--prior", "30,0.1,1,4", "--every", "12"];
  const given = await json([example, ...courses, "--only", "C04", "--analysis", "online", ...prior]);
  assert.equal(given.session.length, online.session.length);
  const growth = await run(["change", example, ...courses, "--analysis", "growth"]);
  assert.match(
    growth.out,
    /symptoms changed by −1\.\d\d per session on average\s\(SE = 0\.\d\d,\st\(\d+\.\d+\) = −\d/,
  );
});

test("control charts say where sessions are missing and where the baseline is longer than the course", async () => {
  const asked = ["change", "-", "--value", "y", "--session", "s", "--analysis", "control", "--baseline", "9"];
  const { code, err } = await run(asked, "s,y\n1,5\n2,6\n5,4\n6,7\n");
  assert.equal(code, 0);
  assert.match(err, /note: sessions are missing in 1 place: moving ranges are taken across them/);
  assert.match(err, /note: 1 course is shorter than the baseline/);
});

test("what cannot be asked is one line", async () => {
  const refused = async (input: string, words: readonly string[], sentence: RegExp) => {
    const { code, out, err } = await run(["change", "-", ...words], input);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, sentence);
    assert.equal(err.trim().split("\n").length, 1, err);
  };
  const value = ["--value", "y"];
  await refused("y\n5\n5\n5\n", value, /change-points need values that vary/);
  await refused("y\n5\n5\n5\n", [...value, "--analysis", "control"], /two or more values that differ/);
  await refused("y\n5\n5\n5\n", [...value, "--analysis", "breaks"], /three or more values that vary/);
  await refused("y\n5\n6\n", ["--analysis", "control"], /control needs a column: --value COLUMN\./);
  await refused("y\n5\nlots\n", value, /The column y must hold numbers; it has lots/);
  await refused("s,y\n1,5\n1,6\n", [...value, "--session", "s"], /Session 1 is there twice/);
  await refused("c,y\na,5\na,6\n", [...value, "--client", "c", "--only", "b"], /no client b with a value/);
  await refused("p,y\nA,5\nB,6\n", [...value, "--analysis", "phases", "--phase", "p"], /which end is better/);
  const phases = [...value, "--analysis", "phases", "--phase", "p", "--better", "lower"];
  await refused("p,y\nA,5\nA,6\n", phases, /two named phases/);
  const change = ["--analysis", "reliable-change", "--better", "lower"];
  await refused("y\n5\n6\n", [...value, ...change], /--reliability \.86/);
  await refused(
    "y\n5\n",
    [...value, ...change, "--reliability", ".8"],
    /two or more people with both values/,
  );
  await refused("y\n5\n6\n", [...change, "--pre", "y", "--reliability", ".8"], /both --pre and --post/);
  const gains = ["--analysis", "sudden-gains", "--better", "lower"];
  await refused("y\n9\n3\n", [...value, ...gains, "--points", "3"], /two of three values before and after/);
  await refused("y\n9\n3\n", [...value, ...gains], /--points 7/);
  await refused("y\n9\n3\n", [...value, "--analysis", "growth"], /growth needs a column: --client COLUMN/);
  await refused("y\n9\n3\n5\n", [...value, "--penalty", "dear"], /It must be a number/);
  await refused("y\n9\n3\n5\n", [...value, "--minimum", "1.5"], /whole minimum length/);
  await refused("y\n9\n3\n", [...value, "--analysis", "online", "--prior", "1,2"], /four numbers/);
});

test("the R program of one client reads the rows of that client", async () => {
  const flags: Readonly<Record<string, readonly string[]>> = {
    growth: [],
    "reliable-change": ["--better", "lower", "--reliability", ".86", "--sd", "8"],
    "sudden-gains": ["--better", "lower", "--points", "7"],
    breaks: [],
    control: [],
  };
  for (const [name, further] of Object.entries(flags)) {
    const asked = ["change", example, ...courses, "--analysis", name, ...further];
    const { out } = await run([...asked, "--only", "C04", "--r-code"]);
    assert.match(out, /"C04"/, name);
    assert.match(out, /dat <- dat\[dat\[\["client"\]\] (%in% "C04"|== client), \]/, name);
    assert.doesNotMatch((await run([...asked, "--r-code"])).out, /C04/, name);
  }
  // One client has no others to be drawn towards.
  const growth = await run([
    "change",
    example,
    ...courses,
    "--analysis",
    "growth",
    "--only",
    "C04",
    "--r-code",
  ]);
  assert.match(growth.out, /lm\(`?symptoms`? ~ `?session`?, dat\)/);
  assert.doesNotMatch(growth.out, /lmer/);
});

test("courses that begin alike give no reliable change, in a sentence", async () => {
  const table =
    "client,session,y\n010,1,4.1\n010,2,4\n010,3,2\n010,4,2\n010,5,1\n10,1,4.1\n10,2,4\n10,3,2\n10,4,1\n10,5,1\n";
  const asked = [
    "change",
    "-",
    "--client",
    "client",
    "--session",
    "session",
    "--value",
    "y",
    "--better",
    "lower",
  ];
  for (const [analysis, words] of [
    ["reliable-change", /all 2 people had the same value before \(4\.1\)/],
    ["sudden-gains", /All 2 courses begin with the same value \(4\.1\)/],
  ] as const) {
    const { code, out, err } = await run([...asked, "--analysis", analysis, "--reliability", ".8"], table);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, words);
    assert.equal(
      (await run([...asked, "--analysis", analysis, "--reliability", ".8", "--sd", "2"], table)).code,
      0,
    );
  }
});
