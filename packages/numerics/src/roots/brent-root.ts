/** Where a function crosses zero between two ends, or why no such place was found. */
export type Root =
  | { readonly kind: "root"; readonly at: number; readonly evaluations: number }
  | { readonly kind: "same-sign"; readonly atLow: number; readonly atHigh: number }
  | { readonly kind: "unsettled"; readonly at: number; readonly evaluations: number };

/**
 * A root of f between low and high, where f changes sign.
 *
 * Brent RP (1973). Algorithms for Minimization without Derivatives, chapter 4: inverse quadratic steps kept within
 * a bracket. The tolerance is relative to the root; two units of the last place are always granted.
 */
export function findRoot(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1e-14,
  limit = 200,
): Root {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return { kind: "root", at: a, evaluations: 2 };
  if (fb === 0) return { kind: "root", at: b, evaluations: 2 };
  if (!(fa * fb < 0) && Math.sign(fa) * Math.sign(fb) !== -1)
    return { kind: "same-sign", atLow: fa, atHigh: fb };
  // A root at zero has no size to be relative to: the width of the bracket takes its place.
  const floor = 1e-18 * Math.abs(high - low);
  let c = a;
  let fc = fa;
  let step = b - a;
  let previous = step;
  for (let evaluations = 2; evaluations < limit; evaluations++) {
    if (Math.abs(fc) < Math.abs(fb)) {
      [a, b, c] = [b, c, b];
      [fa, fb, fc] = [fb, fc, fb];
    }
    const grain = 2 * Number.EPSILON * Math.abs(b) + 0.5 * tolerance * Math.abs(b) + floor;
    const half = 0.5 * (c - b);
    if (Math.abs(half) <= grain || fb === 0) return { kind: "root", at: b, evaluations };
    if (Math.abs(previous) >= grain && Math.abs(fa) > Math.abs(fb)) {
      const { numerator, denominator } = interpolate(a, b, c, fa, fb, fc);
      const allowed = Math.min(
        3 * half * denominator - Math.abs(grain * denominator),
        Math.abs(previous * denominator),
      );
      if (2 * numerator < allowed) {
        previous = step;
        step = numerator / denominator;
      } else {
        step = half;
        previous = half;
      }
    } else {
      step = half;
      previous = half;
    }
    a = b;
    fa = fb;
    b += Math.abs(step) > grain ? step : half > 0 ? grain : -grain;
    fb = f(b);
    if (fb > 0 === fc > 0) {
      c = a;
      fc = fa;
      step = b - a;
      previous = step;
    }
  }
  return { kind: "unsettled", at: b, evaluations: limit };
}

/** The step of the secant (two points) or inverse quadratic (three points), as a fraction with numerator ≥ 0. */
function interpolate(a: number, b: number, c: number, fa: number, fb: number, fc: number) {
  const s = fb / fa;
  let numerator: number;
  let denominator: number;
  if (a === c) {
    numerator = (c - b) * s;
    denominator = 1 - s;
  } else {
    const q = fa / fc;
    const r = fb / fc;
    numerator = s * ((c - b) * q * (q - r) - (b - a) * (r - 1));
    denominator = (q - 1) * (r - 1) * (s - 1);
  }
  return numerator > 0 ? { numerator, denominator: -denominator } : { numerator: -numerator, denominator };
}
