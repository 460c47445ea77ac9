import type { GroupData } from "./moments.ts";

/**
 * Means over the rows that answered a variable, covariances over those that answered both, on n of all rows: what
 * lavaan takes for the observed moments in GFI when answers are missing. With complete rows, the usual moments.
 */
export function availableMoments({ rows, count }: GroupData): {
  readonly mean: Float64Array;
  readonly covariance: Float64Array;
} {
  const p = rows.length / count;
  const mean = Float64Array.from({ length: p }, (_, j) => together(rows, count, p, j, j).first);
  const covariance = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const { answered, first, second } = together(rows, count, p, i, j);
      let products = 0;
      for (let row = 0; row < count; row++) {
        const product = (rows[row * p + i]! - first) * (rows[row * p + j]! - second);
        if (!Number.isNaN(product)) products += product;
      }
      const value = ((products / (answered - 1)) * (count - 1)) / count;
      covariance[i * p + j] = value;
      covariance[j * p + i] = value;
    }
  }
  return { mean, covariance };
}

/** The means of two variables over the rows that answered both. */
function together(rows: Float64Array, count: number, p: number, i: number, j: number) {
  let answered = 0;
  let first = 0;
  let second = 0;
  for (let row = 0; row < count; row++) {
    const a = rows[row * p + i]!;
    const b = rows[row * p + j]!;
    if (Number.isNaN(a + b)) continue;
    answered++;
    first += a;
    second += b;
  }
  return { answered, first: first / answered, second: second / answered };
}
