/** Returns a number with one decimal at most: what a person can use of a rating. */
export function roundedNumber(value: number): string {
  return String(Math.round(value * 10) / 10 + 0).replace("-", "−");
}
