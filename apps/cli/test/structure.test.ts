import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const examples = path.resolve(import.meta.dirname, "../../../docs/examples");
const scale = path.join(examples, "scale.csv");
const alliance = ["--model-file", path.join(examples, "alliance.txt")];
const fixtures = path.resolve(import.meta.dirname, "../../../parity/fixtures");
const folder = mkdtempSync(path.join(tmpdir(), "concord-structure-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const { input, expected, options } = JSON.parse(
  readFileSync(path.join(fixtures, "psy-cfa-invariance.json"), "utf8"),
);
const schools = path.join(folder, "schools.csv");
const names = Object.keys(input);
writeFileSync(
  schools,
  `${names.join(",")}\n${input.x1.map((_: number, i: number) => names.map((one) => input[one][i]).join(",")).join("\n")}\n`,
);

const near = (got: number, wanted: number, limit = 1e-4) =>
  assert.ok(Math.abs(got - wanted) <= limit * Math.max(0.1, Math.abs(wanted)), `${got}, ${wanted}`);

test("any CSV gives the numbers of lavaan: steps of invariance under their names", async () => {
  const { code, out } = await run([
    "structure",
    schools,
    "--model",
    options.model,
    "--group",
    "school",
    "--invariance",
    "configural,metric,scalar",
    "--json",
  ]);
  assert.equal(code, 0);
  const got = JSON.parse(out);
  for (const step of ["configural", "metric", "scalar"]) {
    assert.deepEqual(got[step].estimates.lhs, expected[step].estimates.lhs);
    expected[step].estimates.est.forEach((value: number, i: number) => {
      near(got[step].estimates.est[i], value);
    });
    for (const [measure, value] of Object.entries<number>(expected[step].fit))
      near(got[step].fit[measure], value);
  }
  expected.diff.chisq.forEach((value: number, i: number) => {
    near(got.diff.chisq[i], value);
  });
});

test("the fit in a sentence, the paths in a table, what would help", async () => {
  const { code, out } = await run([
    "structure",
    scale,
    ...alliance,
    "--missing",
    "fiml",
    "--modification-indices",
    "2",
  ]);
  assert.equal(code, 0);
  for (const part of [
    /χ²\(51, N = 160\) = \d+\.\d\d, p = \.\d{3}, CFI \.\d\d, TLI \.\d\d, RMSEA \.\d\d/,
    /bond =~ bond2 +0?\.?\d/,
    /if free +χ² falls by/,
  ])
    assert.match(out, part);
  assert.doesNotMatch(out, /undefined|NaN/);
});

test("a panel from its waves; a second model beside the first; one label for each group", async () => {
  const waves = "alliance=alliance1,alliance2,alliance3;distress=distress1,distress2,distress3";
  const panel = await run(["structure", scale, "--ri-clpm", waves, "--missing", "fiml", "--json"]);
  assert.equal(JSON.parse(panel.out).fit.df, 1);
  const equal = await run([
    "structure",
    scale,
    "--ri-clpm",
    waves,
    "--missing",
    "fiml",
    "--equal-paths",
    "--json",
  ]);
  assert.equal(JSON.parse(equal.out).fit.df, 5);
  const items = ["bond", "task", "goal"].flatMap((part) => [1, 2, 3, 4].map((i) => part + i));
  const one = `g =~ ${items.join(" + ")}`;
  const beside = JSON.parse((await run(["structure", scale, ...alliance, "--compare", one, "--json"])).out);
  assert.equal(beside.chisq_diff.df, 3);
  near(beside.chisq_diff.chisq, beside.compared.fit.chisq - beside.fit.chisq, 1e-9);
  const model = "f =~ bond1 + c(a, b)*bond2 + bond3; dif := a - b";
  const labelled = JSON.parse(
    (await run(["structure", scale, "--model", model, "--group", "language", "--json"])).out,
  );
  assert.equal(labelled.estimates.op.at(-1), ":=");
  assert.deepEqual(
    labelled.groups.map(({ label }: { label: string }) => label),
    ["en", "de"],
  );
});

test("a figure and an R program", async () => {
  const svg = path.join(folder, "paths.svg");
  // Some rows of the example have a gap and are left out.
  assert.equal((await run(["structure", scale, ...alliance, "--svg", svg])).code, 1);
  assert.ok(existsSync(svg) && readFileSync(svg, "utf8").includes("Standardized loading"));
  const { out } = await run([
    "structure",
    scale,
    ...alliance,
    "--group",
    "language",
    "--invariance",
    "--missing",
    "fiml",
    "--r-code",
  ]);
  for (const part of [
    "library(lavaan)",
    'missing = "ml"',
    'group.equal = c("loadings")',
    "lavTestLRT(configural",
  ])
    assert.ok(out.includes(part), part);
});

test("a mistake is a line that says what to do", async () => {
  const refused = async (words: readonly string[], pattern: RegExp) => {
    const { code, out, err } = await run(["structure", scale, ...words]);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, pattern);
  };
  await refused([], /--model TEXT, --model-file FILE or --ri-clpm SERIES/);
  await refused(["--model", "f =~ bond1 + bond2"], /asks for 4 values of 3 moments/);
  await refused(["--model", "f =~ bond1 + nobody"], /not there: nobody/);
  await refused(["--model", "f =~ bond1 + language"], /column language holds two words, de and en/);
  await refused(["--model", "f <~ bond1"], /not <~/);
  await refused(["--model-file", path.join(folder, "none.txt")], /cannot be read/);
  await refused([...alliance, "--invariance"], /name them by --group/);
  await refused([...alliance, "--group-equal", "everything"], /some of loadings/);
  await refused(["--ri-clpm", "x=alliance1,alliance2;y=distress1,distress2"], /three or more waves/);
  await refused([...alliance, "--estimator", "MLM", "--missing", "fiml"], /complete rows/);
});

test("a saturated model has a sentence and no test, in any unit", async () => {
  for (const unit of [1, 1e-3, 1e5]) {
    const rows = Array.from({ length: 40 }, (_, i) =>
      [Math.sin(3 * i), Math.sin(3 * i) + Math.cos(5 * i), Math.sin(3 * i) + Math.sin(7 * i)]
        .map((value) => (value + 0.1) * unit)
        .join(","),
    );
    const table = `a,b,c\n${rows.join("\n")}\n`;
    for (const model of ["f =~ a + b + c", "c ~ a + b", "b ~ a\nc ~ a + b"]) {
      const { code, out } = await run(["structure", "-", "--model", model], table);
      assert.equal(code, 0);
      assert.match(out, /The model is saturated, χ²\(0, N = 40\) = 0\.00: [\s\S]*its fit has\s+no\s+test/);
      const { chisq, df, pvalue } = JSON.parse(
        (await run(["structure", "-", "--model", model, "--json"], table)).out,
      ).fit;
      assert.deepEqual([chisq, df, pvalue], [0, 0, null]);
    }
  }
});
