import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import { compareLinearModels, linearModel, type RobustCovariance } from "../../src/regression/index.ts";

// Ezekiel M (1930): speeds and stopping distances, `cars` in R.
const speed = [
  4, 4, 7, 7, 8, 9, 10, 10, 10, 11, 11, 12, 12, 12, 12, 13, 13, 13, 13, 14, 14, 14, 14, 15, 15, 15, 16, 16,
  17, 17, 17, 18, 18, 18, 18, 19, 19, 19, 20, 20, 20, 20, 20, 22, 23, 24, 24, 24, 24, 25,
];
const dist = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32,
  40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];

// R 4.2.2, sandwich: sqrt(diag(vcovHC(lm(dist ~ speed + I(speed^2), cars), type))).
const expected: Readonly<Record<RobustCovariance, readonly number[]>> = {
  HC0: [9.38035779639763, 1.61722774256694, 0.0591252205928678],
  HC1: [9.67510032871381, 1.66804305372281, 0.0609830087092238],
  HC2: [9.92506810741078, 1.69834815347048, 0.0622176045698483],
  HC3: [10.5536601306077, 1.7894472415457, 0.0656260219423618],
};

test("robust standard errors agree with R's sandwich", () => {
  for (const kind of ["HC0", "HC1", "HC2", "HC3"] as const) {
    const fit = linearModel("dist ~ speed + I(speed^2)", { speed, dist }, { standardErrors: kind });
    assert.ok(fit.kind === "fitted");
    fit.coefficients.forEach(({ standardError, name }, i) => {
      close(standardError, expected[kind][i]!, { what: `${kind} of ${name}`, relative: 1e-10 });
    });
  }
});

test("comparing nested models is R's anova", () => {
  const line = linearModel("dist ~ speed", { speed, dist });
  const curve = linearModel("dist ~ speed + I(speed^2)", { speed, dist });
  assert.ok(line.kind === "fitted" && curve.kind === "fitted");
  const { statistic, p } = compareLinearModels(line, curve);
  close(statistic, 2.2960271616329, { what: "F", relative: 1e-10 });
  close(p, 0.136402432803738, { what: "p", relative: 1e-10 });
  assert.throws(() => compareLinearModels(curve, line), /larger model/);
});

test("with robust errors one more coefficient is tested by its own t", () => {
  const options = { standardErrors: "HC3" } as const;
  const line = linearModel("dist ~ speed", { speed, dist }, options);
  const curve = linearModel("dist ~ speed + I(speed^2)", { speed, dist }, options);
  assert.ok(line.kind === "fitted" && curve.kind === "fitted");
  const { statistic, p } = compareLinearModels(line, curve);
  close(statistic, curve.coefficients[2]!.statistic ** 2, { what: "F", relative: 1e-10 });
  close(p, curve.coefficients[2]!.p, { what: "p", relative: 1e-10 });
});

test("linear models are compared only where one lies within the other and the rows are the same", () => {
  const twenties = speed.map((value) => (value >= 20 ? 1 : 0));
  const frame = { speed, dist, twenties, squared: speed.map((value) => value ** 2) };
  const fit = (formula: string, own = frame) => {
    const model = linearModel(formula, own);
    assert.ok(model.kind === "fitted");
    return model;
  };
  const nested = compareLinearModels(fit("dist ~ I(speed^2)"), fit("dist ~ speed + squared"));
  assert.ok(nested.p > 0 && nested.p < 1);
  assert.throws(
    () => compareLinearModels(fit("dist ~ speed"), fit("dist ~ twenties + squared")),
    /nested models: the larger has no speed/,
  );
  assert.throws(
    () => compareLinearModels(fit("dist ~ log(speed)"), fit("dist ~ speed + squared")),
    /the larger has no log\(speed\)/,
  );
  const other = { ...frame, dist: [...dist.slice(0, -1), 86] };
  assert.throws(
    () => compareLinearModels(fit("dist ~ speed"), fit("dist ~ speed + squared", other)),
    /same rows in both: row 50 of them has 85 and 86/,
  );
});

