/** Returns a probability to show in whole per cent, never as certain. */
export function probability(chance: number): number {
  return Math.min(0.99, chance);
}
