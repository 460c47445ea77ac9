import assert from "node:assert/strict";
import { test } from "node:test";
import { normalQuantile, seededChance } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import {
  type FittedScale,
  oneFactorOmega,
  type ScaleOptions,
  scaleReliability,
} from "../../src/reliability/index.ts";

type Items = Readonly<Record<string, readonly number[]>>;

function items(seed: number, count = 5, rows = 60): Items {
  const chance = seededChance(seed);
  const normal = () => normalQuantile(Math.max(chance(), 1e-12));
  const people = Array.from({ length: rows }, normal);
  return Object.fromEntries(
    Array.from({ length: count }, (_, j) => [`i${j}`, people.map((t) => 3 + (0.5 + 0.1 * j) * t + normal())]),
  );
}

function fitted(
  answers: Readonly<Record<string, readonly (number | null)[]>>,
  options?: ScaleOptions,
): FittedScale {
  const scale = scaleReliability(answers, options);
  assert.ok(scale.kind === "fitted");
  return scale;
}

const seeds = fc.integer({ min: 1, max: 100_000 });
const change = (answers: Items, f: (x: number, j: number) => number): Items =>
  Object.fromEntries(Object.entries(answers).map(([name, column], j) => [name, column.map((x) => f(x, j))]));

test("the order of items, a shift of each and one unit for all leave α", () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, unit) => {
      const answers = items(seed);
      const { alpha, interval } = fitted(answers);
      const others = [
        Object.fromEntries(Object.entries(answers).reverse()),
        change(answers, (x, j) => x + 10 * j),
        change(answers, (x) => unit * x),
      ];
      for (const other of others) {
        close(fitted(other).alpha.raw, alpha.raw, { what: "α", relative: 1e-9, absolute: 1e-12 });
        close(fitted(other).interval.lower, interval.lower, {
          what: "lower",
          relative: 1e-8,
          absolute: 1e-10,
        });
      }
    }),
  );
});

test("a unit for each item leaves standardised α", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const answers = items(seed);
      const scaled = change(answers, (x, j) => x * (j + 1));
      close(fitted(scaled).alpha.standardized, fitted(answers).alpha.standardized, {
        what: "α",
        relative: 1e-9,
      });
    }),
  );
});

test("reversing an item and saying so is not reversing it", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const answers = items(seed);
      const turned = { ...answers, i2: answers.i2!.map((x) => 6 - x) };
      close(fitted(turned, { reversed: ["i2"] }).alpha.raw, fitted(answers).alpha.raw, {
        what: "α",
        relative: 1e-9,
      });
    }),
  );
});

test("α is the mean of all split halves for two items, and parallel items follow Spearman and Brown", () => {
  const { a, b } = { a: [1, 2, 3, 4, 5, 6], b: [2, 1, 4, 3, 6, 5] };
  // Both have variance 3.5; Σ(a − 3.5)(b − 3.5)/5 = 14.5/5 = 2.9; α = 2·2·2.9/(3.5 + 3.5 + 5.8) = 11.6/12.8.
  close(fitted({ a, b }).alpha.raw, 11.6 / 12.8, { what: "α", absolute: 1e-12 });
  // Equal variances: α = 2r/(1 + r) with r = 2.9/3.5.
  const r = 2.9 / 3.5;
  close(fitted({ a, b }).alpha.standardized, (2 * r) / (1 + r), { what: "standardised α", absolute: 1e-12 });
});

test("λ₁ < λ₃ ≤ λ₂, and no bound is above the best split half's equals", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { guttman, alpha } = fitted(items(seed));
      assert.ok(guttman.lambda1 < guttman.lambda3 || guttman.lambda3 <= 0);
      assert.ok(guttman.lambda3 <= guttman.lambda2 + 1e-12);
      close(guttman.lambda3, alpha.raw, { what: "λ₃", absolute: 1e-12 });
    }),
  );
});

