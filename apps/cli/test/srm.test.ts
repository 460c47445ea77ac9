import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { after, test } from "node:test";
import { run } from "./support/run.ts";

const example = path.resolve(import.meta.dirname, "../../../docs/examples/round-robin.csv");
const fixture = path.resolve(import.meta.dirname, "../../../parity/fixtures/independent/srm-simulated.json");
const folder = mkdtempSync(path.join(tmpdir(), "concord-srm-"));
after(() => rmSync(folder, { recursive: true, force: true }));

const who = ["--perceiver", "perceiver", "--target", "target"];
const asked = [...who, "--group", "group", "--value", "closeness"];

test("any CSV gives the components that their definition gives", async () => {
  const { input, expected } = JSON.parse(readFileSync(fixture, "utf8"));
  const rows = input.y.map((y: number, i: number) => `${input.perceiver[i]},${input.target[i]},${y}`);
  const file = path.join(folder, "nine.csv");
  writeFileSync(file, `perceiver,target,y\n${rows.join("\n")}\n`);
  const { code, out, err } = await run(["srm", file, ...who, "--value", "y", "--json"]);
  assert.deepEqual([code, err], [0, ""]);
  const { varcomp, effects } = JSON.parse(out);
  expected.varcomp.estimate.forEach((value: number | null, i: number) => {
    assert.ok(value === null ? varcomp.estimate[i] === null : Math.abs(varcomp.estimate[i] - value) < 1e-9);
  });
  expected.effects.actor.forEach((value: number, i: number) => {
    assert.ok(Math.abs(effects.actor[i] - value) < 1e-9);
  });
  // One-sided in TripleR for a single group, two-sided here.
  assert.ok(Math.abs(varcomp.p[5] - 2 * varcomp.p_TripleR[5]) < 1e-15);
  assert.equal(varcomp.p[4], varcomp.p_TripleR[4]);
});

test("a paragraph, the components, the reliabilities and who departs", async () => {
  const { code, out, err } = await run(["srm", example, ...asked]);
  assert.equal(code, 0);
  assert.match(err, /^note: 2 of 42 ratings in group spring are missing and were filled in/);
  for (const part of [
    /Of the variance in closeness, \d+% lay between perceivers \(t\(18\) = \d\.\d\d, p = \.\d+\)/,
    /Generalized reciprocity was r = \.\d\d, p = \.\d{3}, dyadic reciprocity r = \.\d\d, p = \.\d{3}\./,
    /component +estimate +standardized +se +t +p/,
    /reliability of +estimate/,
    /departs +group +ratio/,
  ])
    assert.match(out, part);
  assert.doesNotMatch(out, /undefined|NaN/);
});

test("two indicators, self-ratings, two constructs, relationships, SOREMO's errors", async () => {
  const latent = await run([
    "srm",
    example,
    ...asked.slice(0, -1),
    "closeness/trust",
    "--latent",
    "--self",
    "--json",
  ]);
  const terms = JSON.parse(latent.out);
  assert.ok(terms.varcomp.estimate[3] > 0 && "dyadic_cov_corrected" in terms.unstable);
  assert.deepEqual(terms.self_partial_cor.df, [17, 17]);
  assert.deepEqual(terms.effects.name, ["closeness.a", "closeness.p", "closeness.s"]);
  assert.equal(terms.by_group.group.length, 18);
  const two = await run(["srm", example, ...asked, "--value2", "trust", "--json"]);
  assert.equal(JSON.parse(two.out).bivariate.type[4], "intrapersonal relationship covariance");
  const words = await run(["srm", example, ...asked, "--value2", "trust"]);
  assert.match(words.out, /Between closeness and trust, perceivers’ effects correlated\sr = \.\d\d/);
  const all = await run(["srm", example, ...asked, "--relationships", "--errors", "between", "--json"]);
  const { relationship_effects: effects, varcomp } = JSON.parse(all.out);
  assert.equal(effects.relationship.length, 3 * 42);
  assert.equal(effects.relationship.filter((value: number | null) => value === null).length, 2);
  assert.ok(varcomp.se.every((value: number | null, i: number) => i === 3 || value !== null));
});

