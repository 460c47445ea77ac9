import { type Counted, rateOf, shareOf } from "./table.ts";
import type { Tally } from "./trial.ts";

/** False alarms per 100 sessions over several cells. */
export function rateOfAll(tallies: readonly Tally[]): Counted {
  return rateOf(sum(tallies, "rings"), sum(tallies, "sessions"), sum(tallies, "squares"));
}

/** Of 100 falls over several cells, how many were caught. */
export function shareOfAll(tallies: readonly Tally[]): Counted {
  return shareOf(sum(tallies, "caught"), sum(tallies, "courses"));
}

export function sum(tallies: readonly Tally[], of: keyof Tally): number {
  return tallies.reduce((total, tally) => total + tally[of], 0);
}
