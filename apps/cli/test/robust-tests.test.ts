import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

/** Made-up effects; study c alone is self-rated. */
const studies = `study,yi,vi,measure
a,.31,.01,observer
a,.52,.02,observer
b,.08,.03,observer
b,.44,.02,observer
c,.2,.03,self
d,.35,.01,therapist
d,.11,.02,therapist
e,.57,.02,therapist
f,.25,.02,therapist
`;

test("synthesize: a moderator of one cluster has an estimate, no robust test and a sentence", async () => {
  const words = [
    "synthesize",
    "-",
    "--yi",
    "yi",
    "--vi",
    "vi",
    "--mods",
    "~ measure",
    "--random",
    "study/es",
  ];
  const flags = [...words, "--cluster", "study"];
  const { code, out, err } = await run(flags, studies);
  assert.equal(code, 0);
  assert.match(err, /note: measureself has no robust test: it rests on one cluster \(c\)/);
  assert.doesNotMatch(out, /NaN|e-1\d/);
  const { robust, input } = JSON.parse((await run([...flags, "--json"], studies)).out);
  const at = robust.terms.indexOf("measureself");
  assert.deepEqual(
    [robust.se[at], robust.stat[at], robust.pval[at], robust.df[at]],
    [null, null, null, null],
  );
  assert.match(robust.not_tested.measureself, /one cluster \(c\)/);
  assert.equal(robust.wald.error, true);
  assert.match(input.remarks.join(" "), /measureself has no robust test/);
  assert.ok(robust.pval[robust.terms.indexOf("measuretherapist")] > 0);
});

/** Made-up rows; in row 5 alone z is not zero. */
const rows = [
  "x,w,z,y",
  ...Array.from({ length: 24 }, (_, i) =>
    [
      i % 7,
      (i * 5) % 11,
      i === 4 ? 2 : 0,
      Math.round(100 * (3 + 0.4 * (i % 7) + Math.sin(5 * i))) / 100,
    ].join(","),
  ),
].join("\n");

test("moderate --robust: what rests on one row has no robust error, in words, table and JSON", async () => {
  for (const kind of ["HC0", "HC1", "HC2", "HC3"]) {
    const words = ["moderate", "-", "--x", "x", "--y", "y", "--w", "z", "--robust", kind];
    const refused = await run(words, rows);
    assert.equal(refused.code, 2);
    assert.match(refused.err, /cannot tell x:z from the other predictors/);
    const covariate = [
      "moderate",
      "-",
      "--x",
      "x",
      "--y",
      "y",
      "--w",
      "w",
      "--covariates",
      "z",
      "--robust",
      kind,
    ];
    const { code, out, err } = await run(covariate, rows);
    assert.equal(code, 0);
    assert.match(err, /note: z has no robust standard error: it rests on row 5 alone/);
    assert.doesNotMatch(out, /NaN|Infinity/);
    const { model } = JSON.parse((await run([...covariate, "--json"], rows)).out);
    const at = model.terms.indexOf("z");
    assert.deepEqual([model.se[at], model.t[at], model.p[at], model.F_p], [null, null, null, null]);
    assert.ok(model.p[model.terms.indexOf("x")] > 0);
    assert.match(model.not_tested.z, /row 5 alone/);
    const curve = await run([...covariate, "--quadratic"], rows);
    assert.equal(curve.code, 2);
    assert.match(curve.err, /z has no robust standard error: it rests on row 5 alone/);
  }
});

test("moderate --robust: an effect that rests on two rows of a level is given without a test", async () => {
  const levels = [
    "x,g,y",
    ...rows
      .split("\n")
      .slice(1)
      .map(
        (line, i) =>
          `${line.split(",")[0]},${i < 2 ? "rare" : i % 2 === 0 ? "one" : "other"},${line.split(",")[3]}`,
      ),
  ].join("\n");
  const words = ["moderate", "-", "--x", "x", "--y", "y", "--w", "g", "--robust", "HC3"];
  const { code, out, err } = await run(words, levels);
  assert.equal(code, 0);
  assert.match(err, /x:grare has no robust standard error: it rests on row 1 and row 2 alone/);
  const said = out.replaceAll(/\s+/g, " ");
  assert.match(said, /Whether the effect of x on y depends on g has no test/);
  assert.match(said, /without a test in g rare/);
  assert.doesNotMatch(out, /NaN|Infinity/);
  assert.match(said, /in g one/);
});

test("synthesize: robust tests without nested groups have the same guards", async () => {
  const asked = ["synthesize", "-", "--yi", "yi", "--vi", "vi", "--cluster", "study"];
  for (const vcov of ["CR0", "CR1", "CR1p", "CR2"]) {
    const { err, out } = await run([...asked, "--mods", "~ measure", "--vcov", vcov, "--json"], studies);
    assert.match(err, /measureself has no robust test: it rests on one cluster \(c\)/, vcov);
    const { robust } = JSON.parse(out);
    assert.equal(robust.pval[robust.terms.indexOf("measureself")], null, vcov);
  }
  const equal = studies.replaceAll(/,-?\.\d+,/gu, ",.3,");
  const { err, out } = await run([...asked, "--json"], equal);
  assert.match(err, /no robust test: no cluster differs from the model/);
  const { robust, QE } = JSON.parse(out);
  assert.deepEqual([robust.se, robust.pval, QE], [[null], [null], 0]);
  const one = await run(asked, studies.replaceAll(/^[b-f],/gmu, "a,"));
  assert.deepEqual([one.code, one.out], [2, ""]);
  assert.match(one.err, /two or more clusters/);
});
