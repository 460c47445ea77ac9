/** After this many failed attempts a message is given up: about a day and a half after the first. */
export const maxAttempts = 15;

const minute = 60_000;
const longestPause = 4 * 60 * minute;
/** A message about safety is tried more often. */
const longestSafetyPause = 5 * minute;

/**
 * Returns how long to wait after a number of failed attempts, in milliseconds: one minute, then twice as long each time, at
 * most four hours; `chance` (0 to 1) spreads it by a tenth, so that many messages do not all come again at once.
 */
export function retryDelay(attempts: number, isSafety: boolean, chance: number): number {
  const doubled = minute * 2 ** Math.min(Math.max(attempts, 1) - 1, 20);
  const delay = Math.min(doubled, isSafety ? longestSafetyPause : longestPause);
  return Math.round(delay * (0.9 + 0.2 * chance));
}
