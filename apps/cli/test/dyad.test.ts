import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const examples = path.resolve(import.meta.dirname, "../../../docs/examples");
const [dyads, sessions] = ["dyads", "dyad-sessions"].map((name) => path.join(examples, `${name}.csv`)) as [
  string,
  string,
];
const folder = mkdtempSync(path.join(tmpdir(), "concord-models-"));
after(() => rmSync(folder, { recursive: true, force: true }));

test("dyads: four models, each with its sentence", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [
      ["apim", dyads, "--x", "client_bond,therapist_bond", "--y", "client_depth,therapist_depth"],
      /in 90 dyads .* Equal effects in both roles: χ²\(2\) = /,
    ],
    [
      [
        "surface",
        dyads,
        "--x",
        "client_bond",
        "--y",
        "therapist_bond",
        "--outcome",
        "symptoms",
        "--centre",
        "4",
      ],
      /a4 = 4\.27, .* lowest where both agree/,
    ],
    [
      [
        "truth-and-bias",
        sessions,
        "--judgment",
        "therapist",
        "--truth",
        "client",
        "--judge",
        "dyad",
        "--within",
      ],
      /directional bias b = −0\.35, .* truth force b = 0\.48/,
    ],
    [
      ["profile", dyads, "--first", "c1,c2,c3,c4", "--second", "t1,t2,t3,t4"],
      /Profiles of 90 dyads agree by r = \.\d\d/,
    ],
  ];
  for (const [words, said] of cases) {
    const figure = path.join(folder, `${words[0]}.svg`);
    const { out, code } = await run(["dyad", ...words, "--svg", figure]);
    assert.equal(code, 0);
    assert.match(out.replaceAll(/\s+/g, " "), said);
    assert.ok(existsSync(figure));
    const program = await run(["dyad", ...words, "--r-code"]);
    assert.match(program.out, /^# The same in R/);
  }
});

test("members may have a row each", async () => {
  const long = path.join(folder, "long.csv");
  const lines = readFileSync(dyads, "utf8")
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","));
  const rows = lines.flatMap(([id, cb, tb, cd, td]) => [
    `${id},client,${cb},${cd}`,
    `${id},therapist,${tb},${td}`,
  ]);
  writeFileSync(long, `pair,who,bond,depth\n${rows.join("\n")}\n`);
  const wide = await run([
    "dyad",
    "apim",
    dyads,
    "--x",
    "client_bond,therapist_bond",
    "--y",
    "client_depth,therapist_depth",
    "--json",
  ]);
  const own = await run([
    "dyad",
    "apim",
    long,
    "--x",
    "bond",
    "--y",
    "depth",
    "--dyad",
    "pair",
    "--role",
    "who",
    "--json",
  ]);
  assert.deepEqual(JSON.parse(own.out).gls_distinguishable, JSON.parse(wide.out).gls_distinguishable);
});

/** Made-up rows; expected values by nlme::gls with compound symmetry, REML, in R 4.2, whose search for the variance leaves 1e-8 in SE. */
const twins = `dyad,x,y
d01,-0.84,-1.34
d01,-1.32,-1.68
d02,1.38,1.06
d02,0.28,1.53
d03,-1.26,1.39
d03,-0.97,0.48
d04,0.07,1.08
d04,-2.16,-0.11
d05,1.71,0
d05,0.75,-1.28
d06,-0.6,-2.15
d06,-0.44,-0.48
d07,-0.47,1.47
d07,0.76,-0.52
d08,-0.64,-0.24
d08,0.75,2.14
d09,-0.29,-0.33
d09,1.38,1.19
d10,0.14,-0.67
d10,0.75,-0.06
d11,1.23,0.13
d11,1.19,0.77
d12,-0.8,0.96
d12,-0.53,-0.24
d13,-1.08,0.7
d13,1.09,-0.26
d14,-0.16,0.1
d14,1.45,-0.23
`;

test("members without roles get one model, in every part of the answer and in any order of rows", async () => {
  const file = path.join(folder, "twins.csv");
  writeFileSync(file, twins);
  const words = ["dyad", "apim", file, "--x", "x", "--y", "y", "--dyad", "dyad"];
  const { out } = await run([...words, "--json"]);
  const said = JSON.parse(out);
  const { beta: coef, se } = said.gls_indistinguishable;
  const expected = {
    coef: [0.11383617067, 0.18248888992, -0.020016465696],
    se: [0.22664379795, 0.19881412557],
  };
  for (const [at, value] of expected.coef.entries())
    assert.ok(Math.abs(coef[at] - value) < 1e-9, `${coef[at]}`);
  for (const [at, value] of [...expected.se, expected.se[1]!].entries())
    assert.ok(Math.abs(se[at] - value) < 1e-7, `${se[at]}`);
  assert.deepEqual(said.k.role, ["both"]);
  for (const key of ["sem", "sem_equal", "test_indistinguishable", "gls_distinguishable"])
    assert.ok(!(key in said), `${key} depends on the order of rows`);

  const figure = path.join(folder, "twins.svg");
  const text = await run([...words, "--svg", figure]);
  const flat = text.out.replaceAll(/\s+/g, " ");
  assert.match(flat, /actor effect was b = 0\.18, .* partner effect b = −0\.02/);
  assert.match(flat, /members not told apart/);
  assert.doesNotMatch(flat, /members told apart|difference of roles|Equal effects/);
  const drawn = readFileSync(figure, "utf8");
  assert.equal(drawn.match(/0\.18/g)!.length >= 2, true);
  assert.match(drawn, /x, one to y, one/);
  const program = await run([...words, "--r-code"]);
  assert.doesNotMatch(program.out, /sem\(|varIdent|role/);

  const [heading, ...rows] = twins.trim().split("\n");
  const turned = path.join(folder, "turned.csv");
  writeFileSync(turned, `${[heading, ...rows.reverse()].join("\n")}\n`);
  const again = JSON.parse(
    (await run(["dyad", "apim", turned, "--x", "x", "--y", "y", "--dyad", "dyad", "--json"])).out,
  );
  for (const [at, value] of expected.coef.entries())
    assert.ok(Math.abs(again.gls_indistinguishable.beta[at] - value) < 1e-9);
});

test("members without roles need no more dyads than their one model does", async () => {
  const file = path.join(folder, "few.csv");
  writeFileSync(file, twins.trim().split("\n").slice(0, 9).join("\n"));
  const { out, code } = await run(["dyad", "apim", file, "--x", "x", "--y", "y", "--dyad", "dyad", "--json"]);
  assert.equal(code, 0);
  assert.equal(JSON.parse(out).gls_indistinguishable.beta.length, 3);
});
