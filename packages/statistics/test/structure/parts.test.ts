import assert from "node:assert/strict";
import { test } from "node:test";
import { chiSquareCumulative, normalCumulative } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { crossLaggedSyntax, standardizedSolution, structuralModel } from "../../src/structure/index.ts";
import {
  noncentralChiSquareCumulative,
  noncentralityFor,
} from "../../src/structure/noncentral-chi-square.ts";
import { positiveInverse } from "../../src/structure/positive-inverse.ts";
import { normalDraws } from "./normal-draws.ts";

test("a noncentral χ² of one degree is a squared normal away from zero", () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 60, noNaN: true }),
      fc.double({ min: 0, max: 5, noNaN: true }),
      (x, mean) => {
        const expected = normalCumulative(Math.sqrt(x) - mean) - normalCumulative(-Math.sqrt(x) - mean);
        close(noncentralChiSquareCumulative(x, 1, mean * mean), expected, { what: "P", absolute: 1e-11 });
      },
    ),
  );
  for (const none of [0, Number.MIN_VALUE])
    close(noncentralChiSquareCumulative(7, 4, none), chiSquareCumulative(7, 4), {
      what: "P",
      absolute: 1e-14,
    });
});

test("a noncentrality gives back its probability, and is zero where none is small enough", () => {
  const found = noncentralityFor(85.306, 24, 0.05);
  close(noncentralChiSquareCumulative(85.306, 24, found), 0.05, { what: "P", absolute: 1e-9 });
  assert.equal(noncentralityFor(10, 24, 0.95), 0);
});

test("an inverse times its matrix is the identity; a matrix that is not positive names its column", () => {
  const normal = normalDraws(2);
  const n = 7;
  const root = Float64Array.from({ length: n * n }, () => normal());
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++)
      for (let k = 0; k < n; k++) a[i * n + j]! += root[i * n + k]! * root[j * n + k]!;
  const found = positiveInverse(a, n);
  assert.ok(typeof found !== "number");
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let value = 0;
      for (let k = 0; k < n; k++) value += a[i * n + k]! * found.inverse[k * n + j]!;
      close(value, i === j ? 1 : 0, { what: `${i},${j}`, absolute: 1e-8 });
    }
  }
  assert.equal(positiveInverse(Float64Array.of(1, 1, 1, 1), 2), 1);
});

test("variables whose units lie ten powers apart settle, with and without full information", () => {
  const normal = normalDraws(5);
  const trait = Array.from({ length: 200 }, normal);
  const frame = {
    a: trait.map((t) => 1e6 * (t + normal())),
    b: trait.map((t) => 1e-4 * (t + normal())),
    c: trait.map((t) => 1e5 + t + normal()),
    d: trait.map((t) => t + normal()),
  };
  const plain = structuralModel(frame, "f =~ a + b + c + d");
  const full = structuralModel(frame, "f =~ b + a + c + d", { missing: "fiml" });
  assert.ok(plain.kind === "fitted" && full.kind === "fitted");
  close(full.fit.chiSquare, plain.fit.chiSquare, { what: "χ²", absolute: 1e-6 });
});

test("a panel of three waves has one degree of freedom, and five with equal paths", () => {
  const normal = normalDraws(8);
  const people = Array.from({ length: 300 }, () => {
    const [u, v] = [normal(), normal()];
    return [0, 1, 2].map(() => [u + 0.8 * normal(), v - 0.3 * u + 0.9 * normal()]);
  });
  const column = (series: number, wave: number) => people.map((waves) => waves[wave]![series]!);
  const frame = Object.fromEntries(
    [0, 1, 2].flatMap((wave) => [
      [`x${wave}`, column(0, wave)],
      [`y${wave}`, column(1, wave)],
    ]),
  );
  const series = [
    { name: "x", columns: ["x0", "x1", "x2"] },
    { name: "y", columns: ["y0", "y1", "y2"] },
  ];
  const rules = { form: "lavaan", meanStructure: true, freeIntercepts: true } as const;
  const degrees = (["free", "equal-over-waves"] as const).map((paths) => {
    const model = structuralModel(frame, crossLaggedSyntax(series, paths), rules);
    assert.ok(model.kind === "fitted");
    return model.fit.degrees;
  });
  assert.deepEqual(degrees, [1, 5]);
  assert.throws(() => crossLaggedSyntax(series.slice(0, 1)), /two or more series/);
  assert.throws(
    () => crossLaggedSyntax(series.map((one) => ({ ...one, columns: ["a", "b"] }))),
    /three or more/,
  );
});

test("the standardised solution does not depend on what scales the factor, errors included", () => {
  const normal = normalDraws(4);
  const trait = Array.from({ length: 120 }, normal);
  const frame = Object.fromEntries(
    ["a", "b", "c", "d"].map((name) => [name, trait.map((t) => t + normal())]),
  );
  const byLoading = structuralModel(frame, "f =~ a + b + c + d");
  const byVariance = structuralModel(frame, "f =~ a + b + c + d", { standardizedFactors: true });
  assert.ok(byLoading.kind === "fitted" && byVariance.kind === "fitted");
  const [one, other] = [byLoading, byVariance].map((model) => standardizedSolution(model));
  one!.slice(0, 8).forEach(({ estimate, standardError }, i) => {
    close(other![i]!.estimate, estimate, { what: "estimate", absolute: 1e-7 });
    close(other![i]!.standardError, standardError, { what: "error", absolute: 1e-7 });
  });
});
