import { type Chance, type Matrix, normalDraw, symmetricEigen, zeros } from "@concord/numerics";
import { type Ends, quantileType7 } from "./bootstrap-interval.ts";
import { type EffectPolynomial, effectAt } from "./effect-polynomial.ts";
import type { FittedMediation } from "./mediation.ts";

/**
 * Between which values do effects lie if their coefficients are normal?
 *
 * Coefficients are drawn from the normal distribution of their estimates and the effects computed from each draw: no
 * data are needed, only estimates and their covariance, and a product keeps its skew. For multilevel paths, where
 * rows cannot be resampled one by one, the interval of choice.
 *
 * MacKinnon DP, Lockwood CM, Williams J (2004). Multivar Behav Res 39: 99–128; Preacher KJ, Selig JP (2012). Commun
 * Methods Meas 6: 77–98.
 */
export function monteCarloIntervals(
  effects: readonly EffectPolynomial[],
  coefficients: ArrayLike<number>,
  covariance: Matrix,
  { count, chance, level }: { readonly count: number; readonly chance: Chance; readonly level: number },
): readonly Ends[] {
  if (!Number.isInteger(count) || count < 100)
    throw new RangeError(`a Monte Carlo interval requires 100 or more draws: ${count}`);
  const size = coefficients.length;
  const root = rootOf(covariance);
  const draws = effects.map(() => new Float64Array(count));
  const normal = new Float64Array(size);
  const drawn = new Float64Array(size);
  for (let draw = 0; draw < count; draw++) {
    for (let i = 0; i < size; i++) normal[i] = normalDraw(chance);
    for (let i = 0; i < size; i++) {
      let value = coefficients[i]!;
      for (let j = 0; j < size; j++) value += root.values[i * size + j]! * normal[j]!;
      drawn[i] = value;
    }
    effects.forEach((effect, k) => {
      draws[k]![draw] = effectAt(effect, drawn);
    });
  }
  const tail = (1 - level) / 2;
  return draws.map((values) => {
    values.sort();
    return [quantileType7(values, tail), quantileType7(values, 1 - tail)];
  });
}

/** The Monte Carlo interval of every effect of a mediation, in their order. */
export function monteCarloEffects(
  fit: FittedMediation,
  {
    count = 20_000,
    chance,
    level = fit.level,
  }: { readonly count?: number; readonly chance: Chance; readonly level?: number },
): readonly Ends[] {
  return monteCarloIntervals(
    fit.effects.map(({ polynomial }) => polynomial),
    fit.coefficients,
    fit.covariance,
    { count, chance, level },
  );
}

/** QΛ^½: a root that a singular covariance has too. */
function rootOf(covariance: Matrix): Matrix {
  const { values, vectors } = symmetricEigen(covariance);
  const root = zeros(covariance.rows, covariance.columns);
  for (let i = 0; i < covariance.rows; i++) {
    for (let j = 0; j < covariance.columns; j++) {
      root.values[i * covariance.columns + j] =
        vectors.values[i * covariance.columns + j]! * Math.sqrt(Math.max(0, values[j]!));
    }
  }
  return root;
}
