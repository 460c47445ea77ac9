import assert from "node:assert/strict";
import { test } from "node:test";
import { cholesky, type Matrix, solveCholesky, zeros } from "@concord/numerics";
import { close } from "@concord/numerics/testing";
import fc from "fast-check";
import { crossedElimination } from "../../src/multilevel/elimination/crossed.ts";
import { nestedElimination, nestingOf } from "../../src/multilevel/elimination/nested.ts";
import { fitFromCrossProducts } from "../../src/multilevel/fit-multilevel.ts";
import { mixedModelOf } from "../../src/multilevel/model.ts";
import { devianceOf } from "../../src/multilevel/search/deviance.ts";
import { loadingsOf, problemOf, slopesInTheta } from "../../src/multilevel/search/problem.ts";
import { sumsOfRows } from "../../src/multilevel/sums/sums-of-rows.ts";
import { fitted, sessions } from "./fitted.ts";

const NESTED = "y ~ x + (x | therapist) + (x | client)";
const thetas = fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: 6, maxLength: 6 });

function problem(formula: string, frame: ReturnType<typeof sessions>) {
  const { design, products } = sumsOfRows(mixedModelOf(formula), frame);
  return problemOf(design, products);
}

test("groups taken out level by level and all together give the same criterion, slopes and modes", () => {
  const { random, scaled, fixed } = problem(NESTED, sessions(7, 4, 3, 4));
  const levels = nestedElimination(random.factors, nestingOf(random.factors)!, scaled);
  const together = crossedElimination(random.factors, scaled);
  fc.assert(
    fc.property(thetas, (theta) => {
      const loadings = loadingsOf(random, theta);
      const [a, b] = [levels, together].map((way) => devianceOf(way, fixed, "REML").at(loadings));
      close(a!.value, b!.value, { what: "criterion", relative: 1e-10 });
      const [left, right] = [a!, b!].map((at) => slopesInTheta(random, at.slopes()));
      left!.forEach((slope, i) => {
        close(slope, right![i]!, { what: `slope ${i}`, relative: 1e-7, absolute: 1e-7 });
      });
      const residual = a!.solution!.residual;
      const [above, beside] = [
        levels.modes(a!.eliminated, residual),
        together.modes(b!.eliminated, residual),
      ];
      above.forEach((own, f) => {
        for (const part of ["modes", "covariances"] as const)
          own[part].forEach((value, i) => {
            close(value, beside[f]![part][i]!, { what: part, relative: 1e-7, absolute: 1e-9 });
          });
      });
    }),
    { numRuns: 30 },
  );
});

test("slopes are those of the criterion", () => {
  const frame = sessions(8, 4, 3, 4);
  const item = frame.y.map((_, i) => `i${i % 5}`);
  for (const formula of [NESTED, "y ~ x + (x | client) + (1 | item) + (0 + x | item)"]) {
    const { elimination, random, fixed } = problem(formula, Object.assign({ item }, frame));
    for (const method of ["REML", "ML"] as const) {
      const { at } = devianceOf(elimination, fixed, method);
      const theta = Array.from({ length: random.parameters }, (_, i) => 0.7 - 0.13 * i);
      const value = (t: readonly number[]) => at(loadingsOf(random, t)).value;
      const slopes = slopesInTheta(random, at(loadingsOf(random, theta)).slopes());
      slopes.forEach((slope, i) => {
        const moved = (by: number) => value(theta.map((own, j) => (i === j ? own + by : own)));
        const difference = (moved(1e-5) - moved(-1e-5)) / 2e-5;
        close(slope, difference, { what: `${formula}, ${method}, ${i}`, relative: 1e-5, absolute: 1e-6 });
      });
    }
  }
});

/** −2 restricted log-likelihood from the covariance of all rows, as its definition says. */
function fromDefinition(frame: ReturnType<typeof sessions>, fit: ReturnType<typeof fitted>): number {
  const n = frame.y.length;
  const variance = (group: string, first: string, second?: string) =>
    fit.components.find((c) => c.group === group && c.first === first && c.second === second)?.covariance ??
    0;
  const v = zeros(n, n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      let value = i === j ? fit.residualDeviation ** 2 : 0;
      for (const group of ["therapist", "client"] as const) {
        if (frame[group][i] !== frame[group][j]) continue;
        const [a, b] = [frame.x[i]!, frame.x[j]!];
        value += variance(group, "(Intercept)") + variance(group, "x") * a * b;
        value += variance(group, "(Intercept)", "x") * (a + b);
      }
      v.values[i * n + j] = value;
    }
  }
  const columns: Matrix = { rows: n, columns: 3, values: new Float64Array(3 * n) };
  frame.y.forEach((y, i) => {
    columns.values.set([1, frame.x[i]!, y], 3 * i);
  });
  const factored = cholesky(v);
  if (factored.kind !== "positive-definite") throw new Error("a covariance must be positive definite");
  const solved = solveCholesky(factored.factor, columns);
  const gram = (a: number, b: number) =>
    frame.y.reduce((sum, _, i) => sum + columns.values[3 * i + a]! * solved.values[3 * i + b]!, 0);
  const determinant = gram(0, 0) * gram(1, 1) - gram(0, 1) ** 2;
  const slope = (gram(0, 0) * gram(1, 2) - gram(0, 1) * gram(0, 2)) / determinant;
  const mean = (gram(0, 2) - gram(0, 1) * slope) / gram(0, 0);
  const residual = gram(2, 2) - mean * gram(0, 2) - slope * gram(1, 2);
  return (n - 2) * Math.log(2 * Math.PI) + factored.logDeterminant + Math.log(determinant) + residual;
}

test("the criterion is that of the definition, from the covariance of all rows", () => {
  const frame = sessions(9, 5, 3, 4);
  for (const formula of [NESTED, "y ~ x + (1 | therapist/client)", "y ~ x + (x | client)"]) {
    const fit = fitted(formula.replace("therapist/client", "therapist) + (1 | client"), frame);
    close(fit.criterion, fromDefinition(frame, fit), { what: formula, relative: 1e-11 });
  }
});

test("with many groups the search starts from some of them, and ends at the same place", () => {
  const frame = sessions(10, 420, 10, 2);
  const { design, products } = sumsOfRows(mixedModelOf("y ~ x + (1 | therapist/client)"), frame);
  const fit = fitFromCrossProducts(design, products);
  assert.ok(fit.kind === "fitted");
  assert.ok(fit.convergence.evaluations < 12);
  fit.convergence.gradient.forEach((slope) => {
    close(slope, 0, { what: "slope at the end", absolute: 1e-5 });
  });
});
