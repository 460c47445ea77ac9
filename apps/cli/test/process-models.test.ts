import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const examples = path.resolve(import.meta.dirname, "../../../docs/examples");
const [clients, dyads, sessions] = ["process", "dyads", "dyad-sessions"].map((name) =>
  path.join(examples, `${name}.csv`),
) as [string, string, string];
const folder = mkdtempSync(path.join(tmpdir(), "concord-models-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const chain = ["--x", "perfectionism", "--m", "bond,engagement", "--y", "symptoms_after"];

test("mediation says its effects in a sentence, a table, a figure and R", async () => {
  const figure = path.join(folder, "paths.svg");
  const { code, out, err } = await run([
    "mediate",
    clients,
    ...chain,
    "--serial",
    "--draws",
    "400",
    "--svg",
    figure,
  ]);
  assert.equal(code, 0);
  assert.match(out.replaceAll(/\s+/g, " "), /by way of bond and then engagement it was \d\.\d\d, 95% CI \[/);
  assert.match(out, /^ind3 by bond → engagement +0\.\d+/m);
  assert.match(err, /rests on the order in time/);
  assert.ok(existsSync(figure) && readFileSync(figure, "utf8").includes("perfectionism to bond"));
  const { out: program } = await run(["mediate", clients, ...chain, "--serial", "--r-code"]);
  for (const part of [
    /library\(boot\)/,
    /lm\(engagement ~ perfectionism \+ bond, used\)/,
    /ind3 := a1\*d\*b2/,
  ])
    assert.match(program, part);
});

test("the same seed gives the same resamples", async () => {
  const asked = ["mediate", clients, ...chain, "--draws", "200", "--json"];
  const [first, again, other] = await Promise.all([
    run([...asked, "--seed", "3"]),
    run([...asked, "--seed", "3"]),
    run([...asked, "--seed", "4"]),
  ]);
  assert.equal(first.out, again.out);
  assert.notEqual(first.out, other.out);
});

test("Monte Carlo needs no resamples", async () => {
  const { out } = await run([
    "mediate",
    clients,
    ...chain,
    "--draws",
    "0",
    "--interval",
    "monte-carlo",
    "--json",
  ]);
  const { monte_carlo: ends, bootstrap, effects } = JSON.parse(out);
  assert.equal(bootstrap, undefined);
  const at = effects.name.indexOf("ind_engagement");
  assert.ok(ends.ind_engagement[0] < effects.est[at] && effects.est[at] < ends.ind_engagement[1]);
});

test("a moderator without its paths is tried on both stages", async () => {
  const { out } = await run([
    "mediate",
    clients,
    "--x",
    "perfectionism",
    "--m",
    "bond",
    "--y",
    "symptoms_after",
    "--w",
    "age",
    "--draws",
    "0",
    "--json",
  ]);
  const terms = JSON.parse(out);
  assert.ok("stage1_m" in terms && "model7" in terms && "y_model" in terms.model14);
});

test("within and between clients", async () => {
  const { out, code } = await run([
    "mediate",
    sessions,
    "--x",
    "client",
    "--m",
    "depth",
    "--y",
    "distress",
    "--group",
    "dyad",
  ]);
  assert.equal(code, 0);
  assert.match(out, /\(1-1-1, 240 rows of 30 groups\)/);
});

test("an effect along a moderator, straight and bent", async () => {
  const asked = ["moderate", clients, "--x", "regard", "--w", "perfectionism", "--y", "symptoms_after"];
  const straight = await run([...asked, "--svg", path.join(folder, "straight.svg")]);
  assert.match(straight.out, /The effect of regard is significant (where|at)/);
  const bent = await run([...asked, "--quadratic", "--covariates", "symptoms_before"]);
  assert.match(
    bent.out.replaceAll(/\s+/g, " "),
    /The trough lies at perfectionism = 4\.52, between 4\.20 and 5\.07/,
  );
  const curve = await run([
    "moderate",
    clients,
    "--x",
    "perfectionism",
    "--y",
    "symptoms_after",
    "--quadratic",
    "--json",
  ]);
  assert.ok("utest" in JSON.parse(curve.out));
});

test("the studies read their columns by role", async () => {
  const path_ = await run([
    "fit",
    clients,
    "--template",
    "perfectionism-path",
    "--column",
    "outcome=symptoms_after",
  ]);
  assert.match(path_.out.replaceAll(/\s+/g, " "), /by way of bond and then engagement it was/);
  const follow = await run(["fit", sessions, "--template", "truth-and-bias"]);
  assert.match(follow.out.replaceAll(/\s+/g, " "), /truth force b = 0\.48/);
});

test("what cannot be answered is one line that says what to do", async () => {
  const cases: readonly (readonly [readonly string[], RegExp])[] = [
    [["mediate", clients, "--x", "perfectionism", "--m", "bond", "--y", "absent"], /no column absent/],
    [
      ["mediate", clients, "--x", "perfectionism", "--m", "client", "--y", "symptoms_after"],
      /column client holds text/,
    ],
    [["mediate", clients, ...chain, "--values", "1,2"], /name the column with --w/],
    [["mediate", clients, ...chain, "--group", "client"], /one mediator/],
    [["moderate", clients, "--x", "regard", "--y", "symptoms_after"], /--w.*--quadratic/],
    [["dyad", "apim", dyads, "--x", "client_bond", "--y", "client_depth"], /both members' columns/],
    [["dyad", "surface", dyads, "--x", "client_bond"], /--x COLUMN --y COLUMN --outcome COLUMN/],
    [["dyad", "profile", dyads, "--first", "c1,c2", "--second", "t1"], /as many items/],
    [["dyad", "marriage", dyads], /Say which model/],
  ];
  for (const [words, said] of cases) {
    const { code, out, err } = await run(words);
    assert.notEqual(code, 0, words.join(" "));
    assert.equal(out, "");
    assert.match(err.trim(), said);
    assert.equal(err.trim().split("\n").length, 1, err);
  }
});
