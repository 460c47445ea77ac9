/**
 * A raw score on the common metric: 0–100 of the possible range, turned so that 100 is the wished-for end.
 *
 * It makes instruments comparable in range, not in meaning: 70 on one form is not 70 on another.
 */
export function percentOf(
  value: number,
  minimum: number,
  maximum: number,
  better: "higher" | "lower" | "neither",
): number {
  const distance = better === "lower" ? maximum - value : value - minimum;
  return (100 * distance) / (maximum - minimum);
}
