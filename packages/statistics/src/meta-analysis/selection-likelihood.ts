import { normalSurvival, normalUpperQuantile } from "@concord/numerics";
import type { FittedMetaAnalysis } from "./model.ts";

/** Studies, the interval of p each lies in, and where intervals meet: all that the weighted likelihood needs. */
export interface SelectionProblem {
  readonly p: number;
  readonly estimates: readonly number[];
  readonly variances: readonly number[];
  readonly rows: readonly (readonly number[])[];
  /** For each study the interval its p lies in. */
  readonly interval: readonly number[];
  readonly counts: readonly number[];
  /** For each study the effects at which its p crosses each step, in the direction of rising p. */
  readonly crossings: readonly (readonly number[])[];
  readonly sign: 1 | -1;
}

/** Returns the problem over orthonormal moderators of length √k, with effects in the given unit. */
export function selectionProblem(
  base: FittedMetaAnalysis,
  bounds: readonly number[],
  sign: 1 | -1,
  unit: number,
): SelectionProblem {
  const { k, p, basis } = base.regression;
  const rows = base.effects.map((_, i) =>
    Array.from(basis.values.subarray(i * p, (i + 1) * p), (value) => value * Math.sqrt(k)),
  );
  const variances = base.effects.map(({ variance }) => variance / unit ** 2);
  const interval = base.effects.map(({ estimate, variance }) => {
    const value = normalSurvival((sign * estimate) / Math.sqrt(variance));
    return bounds.findIndex((bound) => value <= bound);
  });
  return {
    p,
    estimates: base.effects.map(({ estimate }) => estimate / unit),
    variances,
    rows,
    interval,
    counts: bounds.map((_, j) => interval.filter((own) => own === j).length),
    crossings: variances.map((variance) =>
      bounds.slice(0, -1).map((bound) => sign * normalUpperQuantile(bound) * Math.sqrt(variance)),
    ),
    sign,
  };
}

/** log L of coefficients, τ² and the weights after the first, in this order; NaN outside their range. */
export function selectionLogLikelihood(problem: SelectionProblem, x: readonly number[]): number {
  const { p, estimates, variances, rows, interval, crossings, sign } = problem;
  const between = x[p]!;
  const weightOf = (j: number) => (j === 0 ? 1 : x[p + j]!);
  let total = 0;
  for (let i = 0; i < estimates.length; i++) {
    const variance = variances[i]! + between;
    if (!(variance > 0)) return Number.NaN;
    const spread = Math.sqrt(variance);
    const row = rows[i]!;
    let mean = 0;
    for (let a = 0; a < p; a++) mean += row[a]! * x[a]!;
    // The chance that a study like this lies in each interval, weighted: what the likelihood is divided by.
    let appears = 0;
    let beyond = 0;
    const crossing = crossings[i]!;
    for (let j = 0; j <= crossing.length; j++) {
      const upTo = j === crossing.length ? 1 : normalSurvival((sign * (crossing[j]! - mean)) / spread);
      appears += weightOf(j) * (upTo - beyond);
      beyond = upTo;
    }
    const residual = (estimates[i]! - mean) / spread;
    total +=
      Math.log(weightOf(interval[i]!)) - 0.5 * residual * residual - Math.log(spread) - Math.log(appears);
  }
  return total - 0.5 * estimates.length * Math.log(2 * Math.PI);
}
