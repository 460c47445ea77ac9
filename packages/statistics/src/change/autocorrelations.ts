import { chiSquareSurvival } from "@concord/numerics";
import { centre } from "./centre.ts";
import { requireFinite } from "./interval.ts";

export type Autocorrelations =
  | {
      readonly kind: "autocorrelations";
      /** r₁ … rₖ. */
      readonly coefficients: readonly number[];
      /** What is left at each lag once the shorter ones are taken into account. */
      readonly partial: readonly number[];
      /** Are r₁ … rₖ together more than chance? */
      readonly ljungBox: {
        readonly statistic: number;
        readonly degreesOfFreedom: number;
        readonly p: number;
      };
      readonly n: number;
    }
  | { readonly kind: "too-few"; readonly n: number; readonly required: number }
  | { readonly kind: "constant"; readonly n: number };

/**
 * How far does a value carry over to the following ones? For an unbroken series; with gaps
 * `lagOneAutocorrelation`.
 *
 * rₖ = Σ (xₜ − x̄)(xₜ₊ₖ − x̄) / Σ (xₜ − x̄)², as R's `acf`; partial ones by Durbin and Levinson's recursion
 * (Durbin J 1960, Rev Int Stat Inst 28: 233–243), as `pacf`; Q = n(n + 2) Σ rₖ² / (n − k) on χ² with k
 * degrees of freedom (Ljung GM, Box GEP 1978, Biometrika 65: 297–303), as `Box.test`.
 */
export function autocorrelations(values: readonly number[], lags: number): Autocorrelations {
  requireFinite("autocorrelations", values);
  if (!(Number.isSafeInteger(lags) && lags >= 1))
    throw new RangeError(`autocorrelations requires a whole number of lags of at least 1: ${lags}`);
  const { n, mean, squares } = centre(values);
  if (n <= lags + 1) return { kind: "too-few", n, required: lags + 2 };
  if (squares === 0) return { kind: "constant", n };
  const coefficients = Array.from({ length: lags }, (_, lag) => {
    let products = 0;
    for (let t = lag + 1; t < n; t++) products += (values[t]! - mean) * (values[t - lag - 1]! - mean);
    return products / squares;
  });
  const statistic = n * (n + 2) * coefficients.reduce((sum, r, i) => sum + r ** 2 / (n - i - 1), 0);
  return {
    kind: "autocorrelations",
    coefficients,
    partial: partialOf(coefficients),
    ljungBox: { statistic, degreesOfFreedom: lags, p: chiSquareSurvival(statistic, lags) },
    n,
  };
}

function partialOf(r: readonly number[]): readonly number[] {
  const partial: number[] = [];
  let weights: readonly number[] = [];
  for (let k = 0; k < r.length; k++) {
    const explained = weights.reduce((sum, weight, j) => sum + weight * r[k - 1 - j]!, 0);
    const left = 1 - weights.reduce((sum, weight, j) => sum + weight * r[j]!, 0);
    const own = (r[k]! - explained) / left;
    weights = [...weights.map((weight, j) => weight - own * weights[k - 1 - j]!), own];
    partial.push(own);
  }
  return partial;
}
