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
