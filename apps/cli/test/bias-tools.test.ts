import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

/** Made-up correlations; one study alone has the kind z. */
const studies = `study,r,n,kind
a,.31,40,x
b,.52,22,x
c,.18,130,x
d,.24,90,y
e,.41,35,y
f,.12,210,y
g,.45,28,x
h,.22,75,y
i,.6,18,x
j,.15,160,z
`;
const estimates = `study,yi,vi,kind
a,.3,.04,x
b,.5,.09,x
c,.2,.01,x
d,.1,.02,y
e,.6,.12,y
f,.25,.03,y
`;
const tools = [
  ["subgroups", "--by", "kind"],
  ["regtest"],
  ["regtest", "--model", "lm"],
  ["ranktest"],
  ["trimfill"],
  ["trimfill", "--estimator", "R0"],
  ["selmodel"],
  ["pet-peese"],
  ["fsn"],
  ["fsn", "--type", "Orwin"],
  ["fsn", "--type", "Rosenberg"],
] as const;
const measures = [
  [studies, ["--measure", "ZCOR", "--ri", "r", "--ni", "n"]],
  [estimates, ["--yi", "yi", "--vi", "vi"]],
] as const;

for (const [csv, measure] of measures)
  for (const tool of tools)
    test(`${tool.join(" ")} of ${measure[1]} prints one sentence and one table, the sentence in the JSON`, async () => {
      const words = ["synthesize", "-", ...measure, "--analysis", ...tool];
      const { code, out } = await run(words, csv);
      assert.equal(code, 0);
      const [heading, ...rest] = out.trimEnd().split("\n");
      assert.match(heading!, new RegExp(`^${tool[0]}: `));
      const blank = rest.indexOf("");
      const said = rest.slice(0, blank).join(" ");
      const table = rest.slice(blank + 1);
      assert.match(said, /\.$/);
      assert.match(table[1]!, /^─+(\s+─+)+$/);
      assert.ok(
        table.every((line) => line !== ""),
        "one table",
      );
      assert.doesNotMatch(out, /NaN|undefined|null|Infinity|\[object/);
      const terms = JSON.parse((await run([...words, "--json"], csv)).out);
      assert.equal(terms.sentence.replaceAll(/\s+/g, " "), said.replaceAll(/\s+/g, " "));
    });

test("the sentences say the numbers of the JSON on the scale on which they are read", async () => {
  const words = ["synthesize", "-", ...measures[0][1], "--analysis"];
  const json = async (...tool: readonly string[]) =>
    JSON.parse((await run([...words, ...tool, "--json"], studies)).out);
  const two = (value: number) => value.toFixed(2).replace(/^0/, "");
  const filled = await json("trimfill");
  assert.ok(
    filled.sentence.includes(
      `added ${filled.k0} studies on the ${filled.side}: r = ${two(Math.tanh(filled.beta))}`,
    ),
  );
  const groups = await json("subgroups", "--by", "kind");
  for (const level of ["x", "y"])
    assert.ok(groups.sentence.includes(`${level}: r = ${two(Math.tanh(groups.separate[level].beta[0]))}`));
  // One study of the kind z: its own correlation, r ± 1.96/√(n − 3) on Fisher's scale, by hand.
  const reach = 1.959963985 / Math.sqrt(157);
  const [lower, upper] = [-reach, reach].map((by) => Math.tanh(Math.atanh(0.15) + by));
  assert.ok(
    groups.sentence.includes(`z: r = .15, 95% CI [−${two(-lower!)}, ${two(upper!)}] (1 effect)`),
    groups.sentence,
  );
  const ranks = await json("ranktest");
  assert.ok(ranks.sentence.startsWith(`Kendall's τ between effects and variances was ${two(ranks.tau)}`));
  const several = JSON.parse((await run([...words, "fsn,ranktest", "--json"], studies)).out);
  assert.match(several.fsn.sentence, /By Rosenthal it would take \d+ unseen studies/);
  assert.equal(several.ranktest.sentence, ranks.sentence);
});

test("one group alone has no test, and the sentence says why", async () => {
  const one = estimates.replaceAll(/,y$/gm, ",x");
  const words = ["synthesize", "-", "--yi", "yi", "--vi", "vi", "--analysis", "subgroups", "--by", "kind"];
  const { out, err } = await run(words, one);
  assert.match(
    out.replaceAll(/\s+/g, " ") + err,
    /Whether they differ has no test: one group alone has nothing to differ from|There is no result: .*two or more levels/,
  );
  assert.doesNotMatch(out, /p = |NaN/);
});
