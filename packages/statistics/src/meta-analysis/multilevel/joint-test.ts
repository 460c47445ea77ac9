import {
  cholesky,
  fSurvival,
  type Matrix,
  multiply,
  solveLower,
  symmetricPower,
  traceOfProduct,
  transpose,
  zeros,
} from "@concord/numerics";
import type { ClusterRobust } from "./cluster-robust.ts";

/** A joint test of several coefficients with a robust covariance. */
export type JointTest =
  | {
      readonly kind: "tested";
      readonly statistic: number;
      readonly degreesOfFreedom: number;
      readonly denominatorDegreesOfFreedom: number;
      readonly p: number;
    }
  | { readonly kind: "not-defined"; readonly reason: string };

/**
 * Are these coefficients (positions from 0) all zero? Hotelling's T² with degrees of freedom that match the mean and
 * the total variance of the robust covariance under the working model.
 *
 * Tipton E, Pustejovsky JE (2015). J Educ Behav Stat 40: 604–634, the test they call AHT.
 */
export function jointTest(robust: ClusterRobust, tested: readonly number[]): JointTest {
  const q = tested.length;
  const p = robust.coefficients.length;
  if (q === 0 || tested.some((j) => !(j >= 0 && j < p))) {
    throw new RangeError(`a joint test requires positions of coefficients: ${tested.join(", ") || "none"}`);
  }
  const alone = robust.untested.filter(({ name }) =>
    tested.some((j) => robust.coefficients[j]!.name === name),
  );
  if (alone.length > 0)
    return { kind: "not-defined", reason: `${alone[0]!.name} has no test: ${alone[0]!.reason}` };
  const chosen = zeros(p, q);
  tested.forEach((j, s) => {
    chosen.values[j * q + s] = 1;
  });
  const { bread } = robust;
  const expected = sumOf(
    robust.parts.map(({ onDesign, spread }) =>
      subtract(sandwich(chosen, spread), sandwich(multiply(onDesign, chosen), bread)),
    ),
    q,
  );
  const standardize = multiply(chosen, symmetricPower(expected, -0.5));
  const eta = (q * (q + 1)) / totalVariance(robust, standardize);
  if (!(eta > q - 1)) return { kind: "not-defined", reason: "too few clusters bear on these coefficients" };

  const covariance = sandwich(chosen, robust.covariance);
  const factored = cholesky(covariance);
  if (factored.kind === "not-positive-definite") {
    return { kind: "not-defined", reason: "the robust covariance of these coefficients is singular" };
  }
  const target = zeros(q, 1);
  target.values.set(tested.map((j) => robust.coefficients[j]!.estimate));
  let wald = 0;
  for (const value of solveLower(factored.factor, target).values) wald += value * value;
  const denominator = eta - q + 1;
  const statistic = (wald * denominator) / (eta * q);
  return {
    kind: "tested",
    statistic,
    degreesOfFreedom: q,
    denominatorDegreesOfFreedom: denominator,
    p: fSurvival(statistic, q, denominator),
  };
}

/** Σ over entries of Var(D), D the standardized robust covariance: sums over pairs of clusters, unfolded. */
function totalVariance(robust: ClusterRobust, standardize: Matrix): number {
  const q = standardize.columns;
  const { bread } = robust;
  const clusters = robust.parts.map(({ onDesign, spread }) => {
    const g = multiply(onDesign, standardize);
    return { own: sandwich(standardize, spread), g, shared: sandwich(g, bread) };
  });
  const p = bread.rows;
  // S(s, t) = Σ gₛgₜ′ over clusters.
  const outer = (s: number, t: number): Matrix => {
    const total = zeros(p, p);
    for (const { g } of clusters) {
      for (let a = 0; a < p; a++) {
        for (let b = 0; b < p; b++) total.values[a * p + b]! += g.values[a * q + s]! * g.values[b * q + t]!;
      }
    }
    return total;
  };
  let total = 0;
  for (let s = 0; s < q; s++) {
    for (let t = 0; t < q; t++) {
      for (const { own, shared } of clusters) {
        const ss = own.values[s * q + s]!;
        const tt = own.values[t * q + t]!;
        const st = own.values[s * q + t]!;
        total += ss * tt - ss * shared.values[t * q + t]! - tt * shared.values[s * q + s]!;
        total += st * st - 2 * st * shared.values[s * q + t]!;
      }
      const cross = multiply(bread, outer(s, t));
      const back = multiply(bread, outer(t, s));
      total += traceOfProduct(cross, back) + traceOfProduct(back, back);
    }
  }
  return total;
}

/** C′AC. */
function sandwich(c: Matrix, a: Matrix): Matrix {
  return multiply(transpose(c), multiply(a, c));
}

function subtract(a: Matrix, b: Matrix): Matrix {
  return { ...a, values: a.values.map((value, i) => value - b.values[i]!) };
}

function sumOf(matrices: readonly Matrix[], size: number): Matrix {
  const total = zeros(size, size);
  for (const { values } of matrices) {
    values.forEach((value, i) => {
      total.values[i]! += value;
    });
  }
  return total;
}
