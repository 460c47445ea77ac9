/**
 * The sum of the values, with what each addition rounds away carried along.
 *
 * Neumaier A (1974). Z Angew Math Mech 54: 39–51. An empty list sums to zero; NaN and infinity pass through.
 */
export function sum(values: Iterable<number>): number {
  let total = 0;
  let lost = 0;
  for (const value of values) {
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  // An infinite total makes the correction NaN though the sum is well defined.
  return Number.isFinite(total) ? total + lost : total;
}

/** Σ aᵢbᵢ, compensated. */
export function dotProduct(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) {
    throw new RangeError(`dotProduct requires lists of one length: ${a.length} and ${b.length}`);
  }
  let total = 0;
  let lost = 0;
  for (let i = 0; i < a.length; i++) {
    const value = a[i]! * b[i]!;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(total) ? total + lost : total;
}

/** The arithmetic mean; NaN for an empty list. */
export function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

/** Σ (x − mean)²/(n − 1), from the deviations; NaN below two values. */
export function sampleVariance(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  const centre = mean(values);
  const deviations = values.map((value) => value - centre);
  const squares = dotProduct(deviations, deviations);
  // What the rounded mean leaves over is taken out again (Chan, Golub and LeVeque 1983, p. 243).
  const rest = sum(deviations);
  return (squares - (rest * rest) / values.length) / (values.length - 1);
}
