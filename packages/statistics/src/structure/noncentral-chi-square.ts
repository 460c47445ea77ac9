import { chiSquareCumulative, findRoot, logGamma } from "@concord/numerics";

/**
 * P(X ≤ x) for a noncentral χ²: central ones with 2j more degrees of freedom, weighted by a Poisson law of mean λ/2,
 * summed from its middle outwards until nothing is added.
 */
export function noncentralChiSquareCumulative(x: number, df: number, noncentrality: number): number {
  const half = noncentrality / 2;
  // Zero for the smallest number above zero, too.
  if (half === 0) return chiSquareCumulative(x, df);
  const middle = Math.floor(half);
  const term = (j: number) =>
    Math.exp(-half + j * Math.log(half) - logGamma(j + 1)) * chiSquareCumulative(x, df + 2 * j);
  let total = 0;
  for (let j = middle; j >= 0; j--) {
    const added = term(j);
    total += added;
    if (added < 1e-17 && j < middle - 10) break;
  }
  for (let j = middle + 1; ; j++) {
    const added = term(j);
    total += added;
    if (added < 1e-17 && j > middle + 10) break;
  }
  return total;
}

/** The noncentrality under which P(X ≤ x) = p; zero where even without any it is smaller. */
export function noncentralityFor(x: number, df: number, p: number): number {
  if (!(chiSquareCumulative(x, df) > p)) return 0;
  let high = Math.max(1, x);
  while (noncentralChiSquareCumulative(x, df, high) > p) high *= 2;
  const root = findRoot((value) => noncentralChiSquareCumulative(x, df, value) - p, 0, high, 1e-12);
  return root.kind === "same-sign" ? 0 : root.at;
}