test("a coefficient that rests on one row has no robust error, the row is named, and the others keep theirs", () => {
  const arm = speed.map((_, i) => (i === 11 ? "alone" : i % 2 === 0 ? "even" : "odd"));
  const columns = { speed, dist, arm, pulse: speed.map((_, i) => (i === 6 ? 3 : 0)) };
  // R 4.2.2: sandwich gives zero or NaN here, as the residual of such a row is zero; the others are those without the row.
  for (const [formula, name, row] of [
    ["dist ~ speed + pulse", "pulse", 7],
    ["dist ~ pulse + speed + I(speed^2)", "pulse", 7],
    ["dist ~ speed + arm", "(Intercept)", 12],
  ] as const)
    for (const standardErrors of ["HC0", "HC1", "HC2", "HC3"] as const) {
      const fit = linearModel(formula, columns, { standardErrors });
      assert.ok(fit.kind === "fitted");
      const what = `${standardErrors} of ${formula}`;
      assert.ok(
        fit.untested.some((one) => one.name === name && one.reason.includes(`row ${row} alone`)),
        what,
      );
      const names = new Set(fit.untested.map((one) => one.name));
      for (const one of fit.coefficients) {
        const numbers = [one.standardError, one.statistic, one.p, one.lower, one.upper];
        if (names.has(one.name)) assert.ok(numbers.every(Number.isNaN), `${what}: ${one.name}`);
        else assert.ok(numbers.every(Number.isFinite) && one.p > 1e-15, `${what}: ${one.name}`);
      }
      assert.ok(Number.isNaN(fit.overall!.p), `${what}: overall ${fit.overall!.p}`);
      const classical = linearModel(formula, columns);
      assert.ok(classical.kind === "fitted" && classical.untested.length === 0);
      assert.ok(classical.coefficients.every(({ p }) => p > 0 && p <= 1));
    }
  const without = linearModel(
    "dist ~ speed",
    {
      speed: speed.filter((_, i) => i !== 6),
      dist: dist.filter((_, i) => i !== 6),
    },
    { standardErrors: "HC0" },
  );
  const with7 = linearModel("dist ~ speed + pulse", columns, { standardErrors: "HC0" });
  assert.ok(without.kind === "fitted" && with7.kind === "fitted");
  close(with7.coefficients[1]!.standardError, without.coefficients[1]!.standardError, {
    what: "SE of speed without the row",
    relative: 1e-9,
  });
});

test("high leverage short of one keeps its robust error, in any origin and unit", () => {
  for (const [shift, unit] of [
    [0, 1],
    [2017, 1],
    [45000, 7],
    [0, 1e-6],
  ] as const) {
    const x = speed.map((value, i) => shift + unit * (i === 49 ? 900 : value));
    const fit = linearModel("dist ~ x", { x, dist }, { standardErrors: "HC3" });
    assert.ok(fit.kind === "fitted");
    assert.deepEqual(fit.untested, []);
    assert.ok(fit.coefficients.every(({ p }) => p > 0 && p <= 1));
  }
});

test("rows that are fitted exactly leave a robust test nothing: the coefficients that rest on them have none", () => {
  // Two rows of the group b agree; their mean is b's coefficient, and no residual is left for it.
  const group = ["a", "a", "a", "b", "b", "c", "c", "c"];
  for (const [unit, origin] of [
    [1, 0],
    [0.1, 4],
    [1e-6, 0],
    [1, 1e6],
  ] as const) {
    const y = [1, 2, 4, 7, 7, 3, 5, 9].map((value) => origin + unit * value);
    for (const standardErrors of ["HC0", "HC1", "HC2", "HC3"] as const) {
      const fit = linearModel("y ~ 0 + factor(group)", { y, group }, { standardErrors });
      assert.ok(fit.kind === "fitted");
      assert.deepEqual(
        fit.untested.map(({ name }) => name),
        ["factor(group)b"],
      );
      assert.match(fit.untested[0]!.reason, /fits all rows that it rests on exactly/);
      const [a, b] = fit.coefficients;
      assert.ok(Number.isNaN(b!.standardError) && Number.isNaN(b!.p));
      close(b!.estimate, origin + 7 * unit, { what: "mean of b", relative: 1e-12 });
      assert.ok(a!.p > 0 && a!.p < 1);
      assert.ok(Number.isNaN(fit.overall!.p));
    }
    // With the usual errors the scatter of the other groups serves all.
    const usual = linearModel("y ~ 0 + factor(group)", { y, group });
    assert.ok(usual.kind === "fitted");
    assert.deepEqual(usual.untested, []);
    assert.ok(usual.coefficients[1]!.p > 0);
  }
});
