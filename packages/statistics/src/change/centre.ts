/** Mean and sum of squares around it, in two passes, so that a large common level does not eat the digits. */
export interface Centre {
  readonly n: number;
  readonly mean: number;
  /** Σ (x − mean)². */
  readonly squares: number;
}

/** Exact zero squares for a constant series, whatever its level. */
export function centre(values: readonly number[]): Centre {
  const n = values.length;
  const first = values[0] ?? Number.NaN;
  // Counting from the first value keeps a constant series exactly constant.
  let offset = 0;
  for (const value of values) offset += value - first;
  const mean = first + offset / n;
  let squares = 0;
  let drift = 0;
  for (const value of values) {
    const away = value - mean;
    squares += away * away;
    drift += away;
  }
  return { n, mean, squares: Math.max(0, squares - (drift * drift) / n) };
}
