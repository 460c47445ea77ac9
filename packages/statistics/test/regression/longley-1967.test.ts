import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { type FittedLinearModel, type LinearModel, linearModel } from "../../src/regression/index.ts";

// Longley JW (1967), J Am Stat Assoc 62: 819-841; figures certified by NIST, Statistical Reference Datasets.
const longley = {
  y: [
    60323, 61122, 60171, 61187, 63221, 63639, 64989, 63761, 66019, 67857, 68169, 66513, 68655, 69564, 69331,
    70551,
  ],
  x1: [83, 88.5, 88.2, 89.5, 96.2, 98.1, 99, 100, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
  x2: [
    234289, 259426, 258054, 284599, 328975, 346999, 365385, 363112, 397469, 419180, 442769, 444546, 482704,
    502601, 518173, 554894,
  ],
  x3: [2356, 2325, 3682, 3351, 2099, 1932, 1870, 3578, 2904, 2822, 2936, 4681, 3813, 3931, 4806, 4007],
  x4: [1590, 1456, 1616, 1650, 3099, 3594, 3547, 3350, 3048, 2857, 2798, 2637, 2552, 2514, 2572, 2827],
  x5: [
    107608, 108632, 109773, 110929, 112075, 113270, 115094, 116219, 117388, 118734, 120445, 121950, 123366,
    125368, 127852, 130081,
  ],
  x6: [1947, 1948, 1949, 1950, 1951, 1952, 1953, 1954, 1955, 1956, 1957, 1958, 1959, 1960, 1961, 1962],
};

function fitted(model: LinearModel): FittedLinearModel {
  assert.ok(model.kind === "fitted");
  return model;
}

test("NIST's certified values of the badly conditioned Longley data", () => {
  const fit = fitted(linearModel("y ~ x1 + x2 + x3 + x4 + x5 + x6", longley));
  const certified = [
    [-3482258.63459582, 890420.383607373],
    [15.0618722713733, 84.9149257747669],
    [-0.035819179292591, 0.0334910077722432],
    [-2.02022980381683, 0.488399681651699],
    [-1.03322686717359, 0.214274163161675],
    [-0.0511041056535807, 0.22607320006937],
    [1829.15146461355, 455.478499142212],
  ] as const;
  certified.forEach(([estimate, standardError], i) => {
    const one = fit.coefficients[i]!;
    close(one.estimate, estimate, { what: one.name, relative: 1e-8 });
    close(one.standardError, standardError, { what: `SE of ${one.name}`, relative: 1e-8 });
  });
  close(fit.residualDeviation, 304.854073561965, { what: "residual deviation", relative: 1e-9 });
  close(fit.rSquared, 0.995479004577296, { what: "R²", relative: 1e-12 });
  close(fit.overall!.statistic, 330.285339234588, { what: "F", relative: 1e-9 });
});

test("what cannot be fitted says why", () => {
  const twice = { ...longley, x7: longley.x6.map((year) => 2 * year - 1) };
  const cases: readonly [string, Readonly<Record<string, readonly number[]>>, RegExp][] = [
    ["y ~ x6 + x7", twice, /cannot tell x7/],
    ["y ~ x1 + x2", { y: [1, 2, 4], x1: [1, 2, 3], x2: [1, 5, 2] }, /3 coefficients require more than 3/],
    ["y ~ x", { y: [3, 3, 3, 3], x: [1, 2, 3, 4] }, /same value in every row/],
    ["y ~ x", { y: [1, 3, 5, 7], x: [1, 2, 3, 4] }, /fits every value of y exactly/],
    ["y ~ x", { y: [1, 3, 5, 8], x: [2, 2, 2, 2] }, /cannot tell x/],
  ];
  for (const [formula, frame, said] of cases) {
    const model = linearModel(formula, frame);
    assert.ok(model.kind === "refused", formula);
    assert.match(model.reason, said);
  }
  assert.throws(() => linearModel("y ~ x", { y: ["a", "b", "c"], x: [1, 2, 3] }), /requires numbers/);
  assert.throws(() => linearModel("~ x1", longley), /requires a response/);
  assert.throws(() => linearModel("y ~ x + (1 | g)", longley), /without random effects/);
});
