import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { findRoot, minimizeBetween, minimizeBySimplex, minimizeWithinBounds } from "../src/index.ts";
import { close } from "../src/testing.ts";

const rosenbrock = ([x, y]: readonly number[]) => (1 - x!) ** 2 + 100 * (y! - x! * x!) ** 2;
const start = [-1.2, 1];

test("Rosenbrock's valley (1960, Comput J 3: 175–184) ends at (1, 1)", () => {
  for (const result of [
    minimizeBySimplex(rosenbrock, start),
    minimizeWithinBounds({ value: rosenbrock, start }),
  ]) {
    assert.equal(result.kind, "settled");
    close(result.at[0]!, 1, { absolute: 1e-5, what: "x" });
    close(result.at[1]!, 1, { absolute: 1e-5, what: "y" });
  }
});

test("Powell's singular function (1962, Comput J 5: 147–151) has its minimum, with a flat floor, at zero", () => {
  const powell = ([a, b, c, d]: readonly number[]) =>
    (a! + 10 * b!) ** 2 + 5 * (c! - d!) ** 2 + (b! - 2 * c!) ** 4 + 10 * (a! - d!) ** 4;
  const result = minimizeWithinBounds({ value: powell, start: [3, -1, 0, 1] });
  assert.equal(result.kind, "settled");
  assert.ok(result.value < 1e-8, `${result.value}`);
});

test("a bound that cuts off the minimum is where the search settles, and says so", () => {
  const result = minimizeWithinBounds({ value: rosenbrock, start: [0.2, 0.2], upper: [0.5, 10] });
  assert.ok(result.kind === "settled");
  // On x = 0.5 the best y is x².
  close(result.at[0]!, 0.5, { absolute: 0, what: "x" });
  close(result.at[1]!, 0.25, { absolute: 1e-6, what: "y" });
  assert.deepEqual(result.atBound, [0]);
});

test("a bowl's minimum is found wherever it lies", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 }),
      (centre) => {
        const value = (x: readonly number[]) =>
          x.reduce((total, v, i) => total + (i + 1) * (v - centre[i]!) ** 2, 3);
        const gradient = (x: readonly number[]) => x.map((v, i) => 2 * (i + 1) * (v - centre[i]!));
        const result = minimizeWithinBounds({ value, gradient, start: centre.map(() => 0) });
        assert.equal(result.kind, "settled");
        result.at.forEach((v, i) => {
          close(v, centre[i]!, { absolute: 1e-6, what: `coordinate ${i}` });
        });
      },
    ),
  );
});

test("one variable: inside, on an end, and refused", () => {
  const inside = minimizeBetween((x) => (x - 2) ** 2 + 1, -10, 10);
  assert.ok(inside.kind === "settled");
  close(inside.at[0]!, 2, { absolute: 1e-7, what: "minimum" });
  assert.deepEqual(inside.atBound, []);
  const end = minimizeBetween((x) => x, 1, 4);
  assert.ok(end.kind === "settled");
  close(end.at[0]!, 1, { absolute: 1e-6, what: "end" });
  assert.deepEqual(end.atBound, [0]);
  assert.throws(() => minimizeBetween((x) => x, 1, 1), /requires low < high: 1, 1/);
});

test("a search without an answer says why", () => {
  assert.equal(minimizeWithinBounds({ value: () => Number.NaN, start: [1] }).kind, "unsettled");
  const falling = minimizeWithinBounds({ value: ([x]) => -x!, start: [0] }, { limit: 20 });
  assert.ok(falling.kind === "unsettled" && falling.reason === "limit");
  const short = minimizeBySimplex(rosenbrock, start, { limit: 10 });
  assert.ok(short.kind === "unsettled" && short.reason === "limit");
});

test("roots: of polynomials, of steep and flat functions; same sign at both ends is named", () => {
  const cubic = findRoot((x) => x ** 3 - 2 * x - 5, 2, 3);
  assert.ok(cubic.kind === "root");
  // Wallis's equation (1685); the root to 15 digits.
  close(cubic.at, 2.0945514815423265, { relative: 1e-15, what: "Wallis" });
  fc.assert(
    fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (place) => {
      for (const f of [(x: number) => Math.expm1(x - place), (x: number) => (x - place) ** 3]) {
        const root = findRoot(f, -60, 60);
        assert.equal(root.kind, "root");
        if (root.kind === "root") close(root.at, place, { absolute: 1e-12, relative: 1e-12, what: "root" });
      }
    }),
  );
  assert.deepEqual(
    findRoot((x) => x * x + 1, -1, 1),
    { kind: "same-sign", atLow: 2, atHigh: 2 },
  );
});
