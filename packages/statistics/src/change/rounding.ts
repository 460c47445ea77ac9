/**
 * Returns how far two decimals that are equal on paper may lie apart as numbers: sixteen units in the last place of the
 * largest. 1.2 − 0.9 is 0.29999999999999993, and on a scale with another unit 12 − 9 is 3: a limit that is reached in one
 * unit is reached in all.
 */
export function roundingOf(values: readonly number[]): number {
  return 16 * Number.EPSILON * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
}
