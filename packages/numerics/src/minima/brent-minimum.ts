import type { Minimum } from "./minimum.ts";

const GOLDEN = 0.5 * (3 - Math.sqrt(5));

/**
 * The minimum of a function of one variable between two ends, by golden section and parabolas.
 *
 * Brent RP (1973). Algorithms for Minimization without Derivatives, chapter 5. A minimum cannot be placed more
 * finely than about √ε of its size; the tolerance defaults to that. With several minima, one of them is found.
 */
export function minimizeBetween(
  f: (x: number) => number,
  low: number,
  high: number,
  tolerance = 1.5e-8,
  limit = 500,
): Minimum {
  if (!(low < high)) throw new RangeError(`minimizeBetween requires low < high: ${low}, ${high}`);
  let a = low;
  let b = high;
  let x = a + GOLDEN * (b - a);
  let w = x;
  let v = x;
  let fx = f(x);
  let fw = fx;
  let fv = fx;
  let step = 0;
  let previous = 0;
  for (let evaluations = 1; evaluations < limit; evaluations++) {
    const middle = 0.5 * (a + b);
    const grain = tolerance * Math.abs(x) + 1e-300;
    if (Math.abs(x - middle) <= 2 * grain - 0.5 * (b - a)) {
      if (!Number.isFinite(fx))
        return { kind: "unsettled", reason: "not-finite", at: [x], value: fx, evaluations };
      const atBound = x - low <= 4 * grain || high - x <= 4 * grain ? [0] : [];
      return { kind: "settled", at: [x], value: fx, evaluations, atBound };
    }
    let parabolic = false;
    if (Math.abs(previous) > grain) {
      const r = (x - w) * (fx - fv);
      let q = (x - v) * (fx - fw);
      let p = (x - v) * q - (x - w) * r;
      q = 2 * (q - r);
      if (q > 0) p = -p;
      else q = -q;
      if (Math.abs(p) < Math.abs(0.5 * q * previous) && p > q * (a - x) && p < q * (b - x)) {
        previous = step;
        step = p / q;
        const landing = x + step;
        if (landing - a < 2 * grain || b - landing < 2 * grain) step = x < middle ? grain : -grain;
        parabolic = true;
      }
    }
    if (!parabolic) {
      previous = x < middle ? b - x : a - x;
      step = GOLDEN * previous;
    }
    const u = x + (Math.abs(step) >= grain ? step : step > 0 ? grain : -grain);
    const fu = f(u);
    if (fu <= fx) {
      if (u < x) b = x;
      else a = x;
      [v, w, x] = [w, x, u];
      [fv, fw, fx] = [fw, fx, fu];
    } else {
      if (u < x) a = u;
      else b = u;
      if (fu <= fw || w === x) {
        [v, w] = [w, u];
        [fv, fw] = [fw, fu];
      } else if (fu <= fv || v === x || v === w) {
        v = u;
        fv = fu;
      }
    }
  }
  return { kind: "unsettled", reason: "limit", at: [x], value: fx, evaluations: limit };
}