test("a figure, and the program of TripleR", async () => {
  const svg = path.join(folder, "round-robin.svg");
  const { err } = await run(["srm", example, ...asked, "--svg", svg]);
  assert.match(err, /drawn: /);
  assert.match(readFileSync(svg, "utf8"), /^<svg[\s\S]*Deviation from the group consensus/);
  const { out } = await run(["srm", example, ...asked, "--value2", "trust", "--self", "--r-code"]);
  for (const part of [
    /library\(TripleR\)/,
    /RR\(closeness \+ trust ~ perceiver \* target \| group, /,
    /selfCor\(/,
  ])
    assert.match(out, part);
});

test("what cannot be a round robin is one line", async () => {
  const refused = async (input: string, flags: readonly string[], sentence: RegExp) => {
    const { code, out, err } = await run(["srm", "-", ...flags], input);
    assert.deepEqual([code, out], [2, ""]);
    assert.match(err, sentence);
    assert.equal(err.trim().split("\n").length, 1, err);
  };
  const flags = [...who, "--value", "y"];
  const heading = "perceiver,target,y\n";
  const pairs = (people: readonly string[]) =>
    people
      .flatMap((a) => people.filter((b) => b !== a).map((b, i) => `${a},${b},${i + a.length}`))
      .join("\n");
  await refused(
    `${heading}${pairs(["a", "b", "c"])}\n`,
    flags,
    /four or more members; here 3 rate and are rated/,
  );
  await refused(`${heading}a,b,1\nb,a,2\na,b,3\n`, flags, /one rating of each by each: a of b/);
  await refused(`${heading}a,b,much\n`, flags, /The column y must hold numbers; it has much/);
  await refused(`${heading}a,b,1\n`, [...who, "--value", "z"], /There is no column z/);
  await refused(`${heading}a,b,1\n`, [...who, "--value", "y,target"], /two columns: add --latent/);
  await refused(`${heading}a,b,1\n`, [...who, "--value", "y", "--latent"], /--latent needs two indicators/);
  await refused(`${heading}a,b,1\n`, [...flags, "--errors", "between"], /four or more members/);
  await refused(
    `${heading}${pairs(["a", "b", "c", "d"])}\n`,
    [...flags, "--errors", "between"],
    /tests between groups require two or more groups: 1/,
  );
});

test("a small group and rows without names are told and left out; the rest is used", async () => {
  const people = (names: readonly string[], group: string) =>
    names.flatMap((a, i) =>
      names.filter((b) => b !== a).map((b, j) => `${group},${a},${b},${(3 * i + j * j) % 7}`),
    );
  const rows = [...people(["a", "b", "c", "d", "e"], "1"), ...people(["f", "g", "h"], "2"), "1,,a,3"];
  const input = `group,perceiver,target,y\n${rows.join("\n")}\n`;
  const { code, out, err } = await run(
    ["srm", "-", ...who, "--group", "group", "--value", "y", "--json"],
    input,
  );
  assert.equal(code, 1);
  assert.match(err, /line 28: left out, who rates, who is rated or in which group is missing/);
  assert.match(
    err,
    /6 rows \(group 2\) left out, a round robin needs four or more members .*: 3 \(lines 22, 23, 24/,
  );
  assert.equal(JSON.parse(out).effects.id.length, 5);
});

test("ratings that are all the same have no shares: refused", async () => {
  const names = ["a", "b", "c", "d"];
  const rows = names.flatMap((a) => names.filter((b) => b !== a).map((b) => `${a},${b},5`));
  const { code, out, err } = await run(
    ["srm", "-", ...who, "--value", "y"],
    `perceiver,target,y\n${rows.join("\n")}\n`,
  );
  assert.equal(code, 2);
  assert.match(err, /every rating is 5, so there is no variance to share out/);
  assert.equal(out, "");
});
