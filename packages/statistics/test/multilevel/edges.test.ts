import assert from "node:assert/strict";
import { test } from "node:test";
import type { Frame } from "../../src/formula/index.ts";
import { fitMultilevel } from "../../src/multilevel/index.ts";
import { fitted, sessions } from "./fitted.ts";

const { x, y, client: g } = sessions(5, 3, 4, 5);

function refusal(formula: string, frame: Frame) {
  const fit = fitMultilevel(formula, frame);
  return fit.kind === "refused" ? `${fit.because}: ${fit.reason}` : "fitted";
}

test("what has no answer is refused by name", () => {
  const formula = "y ~ x + (1 | g)";
  const same = g.map(() => "a");
  assert.match(refusal(formula, { x, y, g: same }), /too-few-groups: g requires two or more groups: 1/);
  assert.match(refusal(formula, { x, y, g: y.map((_, i) => i) }), /one-row-per-group: g has as many groups/);
  assert.match(refusal(formula, { x, y: y.map(() => 3), g }), /constant-outcome: y has the same value/);
  assert.match(
    refusal(formula, { x, y: x.map((v) => 2 * v), g }),
    /no-residual-variance: the predictors fit y/,
  );
  assert.match(
    refusal("y ~ 1 + (1 | g)", { y: g.map((name) => Number(name.slice(1, 2))), g }),
    /no-residual-variance: groups/,
  );
  assert.match(refusal(formula, { x, y: y.map(() => null), g }), /no-rows: .* none; 60 have a missing value/);
  assert.match(refusal(formula, { x: [], y: [], g: [] }), /no-rows/);
  const powers = [2, 3, 4, 5].map((power) => `I(x^${power})`).join(" + ");
  assert.match(refusal(`y ~ x + (x + ${powers} | g)`, { x, y, g }), /too-many-effects: 72 random effects/);
  assert.match(
    refusal("y ~ factor(row) + (1 | g)", { y, g, row: y.map((_, i) => i) }),
    /not-enough-rows: 60 fixed effects/,
  );
});

test("a mistake in the formula or the columns is one clear line", () => {
  const fit = (formula: string, frame: Frame) => () => fitMultilevel(formula, frame);
  assert.throws(fit("y ~ z + (1 | g)", { x, y, g }), /names a column that is not there: z/);
  assert.throws(fit("y ~ x + (1 | h)", { x, y, g }), /names a column that is not there: h/);
  assert.throws(fit("g ~ x + (1 | g)", { x, y, g }), /an outcome requires numbers: g holds text/);
  assert.throws(
    fit("y ~ log(x) + (1 | g)", { x: x.map(() => 0), y, g }),
    /finite numbers: row 1 gives -Infinity/,
  );
  assert.throws(fit("y ~ 0 + (1 | g)", { x, y, g }), /requires an intercept or a predictor/);
  assert.throws(fit("y ~ x + (0 | g)", { x, y, g }), /requires an effect before \|/);
});

test("a predictor that repeats others is left out and named", () => {
  const fit = fitted("y ~ x + I(2 * x) + k + (1 | g)", { x, y, g, k: y.map(() => 4) });
  assert.deepEqual(fit.dropped, ["I(2 * x)", "k"]);
  assert.deepEqual(
    fit.fixed.map(({ name }) => name),
    ["(Intercept)", "x"],
  );
});

test("effects that no data could tell apart are named", () => {
  const twice = fitted("y ~ x + (1 | g) + (1 | h)", { x, y, g, h: g });
  assert.deepEqual(twice.singular, [{ group: "h", effect: "(Intercept)", reason: "not-identified" }]);
  const constant = fitted("y ~ x + (k | g)", { x, y, g, k: y.map(() => 4) });
  assert.ok(constant.singular.some(({ effect, reason }) => effect === "k" && reason === "not-identified"));
  const sex = g.map((name) => (name.endsWith("1") ? "f" : "m"));
  const apart = fitted("y ~ x + (0 + sex | g)", { x, y, g, sex });
  assert.ok(apart.singular.some(({ effect }) => effect === "sexf with sexm"));
});

test("rows with a missing value are left out and counted, whatever the missing value is in", () => {
  const gaps = {
    x: x.map((v, i) => (i === 1 ? null : v)),
    y: y.map((v, i) => (i === 2 ? null : v)),
    g: g.map((v, i) => (i === 3 ? null : v)),
  };
  const fit = fitted("y ~ x + (1 | g)", gaps);
  assert.equal(fit.leftOut, 3);
  assert.equal(fit.observations, 57);
  const kept = x.map((_, i) => i).filter((i) => i === 0 || i > 3);
  const at = <T>(column: readonly T[]) => kept.map((i) => column[i]!);
  assert.equal(fit.criterion, fitted("y ~ x + (1 | g)", { x: at(x), y: at(y), g: at(g) }).criterion);
});

test("ids may be numbers, texts or truth values", () => {
  const codes = new Map([...new Set(g)].map((name, i) => [name, i]));
  const byText = fitted("y ~ x + (1 | g)", { x, y, g });
  const ids = [(i: number) => 1e9 + i, (i: number) => i + 0.5, (i: number) => -i];
  for (const id of ids) {
    const byNumber = fitted("y ~ x + (1 | g)", { x, y, g: g.map((name) => id(codes.get(name)!)) });
    assert.ok(Math.abs(byNumber.criterion - byText.criterion) < 1e-9);
  }
  assert.equal(fitted("y ~ x + (1 | b)", { x, y, b: y.map((_, i) => i % 2 === 0) }).groups[0]!.count, 2);
});

test("a predictor far from zero, as a year, is fitted as one near it", () => {
  const near = fitted("y ~ t + (t | g)", { t: x, y, g }, "ML");
  const far = fitted("y ~ t + (t | g)", { t: x.map((v) => v + 500), y, g }, "ML");
  assert.ok(Math.abs(near.criterion - far.criterion) < 1e-6);
});
