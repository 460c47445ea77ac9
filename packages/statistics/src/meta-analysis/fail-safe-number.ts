import { normalSurvival, normalUpperQuantile } from "@concord/numerics";
import type { Effect } from "./effect.ts";

/** How many studies without effect it would take to undo a result. */
export interface FailSafeNumber {
  readonly kind: "Rosenthal" | "Orwin" | "Rosenberg";
  readonly studies: number;
  /** The p of the result as it is; Orwin's number knows none. */
  readonly p?: number;
  /** The mean that is undone. */
  readonly mean?: number;
  /** The mean it is brought down to (Orwin). */
  readonly target?: number;
}

/**
 * Unseen studies with z = 0 that would bring Stouffer's one-sided p above α: k (z̄²/z_α² − 1), rounded up.
 *
 * Rosenthal R (1979). Psychol Bull 86: 638–641. It takes the unseen studies to average exactly zero, and says nothing
 * about how large an effect is.
 */
export function rosenthalFailSafeNumber(effects: readonly Effect[], alpha = 0.05): FailSafeNumber {
  requireEffects(effects);
  const k = effects.length;
  let total = 0;
  for (const { estimate, variance } of effects) total += estimate / Math.sqrt(variance);
  const z = Math.abs(total) / Math.sqrt(k);
  const critical = normalUpperQuantile(alpha);
  return { kind: "Rosenthal", studies: upTo(k * ((z / critical) ** 2 - 1)), p: normalSurvival(z) };
}

/**
 * Unseen studies of effect zero that would bring the unweighted mean down to a target, by default half of it.
 *
 * Orwin RG (1983). J Educ Stat 8: 157–159.
 */
export function orwinFailSafeNumber(effects: readonly Effect[], target?: number): FailSafeNumber {
  requireEffects(effects);
  const k = effects.length;
  const mean = effects.reduce((sum, { estimate }) => sum + estimate, 0) / k;
  const goal = target ?? mean / 2;
  const studies =
    goal === 0 || Math.sign(goal) !== Math.sign(mean)
      ? Number.POSITIVE_INFINITY
      : upTo((k * (mean - goal)) / goal);
  return { kind: "Orwin", studies, mean, target: goal };
}

/**
 * Unseen studies of effect zero and average weight that would bring the common-effect mean's two-sided p above α.
 *
 * Rosenberg MS (2005). Evolution 59: 464–468.
 */
export function rosenbergFailSafeNumber(effects: readonly Effect[], alpha = 0.05): FailSafeNumber {
  requireEffects(effects);
  let total = 0;
  let weighted = 0;
  for (const { estimate, variance } of effects) {
    total += 1 / variance;
    weighted += estimate / variance;
  }
  const mean = weighted / total;
  const missingWeight = (weighted / normalUpperQuantile(alpha / 2)) ** 2 - total;
  return {
    kind: "Rosenberg",
    studies: upTo((effects.length * missingWeight) / total),
    p: 2 * normalSurvival(Math.abs(mean) * Math.sqrt(total)),
    mean,
  };
}

function upTo(count: number): number {
  // A whole number that rounding lifted by its last digit is still that number.
  return Math.max(0, Math.ceil(count - 1e-9 * Math.abs(count)));
}

function requireEffects(effects: readonly Effect[]): void {
  if (effects.length === 0) throw new RangeError("a fail-safe number requires one or more effects: 0");
  for (const { variance } of effects) {
    if (!(variance > 0))
      throw new RangeError(`a fail-safe number requires sampling variances above zero: ${variance}`);
  }
}
