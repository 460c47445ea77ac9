import assert from "node:assert/strict";
import { test } from "node:test";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import type { Frame } from "../../src/formula/index.ts";
import {
  type FittedStructuralModel,
  type StructuralOptions,
  structuralModel,
} from "../../src/structure/index.ts";
import { normalDraws } from "./normal-draws.ts";

/** Answers that two related factors bring about. */
function answers(seed: number, rows = 150): Readonly<Record<string, readonly number[]>> {
  const normal = normalDraws(seed);
  const columns: Record<string, number[]> = { a: [], b: [], c: [], d: [], e: [], f: [] };
  for (let i = 0; i < rows; i++) {
    const first = normal();
    const second = 0.5 * first + normal();
    for (const [j, name] of ["a", "b", "c", "d", "e", "f"].entries())
      columns[name]!.push(3 + (j < 3 ? first : second) * (0.6 + 0.1 * j) + normal());
  }
  return columns;
}

const twoFactors = "one =~ a + b + c\n two =~ d + e + f";
const seeds = fc.integer({ min: 1, max: 100_000 });
const few = { numRuns: 25 };

type Estimate = FittedStructuralModel["estimates"][number];

function fitted(frame: Frame, syntax: string, options?: StructuralOptions): FittedStructuralModel {
  const result = structuralModel(frame, syntax, options);
  assert.ok(result.kind === "fitted", result.kind === "fitted" ? "" : result.reason);
  return result;
}

function isVariance({ left, operator, right }: Estimate, ...names: readonly string[]): boolean {
  return operator === "~~" && left === right && names.includes(left);
}

test("a just identified model fits exactly", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { fit } = fitted(answers(seed), "one =~ a + b + c");
      assert.equal(fit.degrees, 0);
      close(fit.chiSquare, 0, { what: "χ²", absolute: 1e-8 });
    }),
    few,
  );
});

test("a regression gives the coefficients of least squares", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const { a, b } = answers(seed, 40);
      const mean = (x: readonly number[]) => x.reduce((s, v) => s + v, 0) / x.length;
      const [ma, mb] = [mean(a!), mean(b!)];
      const products = a!.reduce((s, v, i) => s + (v - ma) * (b![i]! - mb), 0);
      const squares = a!.reduce((s, v) => s + (v - ma) ** 2, 0);
      const { estimates } = fitted({ a: a!, b: b! }, "b ~ a");
      close(estimates[0]!.estimate, products / squares, { what: "slope", relative: 1e-9 });
    }),
    few,
  );
});

test("the scale of the factors, the order of variables and of rows leave the fit", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const frame = answers(seed);
      const { fit: asMarked, estimates } = fitted(frame, twoFactors);
      const { chiSquare } = asMarked;
      // A factor whose variance is estimated below zero cannot be one of variance 1.
      fc.pre(estimates.every((each) => !isVariance(each, "one", "two") || each.estimate > 0));
      const others = [
        fitted(frame, twoFactors, { standardizedFactors: true }),
        fitted(frame, "two =~ f + d + e\n one =~ c + a + b"),
        fitted(Object.fromEntries(Object.entries(frame).map(([k, v]) => [k, [...v].reverse()])), twoFactors),
      ];
      for (const { fit } of others)
        close(fit.chiSquare, chiSquare, { what: "χ²", relative: 1e-7, absolute: 1e-7 });
    }),
    few,
  );
});

test("other units change loadings by the ratio of units, and neither z nor the standardised solution", () => {
  fc.assert(
    fc.property(seeds, fc.double({ min: 0.01, max: 100, noNaN: true }), (seed, unit) => {
      const frame = answers(seed);
      const plain = fitted(frame, twoFactors);
      const scaled = fitted({ ...frame, b: frame.b!.map((v) => v * unit - 7) }, twoFactors);
      close(scaled.estimates[1]!.estimate, plain.estimates[1]!.estimate * unit, {
        what: "loading",
        relative: 1e-6,
      });
      plain.estimates.forEach(({ z, standardized }, i) => {
        close(scaled.estimates[i]!.standardized, standardized, {
          what: "standardised",
          relative: 1e-5,
          absolute: 1e-7,
        });
        if (z !== undefined) close(scaled.estimates[i]!.z!, z, { what: "z", relative: 1e-5, absolute: 1e-7 });
      });
    }),
    few,
  );
});

test("full information on complete rows is maximum likelihood on complete rows", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const frame = answers(seed);
      const plain = fitted(frame, twoFactors, { meanStructure: true });
      const full = fitted(frame, twoFactors, { missing: "fiml" });
      close(full.fit.chiSquare, plain.fit.chiSquare, { what: "χ²", relative: 1e-7 });
      plain.estimates.forEach(({ estimate }, i) => {
        close(full.estimates[i]!.estimate, estimate, { what: "estimate", relative: 1e-6, absolute: 1e-8 });
      });
    }),
    few,
  );
});

test("two identical groups: χ² is twice that of one, and every step of equality costs nothing", () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const frame = answers(seed);
      const doubled: Frame = {
        ...Object.fromEntries(Object.entries(frame).map(([k, v]) => [k, [...v, ...v]])),
        g: [...frame.a!.map(() => "x"), ...frame.a!.map(() => "y")],
      };
      const one = fitted(frame, twoFactors).fit.chiSquare;
      const free = fitted(doubled, twoFactors, { group: "g" }).fit.chiSquare;
      const tied = fitted(doubled, twoFactors, {
        group: "g",
        heldEqual: ["loadings", "intercepts", "residuals"],
      }).fit.chiSquare;
      close(free, 2 * one, { what: "configural", relative: 1e-6 });
      close(tied, free, { what: "strict", relative: 1e-6 });
    }),
    { numRuns: 10 },
  );
});

test("a label twice and an equality are one constraint; a linear equality is kept", () => {
  const frame = answers(7);
  const byLabel = fitted(frame, "one =~ a + k*b + k*c");
  const byRule = fitted(frame, "one =~ a + k*b + l*c\n k == l");
  close(byRule.fit.chiSquare, byLabel.fit.chiSquare, { what: "χ²", relative: 1e-8 });
  assert.equal(byRule.fit.degrees, 1);
  const double = fitted(frame, "one =~ a + k*b + l*c\n l == 2*k - 0.1");
  const [, k, l] = double.estimates;
  close(l!.estimate, 2 * k!.estimate - 0.1, { what: "l", relative: 1e-9 });
  close(l!.standardError, 2 * k!.standardError, { what: "error of l", relative: 1e-9 });
});

test("a new quantity has the error of the delta method: that of a product by hand", () => {
  const { estimates } = fitted(answers(11), "b ~ p*a\n c ~ q*b\n pq := p*q");
  const [p, q] = estimates;
  const product = estimates.at(-1)!;
  close(product.estimate, p!.estimate * q!.estimate, { what: "product", relative: 1e-12 });
  // In a path model without shared residuals the two slopes are independent.
  const variance = (p!.estimate * q!.standardError) ** 2 + (q!.estimate * p!.standardError) ** 2;
  close(product.standardError, Math.sqrt(variance), { what: "error", relative: 1e-8 });
});
