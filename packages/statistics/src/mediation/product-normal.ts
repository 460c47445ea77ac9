import { findRoot, normalCumulative, normalDensity, normalSurvival } from "@concord/numerics";
import type { Ends } from "./bootstrap-interval.ts";
import type { PathEstimate } from "./sobel.ts";

/**
 * Between which values does a product of two independent normal estimates lie with a given probability?
 *
 * P(AB ≤ q) = ∫ φ(x) P(B ≤ q/x) dx, the sign turning at x = 0, integrated panel by panel by Gauss and Legendre's
 * sixteen points and solved for q: the limit of the Monte Carlo interval, without its chance.
 *
 * MacKinnon DP, Fritz MS, Williams J, Lockwood CM (2007). Behav Res Methods 39: 384–389.
 */
export function productNormalInterval(a: PathEstimate, b: PathEstimate, level = 0.95): Ends {
  const deviation = Math.hypot(
    a.estimate * b.standardError,
    b.estimate * a.standardError,
    a.standardError * b.standardError,
  );
  const centre = a.estimate * b.estimate;
  const end = (probability: number): number => {
    const root = findRoot(
      (q) => productNormalCumulative(q, a, b) - probability,
      centre - 20 * deviation,
      centre + 20 * deviation,
      1e-10,
    );
    return root.kind === "root" ? root.at : Number.NaN;
  };
  return [end((1 - level) / 2), end((1 + level) / 2)];
}

/** P(AB ≤ q) for independent normals. */
export function productNormalCumulative(q: number, a: PathEstimate, b: PathEstimate): number {
  const reach = 12;
  const low = a.estimate - reach * a.standardError;
  const high = a.estimate + reach * a.standardError;
  const integrand = (x: number): number => {
    const density = normalDensity((x - a.estimate) / a.standardError) / a.standardError;
    const z = (q / x - b.estimate) / b.standardError;
    return density * (x > 0 ? normalCumulative(z) : normalSurvival(z));
  };
  let total = 0;
  const ends = panelsBetween(low, high, a.standardError);
  for (let i = 1; i < ends.length; i++) total += gaussLegendre(integrand, ends[i - 1]!, ends[i]!);
  return total;
}

/** Panels of half a standard deviation, and ever smaller ones towards zero, where the second factor turns. */
function panelsBetween(low: number, high: number, deviation: number): readonly number[] {
  const ends = new Set([low, high]);
  for (let x = low; x < high; x += deviation / 2) ends.add(x);
  if (low < 0 && high > 0) ends.add(0);
  const widest = Math.max(Math.abs(low), Math.abs(high));
  for (let step = 0; step < 48; step++) {
    const x = widest * 2 ** -step;
    if (x < high && x > low) ends.add(x);
    if (-x > low && -x < high) ends.add(-x);
  }
  return [...ends].sort((left, right) => left - right);
}

const NODES = [
  0.09501250983763744, 0.2816035507792589, 0.45801677765722737, 0.6178762444026438, 0.755404408355003,
  0.8656312023878318, 0.9445750230732326, 0.9894009349916499,
];
const WEIGHTS = [
  0.1894506104550685, 0.1826034150449236, 0.1691565193950025, 0.1495959888165767, 0.1246289712555339,
  0.09515851168249279, 0.06225352393864789, 0.02715245941175409,
];

function gaussLegendre(f: (x: number) => number, low: number, high: number): number {
  const middle = 0.5 * (low + high);
  const half = 0.5 * (high - low);
  let total = 0;
  for (let i = 0; i < NODES.length; i++) {
    total += WEIGHTS[i]! * (f(middle - half * NODES[i]!) + f(middle + half * NODES[i]!));
  }
  return half * total;
}
