import { findRoot } from "@concord/numerics";

/**
 * The places where a polynomial is nought, from the smallest; coefficients from the constant upwards.
 *
 * Between two neighbouring turning points a polynomial crosses zero at most once: the turning points are the roots of
 * its derivative, found the same way, and each crossing is closed in by Brent's method. A root where it only touches
 * zero is reported once.
 */
export function realRoots(coefficients: readonly number[]): readonly number[] {
  const size = Math.max(...coefficients.map(Math.abs));
  if (!Number.isFinite(size)) throw new RangeError("realRoots requires finite coefficients");
  let degree = coefficients.length - 1;
  while (degree > 0 && coefficients[degree] === 0) degree--;
  if (degree === 0) return [];
  const own = coefficients.slice(0, degree + 1);
  if (degree === 1) return [-own[0]! / own[1]!];
  // Cauchy's bound: no root lies farther from zero.
  const bound = 1 + Math.max(...own.slice(0, -1).map((value) => Math.abs(value / own[degree]!)));
  const turns = realRoots(own.slice(1).map((value, i) => value * (i + 1)));
  const ends = [-bound, ...turns.filter((turn) => Math.abs(turn) < bound), bound];
  const value = (x: number) => own.reduceRight((sum, coefficient) => sum * x + coefficient, 0);
  const scale = (x: number) => own.reduceRight((sum, one) => sum * Math.abs(x) + Math.abs(one), 0);
  const roots: number[] = [];
  for (let i = 1; i < ends.length; i++) {
    const root = findRoot(value, ends[i - 1]!, ends[i]!);
    if (root.kind === "root") roots.push(root.at);
    else if (i < ends.length - 1 && Math.abs(value(ends[i]!)) <= 8 * Number.EPSILON * scale(ends[i]!))
      roots.push(ends[i]!);
  }
  return roots.filter((root, i) => i === 0 || root - roots[i - 1]! > 1e-12 * Math.max(1, Math.abs(root)));
}
