import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "./support/run.ts";

type Value = (row: number) => number | string;

const wave = (k: number, row: number) => Math.round(100 * Math.sin(k * (row + 1))) / 100;
const two = (value: number) => Math.round(100 * value) / 100;

/** Made-up sessions of six clients, in 18 dyads of two rows. */
const usual: Readonly<Record<string, Value>> = {
  client: (i) => `0${Math.floor(i / 6)}`,
  session: (i) => (i % 6) + 1,
  dyad: (i) => `d${Math.floor(i / 2)}`,
  role: (i) => (i % 2 === 0 ? "client" : "therapist"),
  x: (i) => wave(1.3, i),
  w: (i) => wave(2.9, i),
  m: (i) => two(0.5 * wave(1.3, i) + wave(5.1, i)),
  y: (i) => two(5 + 0.4 * wave(1.3, i) + wave(7.9, i) + 0.3 * Math.floor(i / 6)),
  a: (i) => two(wave(1.9, i) + wave(6.1, i)),
  b: (i) => two(wave(1.9, i) + wave(5.3, i)),
  c: (i) => two(wave(1.9, i) + wave(2.3, i)),
};

function table(changed: Readonly<Record<string, Value>>): string {
  const columns = { ...usual, ...changed };
  const rows = Array.from({ length: 36 }, (_, i) =>
    Object.values(columns)
      .map((value) => value(i))
      .join(","),
  );
  return `${[Object.keys(columns).join(","), ...rows].join("\n")}\n`;
}

const constant: Value = () => 4;
const exact: Value = (i) => two(2 * wave(1.3, i) + 1);
const moderate = ["moderate", "-", "--x", "x", "--y", "y", "--w", "w"];
const mediate = ["mediate", "-", "--x", "x", "--m", "m", "--y", "y", "--draws", "200"];
const pairs = ["dyad", "apim", "-", "--x", "x", "--y", "y", "--dyad", "dyad"];
const surface = ["dyad", "surface", "-", "--x", "x", "--y", "m", "--outcome", "y"];
const factor = ["structure", "-", "--model", "f =~ a + b + c"];
const change = (kind: string, ...more: readonly string[]) => [
  ...["change", "-", "--analysis", kind, "--value", "y", "--client", "client", "--session", "session"],
  ...more,
];
const serial = ["fit", "y ~ session + (1 | client)", "-", "--ar1", "session|client"];

/** What has no answer at all: exit 2, nothing printed, and the reason. */
const refusals: readonly (readonly [string, readonly string[], Readonly<Record<string, Value>>, RegExp])[] = [
  ["an outcome of one value", ["fit", "y ~ x + (1 | client)", "-"], { y: constant }, /y has the same value/],
  ["a perfect fit", ["fit", "y ~ x + (1 | client)", "-"], { y: exact }, /fit y exactly/],
  [
    "groups that fit every row",
    ["fit", "y ~ x + (1 | client)", "-"],
    { y: (i) => Math.floor(i / 6) },
    /exactly/,
  ],
  ["an outcome of one value", serial, { y: constant }, /the same in every row/],
  ["a perfect fit", serial, { y: (i) => 2 * (i % 6) + 1 }, /fit every row exactly/],
  [
    "groups that fit every row",
    serial,
    { y: (i) => Math.floor(i / 6) + 3 },
    /fit every row exactly|no settled maximum/,
  ],
  ["an outcome of one value", moderate, { y: constant }, /same value in every row/],
  ["a perfect fit", moderate, { y: exact }, /fits every value of y exactly/],
  ["a constant predictor", moderate, { x: constant }, /constant or repeated columns/],
  ["a constant moderator", moderate, { w: constant }, /constant or repeated columns/],
  [
    "an aliased moderator, with a curve",
    [...moderate, "--quadratic"],
    { w: usual.x! },
    /constant or repeated/,
  ],
  [
    "a constant predictor",
    ["moderate", "-", "--x", "x", "--y", "y", "--quadratic"],
    { x: constant },
    /constant or/,
  ],
  ["an outcome of one value", mediate, { y: constant }, /same value in every row/],
  ["a constant mediator", mediate, { m: constant }, /constant|same value/],
  ["a constant predictor", mediate, { x: constant }, /constant or repeated/],
  ["a mediator that is the predictor", mediate, { m: usual.x! }, /exactly|constant or repeated/],
  ["an outcome of one value", pairs, { y: constant }, /exactly|same value/],
  ["a perfect fit", pairs, { y: exact }, /fits every row exactly/],
  ["a perfect fit, by role", [...pairs, "--role", "role"], { y: exact }, /fits every row exactly/],
  ["a constant predictor", pairs, { x: constant }, /constant or repeated/],
  ["an outcome of one value", surface, { y: constant }, /same value/],
  ["a constant rating", surface, { x: constant }, /constant or repeated/],
  ["a constant item", factor, { a: constant }, /a does not vary|a .*vary|constant/],
  ["an item twice", factor, { b: usual.a! }, /sum of others|other|repeat/],
  ["an outcome of one value", ["structure", "-", "--model", "y ~ x + m"], { y: constant }, /y/],
  ["a constant predictor", ["structure", "-", "--model", "y ~ x + m"], { x: constant }, /x/],
  [
    "constant items",
    ["reliability", "-", "--items", "a,b,c"],
    { a: constant, b: constant, c: constant },
    /everyone answered a alike/,
  ],
  ["a course of one value", change("control"), { y: constant }, /values that differ/],
  ["a course of one value", change("breaks"), { y: constant }, /that vary/],
  ["a course of one value", change("change-points"), { y: constant }, /that vary/],
  ["a course of one value", change("online", "--only", "00"), { y: constant }, /that vary/],
  [
    "no spread before",
    change("reliable-change", "--better", "higher", "--reliability", ".8"),
    { y: constant },
    /all 6 people had the same value before \(4\)/,
  ],
];

