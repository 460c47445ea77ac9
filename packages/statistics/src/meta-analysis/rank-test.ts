import { normalSurvival } from "@concord/numerics";
import type { Effect } from "./effect.ts";
import { fitsExactly } from "./exact-fit.ts";
import type { NotEstimable } from "./model.ts";

/** Kendall's correlation of two lists, and how its p was found; NaN where one of them does not vary. */
export interface RankCorrelation {
  readonly tau: number;
  readonly p: number;
  /** Exact without ties below fifty studies; otherwise by the normal with the variance that ties leave. */
  readonly by: "exact" | "normal";
}

/** Kendall's correlation of effects and variances, or why there is none. */
export type RankTest = ({ readonly kind: "tested" } & RankCorrelation) | NotEstimable;

/**
 * Do effects and their variances rise together? Kendall's τ between the variances and the effects standardized
 * around the common-effect mean. Equal effects, or equal variances, have no order that could agree with another.
 *
 * Begg CB, Mazumdar M (1994). Biometrics 50: 1088–1101.
 */
export function rankTest(effects: readonly Effect[]): RankTest {
  if (effects.length < 3)
    throw new RangeError(`the rank test requires three or more studies: ${effects.length}`);
  let total = 0;
  let weighted = 0;
  for (const { estimate, variance } of effects) {
    if (!(variance > 0))
      throw new RangeError(`the rank test requires sampling variances above zero: ${variance}`);
    total += 1 / variance;
    weighted += estimate / variance;
  }
  const mean = weighted / total;
  const estimates = effects.map(({ estimate }) => estimate);
  const variances = effects.map(({ variance }) => variance);
  const distances = estimates.map((estimate) => estimate - mean);
  if (fitsExactly(estimates, distances)) return { kind: "not-estimable", reason: "all effects are equal" };
  if (variances.every((variance) => variance === variances[0])) {
    return { kind: "not-estimable", reason: "all sampling variances are equal" };
  }
  const others = weightOfOthers(variances.map((variance) => 1 / variance));
  // The variance of a distance from the mean is v − 1/Σw, which is the share that the others have of all weight, times v.
  const standardized = distances.map(
    (distance, i) => distance / Math.sqrt(variances[i]! * (others[i]! / total)),
  );
  return { kind: "tested", ...kendall(standardized, variances) };
}

/** For each weight the sum of all others, without taking a large one away from a larger sum. */
function weightOfOthers(weights: readonly number[]): readonly number[] {
  const after = new Array<number>(weights.length).fill(0);
  for (let i = weights.length - 2; i >= 0; i--) after[i] = after[i + 1]! + weights[i + 1]!;
  let before = 0;
  return weights.map((weight, i) => {
    const others = before + after[i]!;
    before += weight;
    return others;
  });
}

/** Kendall's τ-b with a two-sided p. Kendall MG, Gibbons JD (1990). Rank Correlation Methods, 5th ed., p. 66. */
export function kendall(x: readonly number[], y: readonly number[]): RankCorrelation {
  const n = x.length;
  let score = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) score += Math.sign(x[i]! - x[j]!) * Math.sign(y[i]! - y[j]!);
  }
  const pairs = (n * (n - 1)) / 2;
  const xTies = tieSizes(x);
  const yTies = tieSizes(y);
  const tied = (sizes: readonly number[]) => sizes.reduce((sum, t) => sum + (t * (t - 1)) / 2, 0);
  const tau = score / Math.sqrt((pairs - tied(xTies)) * (pairs - tied(yTies)));
  if (n < 50 && xTies.length === 0 && yTies.length === 0) {
    return { tau, p: exactP((pairs + score) / 2, n), by: "exact" };
  }
  const third = (sizes: readonly number[]) => sizes.reduce((sum, t) => sum + t * (t - 1) * (2 * t + 5), 0);
  const triples = (sizes: readonly number[]) => sizes.reduce((sum, t) => sum + t * (t - 1) * (t - 2), 0);
  const variance =
    (n * (n - 1) * (2 * n + 5) - third(xTies) - third(yTies)) / 18 +
    (2 * tied(xTies) * 2 * tied(yTies)) / (2 * n * (n - 1)) +
    (triples(xTies) * triples(yTies)) / (9 * n * (n - 1) * (n - 2));
  return { tau, p: 2 * normalSurvival(Math.abs(score) / Math.sqrt(variance)), by: "normal" };
}

/** Twice the smaller tail of the number of concordant pairs among all n! orders. */
function exactP(concordant: number, n: number): number {
  let shares: readonly number[] = [1];
  for (let size = 2; size <= n; size++) {
    const next = new Array<number>(shares.length + size - 1).fill(0);
    shares.forEach((share, at) => {
      for (let more = 0; more < size; more++) next[at + more]! += share / size;
    });
    shares = next;
  }
  let below = 0;
  let above = 0;
  shares.forEach((share, at) => {
    if (at <= concordant) below += share;
    if (at >= concordant) above += share;
  });
  return Math.min(1, 2 * Math.min(below, above));
}

function tieSizes(values: readonly number[]): readonly number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}