test("λ₄ of four items is the best of three splits, by hand", () => {
  const { covariance, guttman } = fitted(items(4, 4));
  const c = (i: number, j: number) => covariance[i * 4 + j]!;
  const whole = covariance.reduce((total, x) => total + x, 0);
  const splits = [
    c(0, 2) + c(0, 3) + c(1, 2) + c(1, 3),
    c(0, 1) + c(0, 3) + c(2, 1) + c(2, 3),
    c(0, 1) + c(0, 2) + c(3, 1) + c(3, 2),
  ];
  const singles = [0, 1, 2, 3].map((i) => [0, 1, 2, 3].reduce((t, j) => (i === j ? t : t + c(i, j)), 0));
  close(guttman.lambda4!, (4 * Math.max(...splits, ...singles)) / whole, { what: "λ₄", absolute: 1e-12 });
});

test("α does not exceed ω of one factor, and equals it when all items show the factor alike", () => {
  // Three items whose covariances are all one and the same: the factor fits exactly, with equal loadings.
  const half = [1, -1, 1, -1, 1, -1, 1, -1];
  const pairs = [1, 1, -1, -1, 1, 1, -1, -1];
  const fours = [1, 1, 1, 1, -1, -1, -1, -1];
  const product = half.map((x, i) => x * pairs[i]! * fours[i]!);
  const answers = {
    a: product.map((t, i) => t + half[i]!),
    b: product.map((t, i) => t + 1.5 * pairs[i]!),
    c: product.map((t, i) => t + 0.5 * fours[i]!),
  };
  const omega = oneFactorOmega(answers);
  assert.ok(omega.kind === "fitted");
  close(omega.ofModel, fitted(answers).alpha.raw, { what: "ω = α", absolute: 1e-8 });
  fc.assert(
    fc.property(seeds, (seed) => {
      const other = items(seed, 3, 200);
      const own = oneFactorOmega(other);
      if (own.kind !== "fitted" || own.cautions.length > 0) return;
      if (own.loadings.some((loading) => loading < 0)) return;
      assert.ok(fitted(other).alpha.raw <= own.ofModel + 1e-9);
    }),
    { numRuns: 25 },
  );
});

test("α without an item is α of the others, and so is λ₆", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const answers = items(seed, 6);
      const { i3: _, ...others } = answers;
      const dropped = fitted(answers).items[3]!.ifDropped;
      const { alpha } = fitted(others);
      close(dropped.raw, alpha.raw, { what: "α", relative: 1e-9, absolute: 1e-12 });
      close(dropped.standardized, alpha.standardized, {
        what: "standardised α",
        relative: 1e-9,
        absolute: 1e-12,
      });
      close(dropped.guttman6!, alpha.guttman6!, { what: "λ₆", relative: 1e-9, absolute: 1e-12 });
      close(dropped.medianCorrelation, alpha.medianCorrelation, { what: "median r", absolute: 1e-12 });
    }),
  );
});

test("gaps that lie nowhere change nothing; pairs count what both answered", () => {
  const answers = items(9);
  const gappy = { ...answers, i0: answers.i0!.map((x, i) => (i === 3 ? null : x)) };
  const { items: of, rows } = fitted(gappy);
  assert.equal(rows, 60);
  assert.equal(of[0]!.answered, 59);
  // Items 1 to 4 are complete: what they have with each other is untouched.
  close(of[1]!.mean, fitted(answers).items[1]!.mean, { what: "mean", absolute: 1e-12 });
});

test("what cannot be said is refused in a line", () => {
  const still = scaleReliability({ a: [1, 2, 3, 4], b: [2, 2, 2, 2] });
  assert.ok(still.kind === "refused" && /answered b alike/.test(still.reason));
  const few = scaleReliability({ a: [1, 2, null], b: [1, 2, 3] });
  assert.ok(few.kind === "refused" && /three or more answers/.test(few.reason));
  assert.throws(() => scaleReliability({ a: [1, 2, 3] }), /two or more items: 1/);
  assert.throws(() => scaleReliability({ a: [1, 2, 3], b: [1, 2] }), /one length/);
  assert.throws(
    () => scaleReliability({ a: [1, 2, 3], b: [3, 1, 2] }, { reversed: ["c"] }),
    /column of that name: c/,
  );
});
