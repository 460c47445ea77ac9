import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const effects = path.resolve(import.meta.dirname, "../../../docs/examples/effects.csv");
const folder = mkdtempSync(path.join(tmpdir(), "concord-synthesize-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const correlations = ["--measure", "ZCOR", "--ri", "r", "--ni", "n"];
const clients = [...correlations, "--subset", "rater=client", "--slab", "study"];

test("the mean, its doubt and the model, in words and in metafor's names", async () => {
  const { code, out, err } = await run(["synthesize", effects, ...clients, "--test", "knha"]);
  assert.deepEqual([code, err], [0, ""]);
  // Figures of parity/evidence/simulated-corpus.R.
  for (const part of [
    /r = \.27, 95% CI \[\.18, \.36\], prediction interval \[−?\.00, \.51\] \(14 effects\)/,
    /tau2 +0\.0150936/,
    /I2 +56\.0228/,
    /intrcpt +0\.281618 +0\.0466597/,
  ])
    assert.match(out, part);
});

test("nested groups with robust tests; a last es that is not there is the row", async () => {
  const asked = [...correlations, "--cluster", "study", "--json"];
  const named = await run(["synthesize", effects, ...asked, "--random", "study/es"]);
  const rows = await run(["synthesize", effects, ...asked, "--random", "~ 1 | study/row"]);
  const [first, second] = [named, rows].map(({ out }) => JSON.parse(out));
  assert.equal(first.robust.beta[0], second.robust.beta[0]);
  assert.ok(Math.abs(first.robust.se[0] - 0.0340591291005266) < 1e-6);
  assert.deepEqual(first.sigma2_nlevels, [14, 29]);
});

test("several analyses stand under their names, and every one is reachable", async () => {
  const names =
    "pool,effects,subgroups,leave1out,influence,residuals,blup,cumul,permutest,regtest,ranktest,trimfill";
  const more = "selmodel,pet-peese,fsn,hunter-schmidt";
  const all = `${names},${more}`;
  const flags = [...correlations, "--by", "rater", "--order", "year", "--iter", "100", "--analysis", all];
  const { code, out, err } = await run(["synthesize", effects, ...flags, "--json"]);
  assert.equal(code, 0, err);
  const results = JSON.parse(out);
  assert.deepEqual(Object.keys(results), [...all.split(","), "input"]);
  assert.deepEqual(results.subgroups.levels, ["client", "observer", "therapist"]);
  const text = await run(["synthesize", effects, ...flags]);
  assert.doesNotMatch(text.out, /undefined|NaN|\[object/);
});

test("chance is seeded: the same seed gives the same p", async () => {
  const flags = [...clients, "--analysis", "permutest", "--iter", "150", "--json"];
  const once = await run(["synthesize", effects, ...flags, "--seed", "7"]);
  assert.equal((await run(["synthesize", effects, ...flags, "--seed", "7"])).out, once.out);
});

test("figures, a table of the effects, and the R program", async () => {
  const svg = path.join(folder, "figures");
  const table = path.join(folder, "effects.csv");
  const analyses = ["--analysis", "pool,influence,trimfill,regtest,cumul", "--order", "year"];
  const drawn = await run(["synthesize", effects, ...clients, ...analyses, "--svg", svg, "--table", table]);
  assert.equal(drawn.code, 0, drawn.err);
  const files = ["baujat", "cumulative", "forest", "funnel", "influence", "radial"].map(
    (name) => `${name}.svg`,
  );
  assert.deepEqual(readdirSync(svg).sort(), files);
  for (const file of files) assert.match(readFileSync(path.join(svg, file), "utf8"), /^<svg[\s\S]*Ash|<svg/);
  assert.equal(readFileSync(table, "utf8").trim().split("\n").length, 15);
  const { out } = await run(["synthesize", effects, ...clients, ...analyses, "--r-code"]);
  for (const part of [
    /readLines\(".*effects\.csv"/,
    /dat\[\["rater"\]\] %in% c\("client"\)/,
    /rma\(yi, vi, data = dat, method = "REML", test = "z"/,
    /trimfill\(res, estimator = "L0"\)/,
    /cumul\(res, order = dat\[\["year"\]\]\)/,
  ])
    assert.match(out, part);
  const grouped = path.join(folder, "grouped");
  await run([
    "synthesize",
    effects,
    ...correlations,
    "--analysis",
    "subgroups",
    "--by",
    "rater",
    "--svg",
    grouped,
  ]);
  assert.match(readFileSync(path.join(grouped, "forest.svg"), "utf8"), /rater: therapist/);
  const bubble = path.join(folder, "bubble");
  await run(["synthesize", effects, ...clients, "--mods", "~ year", "--svg", bubble]);
  assert.ok(existsSync(path.join(bubble, "bubble.svg")));
});

test("a row that cannot be measured is told with its line, and the command ends with 1", async () => {
  const csv = "r,n\n.3,40\n.2,3\n1.4,50\n.25,60\n.4,30\n";
  const { code, out, err } = await run(["synthesize", "-", ...correlations, "--json"], csv);
  assert.equal(code, 1);
  assert.equal(JSON.parse(out).k, 3);
  assert.match(err, /^line 3: left out, .*n ≥ 4: 3\nline 4: left out, .*1\.4\nrows: 3 of 5 used\n$/);
});

test("2 × 2 tables by events and group sizes", async () => {
  const counts = await run(
    ["synthesize", "-", "--measure", "OR", "--ai", "a", "--bi", "b", "--ci", "c", "--di", "d", "--json"],
    "a,b,c,d\n4,119,11,128\n6,300,29,274\n",
  );
  const sizes = await run(
    ["synthesize", "-", "--measure", "OR", "--ai", "a", "--n1i", "m", "--ci", "c", "--n2i", "n", "--json"],
    "a,m,c,n\n4,123,11,139\n6,306,29,303\n",
  );
  assert.equal(counts.code, 0, counts.err);
  const [{ input: _sizes, ...first }, { input: _counts, ...second }] = [sizes, counts].map(({ out }) =>
    JSON.parse(out),
  ) as [Record<string, unknown>, Record<string, unknown>];
  assert.deepEqual(first, second);
});

const two = "r,n,x,y,g\n.3,40,1,2,a\n.2,50,2,4,a\n.5,60,3,6,a\n.1,45,4,8,a\n";
const pairs = "r,n,x\n.3,40,1\n.2,50,1\n.5,60,2\n.1,45,2\n.4,35,3\n";
const table = "yi,vi\n.1,-.2\n.3,.1\n";
for (const [name, csv, flags, said] of [
  ["no measure and no estimates", two, ["--ri", "r"], /Say what the effects are/],
  [
    "a column that is not there",
    two,
    ["--measure", "ZCOR", "--ri", "rr", "--ni", "n"],
    /no column rr; there are r, n/,
  ],
  ["a column too few", two, ["--measure", "ZCOR", "--ri", "r"], /not given: ni/],
  ["words for numbers", two, ["--measure", "ZCOR", "--ri", "r", "--ni", "g"], /row 1 holds "a"/],
  ["a factor of one level", two, [...correlations, "--mods", "~ g"], /two or more levels: g/],
  ["a broken formula", two, [...correlations, "--mods", "~ x +"], /formula/],
  ["no row left", two, [...correlations, "--subset", "g=b"], /no row is left/],
  ["nested groups by DL", two, [...correlations, "--random", "x/es", "--method", "DL"], /REML or ML: DL/],
  [
    "levels that cannot be told apart",
    two,
    [...correlations, "--random", "x/es"],
    /each group of x holds one group of the level within it/,
  ],
  [
    "nested groups and Egger",
    pairs,
    [...correlations, "--random", "x/es", "--analysis", "regtest"],
    /side by side/,
  ],
  ["a rho without its clusters", two, [...correlations, "--rho", ".6"], /name these with --cluster/],
  ["subgroups of nothing", two, [...correlations, "--analysis", "subgroups"], /--by COLUMN/],
  ["an analysis nobody knows", two, [...correlations, "--analysis", "egger"], /no analysis egger/],
  ["an unknown method", two, [...correlations, "--method", "DLL"], /Allowed choices are/],
  [
    "a negative variance",
    table,
    ["--yi", "yi", "--vi", "vi", "--mods", "~ 0 + yi"],
    /1 coefficients require more|no result/,
  ],
  ["an empty file", "", correlations, /empty/],
] as const) {
  test(`code 2 and one line: ${name}`, async () => {
    const { code, out, err } = await run(["synthesize", "-", ...flags], csv);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, said);
    assert.doesNotMatch(err, /could not go on|\n\s+at /);
  });
}

test("rows without a moderator are left out, counted and named, in words and in JSON", async () => {
  const csv = "s,yi,vi,x\na,.7,.03,.4\nb,.1,.02,NA\nc,.2,.05,-.3\nd,.3,.04,0\ne,.1,.05,\nf,.6,.03,.7\n";
  const { code, out, err } = await run(
    ["synthesize", "-", "--yi", "yi", "--vi", "vi", "--mods", "~ x", "--json"],
    csv,
  );
  assert.equal(code, 1);
  assert.match(err, /line 3: left out, no x\nline 6: left out, no x\nrows: 4 of 6 used\n/);
  const { k, input } = JSON.parse(out);
  assert.equal(k, 4);
  assert.deepEqual(input.rows, {
    given: 6,
    used: 4,
    left_out: [{ reason: "no x", count: 2, lines: [3, 6] }],
  });
});

test("an analysis without an answer is one line and ends with 2", async () => {
  const two = await run(
    ["synthesize", "-", "--yi", "y", "--vi", "v", "--analysis", "regtest"],
    "y,v\n.6,.05\n.1,.06\n",
  );
  assert.deepEqual([two.code, two.out], [2, ""]);
  assert.match(two.err, /^There is no result: regtest: .*\n$/);
});

test("a flag that takes one value is refused when it stands twice", async () => {
  const twice = await run(["synthesize", effects, ...correlations, "--random", "study", "--random", "rater"]);
  assert.deepEqual([twice.code, twice.out], [2, ""]);
  assert.match(
    twice.err,
    /--random stands twice \(study, rater\), and takes one value.*crossed groups are not fitted/,
  );
});

test("effects that agree exactly: the reason stands where a standard error cannot", async () => {
  const table = "study,yi,vi\n010,0.3,0.02\n10,0.3,0.03\nC,0.3,0.01\nD,0.3,0.05\nE,0.3,0.047\n";
  const asked = ["synthesize", "-", "--yi", "yi", "--vi", "vi", "--slab", "study"];
  const { code, out, err } = await run([...asked, "--test", "knha"], table);
  assert.equal(code, 0);
  assert.match(err, /no standard error, test or interval: the model fits every effect exactly/);
  assert.match(out, /estimate = 0\.30 without an interval \(5 effects\)/);
  const json = JSON.parse((await run([...asked, "--test", "knha", "--json"], table)).out);
  assert.deepEqual([json.se, json.stat, json.pval, json.ci_lb], [[null], [null], [null], [null]]);
  assert.match(json.untested, /fits every effect exactly/);
  const influences = await run([...asked, "--test", "knha", "--json", "--analysis", "influence"], table);
  assert.deepEqual(JSON.parse(influences.out).is_influential, [null, null, null, null, null]);
  assert.match(influences.err, /fits every effect exactly/);
  for (const [words, reason] of [
    [["pet-peese"], /the line fits every effect exactly/],
    [["ranktest"], /all effects are equal/],
    [["trimfill", "--estimator", "R0"], /all effects are equal/],
    [["regtest", "--model", "lm"], /the line fits every effect exactly/],
    [["regtest", "--test", "knha"], /the model fits every effect exactly/],
    [["permutest", "--test", "knha"], /the model fits every effect exactly/],
  ] as const) {
    const refused = await run([...asked, "--analysis", ...words], table);
    assert.deepEqual([refused.code, refused.out], [2, ""]);
    assert.match(refused.err, reason);
  }
});
