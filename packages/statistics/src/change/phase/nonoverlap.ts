import { findRoot, normalUpperQuantile } from "@concord/numerics";
import { requireFinite, requireLevel } from "../interval.ts";

/** How far two phases of one course overlap. */
export interface Nonoverlap {
  /** Share of pairs (one value of each phase) in which the later phase is better; ties count half. */
  readonly nap: number;
  /** Bounds of NAP for independent values. */
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Share of values of the later phase beyond the best one of the earlier. Rests on a single value. */
  readonly pnd: number;
  /** 2·NAP − 1: better pairs less worse ones, over all pairs. */
  readonly tau: number;
  /** Mann and Whitney's count of better pairs. */
  readonly u: number;
}

/**
 * Is the later phase of a course better than the earlier, value by value?
 *
 * NAP, the nonoverlap of all pairs (Parker RI, Vannest K 2009, Behav Ther 40: 357–367), with Newcombe's
 * bounds: NAP's θ at which (NAP − θ)² = z²·θ(1 − θ)/(mn)·[1 + h(1 − θ)/(2 − θ) + hθ/(1 + θ)], h = (m + n)/2 −
 * 1 (Newcombe RG 2006, Stat Med 25: 559–573, method 5), which hold at 0 and 1 too. PND: Scruggs TE,
 * Mastropieri MA, Casto G (1987). Remedial Spec Educ 8: 24–33.
 *
 * Values are taken to be independent: autocorrelation makes the true bounds wider, and a trend that began
 * before the phase counts as its effect.
 */
export function nonoverlap(
  earlier: readonly number[],
  later: readonly number[],
  better: "higher" | "lower",
  level = 0.95,
): Nonoverlap {
  requireLevel("nonoverlap", level);
  for (const phase of [earlier, later]) {
    requireFinite("nonoverlap", phase);
    if (phase.length === 0) throw new RangeError("nonoverlap requires a value in each phase: 0");
  }
  const towards = better === "higher" ? 1 : -1;
  const pairs = earlier.length * later.length;
  let u = 0;
  for (const before of earlier)
    for (const after of later) u += (1 + Math.sign(towards * (after - before))) / 2;
  const nap = u / pairs;
  const best = earlier.reduce((most, value) => (towards * (value - most) > 0 ? value : most));
  const pnd = later.filter((value) => towards * (value - best) > 0).length / later.length;
  return { nap, ...bounds(nap, earlier.length, later.length, level), level, pnd, tau: 2 * nap - 1, u };
}

function bounds(nap: number, m: number, n: number, level: number) {
  const reach = normalUpperQuantile((1 - level) / 2) ** 2 / (m * n);
  const h = (m + n) / 2 - 1;
  const spread = (theta: number) => 1 + (h * (1 - theta)) / (2 - theta) + (h * theta) / (1 + theta);
  // At its ends NAP cancels against a factor of θ(1 − θ), which leaves the root inside.
  const away = (theta: number): number => {
    if (nap === 1) return 1 - theta - reach * theta * spread(theta);
    if (nap === 0) return theta - reach * (1 - theta) * spread(theta);
    return (nap - theta) ** 2 - reach * theta * (1 - theta) * spread(theta);
  };
  const bound = (from: number, to: number): number => {
    const root = findRoot(away, from, to);
    return root.kind === "same-sign" ? Number.NaN : root.at;
  };
  return { lower: nap === 0 ? 0 : bound(0, nap), upper: nap === 1 ? 1 : bound(nap, 1) };
}
