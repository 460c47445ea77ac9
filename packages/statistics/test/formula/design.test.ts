import assert from "node:assert/strict";
import { test } from "node:test";
import { rowsOf } from "@concord/numerics";
import fc from "fast-check";
import { designOf, parseExpression, parseFormula, written } from "../../src/formula/index.ts";

const frame = {
  age: [30, 40, 50, null, 20],
  rater: ["client", "therapist", "client", "observer", "therapist"],
  manual: [true, false, true, true, false],
  year: [1991, 1992, 1993, 1994, 1995],
};
const design = (formula: string) => designOf(parseFormula(formula).fixed, frame);

test("a factor is compared with its first level; rows with a missing value are left out, and their levels", () => {
  const { names, matrix, kept } = design("~ age + rater");
  assert.deepEqual(names, ["(Intercept)", "age", "ratertherapist"]);
  assert.deepEqual(kept, [0, 1, 2, 4]);
  assert.deepEqual(rowsOf(matrix)[1], [1, 40, 1]);
});

test("without an intercept a factor gives one column per level", () => {
  assert.deepEqual(design("~ 0 + rater").names, ["raterclient", "raterobserver", "ratertherapist"]);
  assert.deepEqual(design("~ rater - 1").names, design("~ 0 + rater").names);
});

test("stars are crossed terms, and interactions run the first variable fastest", () => {
  assert.deepEqual(design("~ year * rater").names, [
    "(Intercept)",
    "year",
    "raterobserver",
    "ratertherapist",
    "year:raterobserver",
    "year:ratertherapist",
  ]);
  assert.deepEqual(design("~ manual:rater").names.slice(1, 4), [
    "manualFALSE:raterclient",
    "manualTRUE:raterclient",
    "manualFALSE:raterobserver",
  ]);
  assert.deepEqual(design("~ (age + rater + year)^2 - age:year").termOf.at(-1), 4);
});

test("arithmetic stands inside I( ), functions by name, a number column as a factor on request", () => {
  assert.deepEqual(
    rowsOf(design("~ 0 + I((year - 1990)^2)").matrix).map(([x]) => x),
    [1, 4, 9, 16, 25],
  );
  assert.deepEqual(design("~ factor(year)").names[1], "factor(year)1992");
  assert.deepEqual(design("~ log(year)").names, ["(Intercept)", "log(year)"]);
});

test("random terms are read apart, with their path of groups", () => {
  const { response, fixed, random } = parseFormula("y ~ x + (1 + x | therapist/client) + (1 || group)");
  assert.equal(response === undefined ? "" : written(response), "y");
  assert.deepEqual(
    fixed.terms.map((term) => term.label),
    ["x"],
  );
  assert.deepEqual(
    random.map(({ groups, correlated, effects }) => [groups, correlated, effects.terms.length]),
    [
      [["therapist", "client"], true, 1],
      [["group"], false, 0],
    ],
  );
});

test("mistakes are named with their place", () => {
  assert.throws(
    () => parseFormula("~ a +"),
    /requires a name, a number or \( at character 6, but the formula ends/,
  );
  assert.throws(() => parseFormula("~ a $ b"), /unknown sign at character 5: \$/);
  assert.throws(() => parseFormula("~ 2"), /knows the numbers 0 and 1 only/);
  assert.throws(() => design("~ agee"), /names a column that is not there: agee; there are age, rater/);
  assert.throws(() => design("~ system(rater)"), /knows these functions: .*; not system/);
  assert.throws(() => design("~ log(rater)"), /requires numbers, and column rater holds text: client/);
  assert.throws(
    () => designOf(parseFormula("~ g").fixed, { g: ["a", "a"] }),
    /two or more levels: g has only a/,
  );
});

test("a formula written out reads as itself", () => {
  const leaf = fc.constantFrom("a", "b", "log(x)", "`odd name`", "1", "I(x^2)");
  const formula = fc
    .tuple(leaf, fc.array(fc.tuple(fc.constantFrom("+", "-", "*", ":", "/"), leaf), { maxLength: 5 }))
    .map(([first, rest]) => first + rest.map(([operator, next]) => ` ${operator} ${next}`).join(""));
  fc.assert(
    fc.property(formula, (text) => {
      const once = written(parseExpression(text));
      assert.equal(written(parseExpression(once)), once);
    }),
  );
});
