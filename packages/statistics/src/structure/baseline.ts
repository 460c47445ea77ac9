import type { GroupData, Pattern } from "./moments.ts";
import type { ParameterTable } from "./parameter-table.ts";
import { type Saturated, saturatedMoments, univariate } from "./saturated.ts";

/** The model in which variables have means and variances and nothing goes with anything. */
export interface Baseline {
  readonly chiSquare: number;
  readonly degrees: number;
  /** Of the variables the model is conditional on, by themselves: no part of the model's own likelihood. */
  readonly exogenousLogLikelihood: number;
}

/** Its likelihood is that of each variable alone; exogenous variables keep their covariances. */
export function baselineOf(
  table: ParameterTable,
  data: readonly GroupData[],
  saturated: readonly Saturated[],
): Baseline {
  const exogenous = table.explanatory.map((name) => table.observed.indexOf(name));
  const rest = table.observed.flatMap((_, i) => (exogenous.includes(i) ? [] : [i]));
  let deviance = 0;
  let exogenousLogLikelihood = 0;
  data.forEach((group) => {
    for (const variable of rest) {
      const { count, variance } = univariate(group.patterns, variable);
      deviance += count * (Math.log(variance) + 1);
    }
    if (exogenous.length === 0) return;
    const own = restricted(group, exogenous);
    const moments = saturatedMoments(own, exogenous.length);
    if (moments.kind !== "saturated") return;
    deviance += moments.deviance;
    if (table.exogenous.length === 0) return;
    const answers = own.patterns.reduce((total, { at, count }) => total + at.length * count, 0);
    exogenousLogLikelihood -= 0.5 * (moments.deviance + answers * Math.log(2 * Math.PI));
  });
  const p = table.observed.length;
  const px = exogenous.length;
  return {
    chiSquare: deviance - saturated.reduce((total, moments) => total + moments.deviance, 0),
    degrees: table.groups * ((p * (p - 1)) / 2 - (px * (px - 1)) / 2),
    exogenousLogLikelihood,
  };
}

/** The data as if only these variables had been asked. */
function restricted({ label, patterns, rows }: GroupData, variables: readonly number[]): GroupData {
  const kept = patterns.flatMap((pattern): readonly Pattern[] => {
    const positions = variables.flatMap((variable, i) => {
      const own = pattern.at.indexOf(variable);
      return own < 0 ? [] : [{ i, own }];
    });
    if (positions.length === 0) return [];
    const k = pattern.at.length;
    return [
      {
        at: positions.map(({ i }) => i),
        count: pattern.count,
        mean: Float64Array.from(positions, ({ own }) => pattern.mean[own]!),
        covariance: Float64Array.from(
          positions.flatMap(({ own: a }) => positions.map(({ own: b }) => pattern.covariance[a * k + b]!)),
        ),
      },
    ];
  });
  return { label, count: kept.reduce((total, { count }) => total + count, 0), patterns: pooled(kept), rows };
}

/** Patterns of the same answers as one. */
function pooled(patterns: readonly Pattern[]): readonly Pattern[] {
  const byAnswers = new Map<string, Pattern>();
  for (const pattern of patterns) {
    const key = pattern.at.join();
    const other = byAnswers.get(key);
    byAnswers.set(key, other === undefined ? pattern : together(other, pattern));
  }
  return [...byAnswers.values()];
}

function together(a: Pattern, b: Pattern): Pattern {
  const count = a.count + b.count;
  const k = a.at.length;
  const mean = a.mean.map((value, i) => (a.count * value + b.count * b.mean[i]!) / count);
  const apart = a.mean.map((value, i) => value - b.mean[i]!);
  const covariance = a.covariance.map((value, at) => {
    const between = (a.count * b.count * apart[Math.floor(at / k)]! * apart[at % k]!) / count;
    return (a.count * value + b.count * b.covariance[at]! + between) / count;
  });
  return { at: a.at, count, mean, covariance };
}
