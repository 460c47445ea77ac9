/**
 * Returns the present, or the millisecond after `newest` where a clock was set back meanwhile. Of statements about one
 * thing the newest holds, and what was said last must be the newest whatever the clock does.
 */
export function presentAfter(now: string, newest: string | undefined): string {
  if (newest === undefined || Date.parse(newest) <= Date.parse(now)) return now;
  return new Date(Date.parse(newest) + 1).toISOString();
}
