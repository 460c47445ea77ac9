import { cholesky, minimizeWithinBounds, solveCholesky, zeros } from "@concord/numerics";
import type { RatingTable } from "./rating-table.ts";

/** Variances of those rated, of raters, and of the rest. */
export interface CrossedComponents {
  readonly targets: number;
  readonly raters: number;
  readonly error: number;
  readonly isSettled: boolean;
}

/**
 * The three variances by restricted likelihood, from whatever ratings there are: y = μ + target + rater + error.
 *
 * Targets are absorbed in closed form (their blocks share only themselves), which leaves as many equations as raters.
 * Searched over the two ratios to the error variance, from zero upwards.
 */
export function crossedComponents(ratings: RatingTable): CrossedComponents {
  const criterion = (ratios: readonly number[]) => deviance(ratings, ratios[0]!, ratios[1]!);
  const starts = [
    [0.5, 0.5],
    [2, 0.1],
    [0.1, 2],
  ].map((start) =>
    minimizeWithinBounds(
      { value: (x) => criterion(x).deviance, start, lower: [0, 0], upper: [1e6, 1e6] },
      { slopeTolerance: 1e-9, limit: 500 },
    ),
  );
  const best = starts.reduce((a, b) => (b.value < a.value - 1e-9 ? b : a));
  const [targets, raters] = best.at as [number, number];
  const { error } = criterion(best.at);
  return { targets: targets * error, raters: raters * error, error, isSettled: best.kind === "settled" };
}

/** −2 log restricted likelihood at the ratios, the error variance profiled out. */
function deviance(ratings: RatingTable, targets: number, raters: number) {
  const k = ratings[0]!.length;
  // Unknowns: rater effects in units of their ratio, then the mean; absorbing targets takes M⁻¹ = I − a/(1 + a n) 11′.
  const size = k + 1;
  const system = zeros(size, size);
  const right = zeros(size, 1);
  const root = Math.sqrt(raters);
  let squares = 0;
  let logTargets = 0;
  let count = 0;
  for (const row of ratings) {
    const there = row.flatMap((value, j) => (value === null ? [] : [{ j, value }]));
    const n = there.length;
    if (n === 0) continue;
    count += n;
    const shrink = targets / (1 + targets * n);
    logTargets += Math.log1p(targets * n);
    const total = there.reduce((sum, { value }) => sum + value, 0);
    for (const { j, value } of there) {
      squares += value * value;
      system.values[j * size + j]! += raters;
      right.values[j]! += root * (value - shrink * total);
      for (const other of there) system.values[j * size + other.j]! -= shrink * raters;
      system.values[j * size + k]! += root * (1 - shrink * n);
      system.values[k * size + j]! += root * (1 - shrink * n);
    }
    squares -= shrink * total * total;
    system.values[k * size + k]! += n - shrink * n * n;
    right.values[k]! += total * (1 - shrink * n);
  }
  for (let j = 0; j < k; j++) system.values[j * size + j]! += 1;
  const factored = cholesky(system);
  if (factored.kind !== "positive-definite") return { deviance: Number.POSITIVE_INFINITY, error: Number.NaN };
  const solution = solveCholesky(factored.factor, right);
  const left = squares - solution.values.reduce((sum, value, i) => sum + value * right.values[i]!, 0);
  const error = left / (count - 1);
  return { deviance: (count - 1) * Math.log(error) + logTargets + factored.logDeterminant, error };
}