for (const [what, words, changed, reason] of refusals)
  test(`${words.slice(0, 4).join(" ")}: ${what} is refused`, async () => {
    for (const json of [[], ["--json"]]) {
      const { code, out, err } = await run([...words, ...json], table(changed));
      assert.equal(code, 2, `${code}: ${out}`);
      assert.equal(out, "");
      assert.match(err, reason);
    }
  });

/** What has an answer without the column that says nothing, which is named. */
test("fit leaves out constant and repeated predictors and names them", async () => {
  for (const [formula, changed, name] of [
    ["y ~ x + w + (1 | client)", { w: constant }, "w"],
    ["y ~ x + w + (1 | client)", { w: usual.x! }, "w"],
    ["y ~ x + w + (1 | client)", { w: (i: number) => 3 - 2 * wave(1.3, i) }, "w"],
  ] as const) {
    const { out, err } = await run(["fit", formula, "-"], table(changed));
    assert.match(err, new RegExp(`note: ${name} follows from the other predictors and was left out`));
    const without = await run(["fit", "y ~ x + (1 | client)", "-"], table({}));
    assert.equal(
      out.split("\n").slice(3).join("\n").replaceAll(/\s+/g, " "),
      without.out.split("\n").slice(3).join("\n").replaceAll(/\s+/g, " "),
    );
  }
});

const people = ["a", "b", "c", "d", "e"];
const ratings = (value: (perceiver: number, target: number) => number): string =>
  `p,t,v\n${people
    .flatMap((p, i) => people.flatMap((t, j) => (i === j ? [] : [`${p},${t},${value(i, j)}`])))
    .join("\n")}\n`;

test("srm gives no p for a covariance that has no scatter, and no p beside a correlation that is not defined", async () => {
  const words = ["srm", "-", "--perceiver", "p", "--target", "t", "--value", "v"];
  for (const value of [
    (i: number) => i + 1,
    (_: number, j: number) => 2 * j,
    (i: number, j: number) => i + 2 * j,
  ]) {
    const { code, out } = await run(words, ratings(value));
    assert.equal(code, 0);
    const said = out.replaceAll(/\s+/g, " ");
    assert.match(said, /dyadic reciprocity not defined \(a variance of it is zero or below\)/);
    assert.doesNotMatch(said, /not defined \(p|NaN|Infinity/);
    const json = (await run([...words, "--json"], ratings(value))).out;
    assert.doesNotMatch(json, /NaN|Infinity|e-(1[5-9]|[2-9]\d)/);
    const { covariances, ...terms } = JSON.parse(json);
    const lists = JSON.stringify(covariances ?? terms);
    assert.doesNotMatch(lists, /"p":\s*\[?\s*1\s*[,\]}]/);
  }
});
