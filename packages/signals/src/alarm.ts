import type { Signal, SignalKind } from "./signal.ts";

/** Before the expected course can speak, a fall rings only from this size on, in hundredths of the range. */
export const earlyFall = 25;

/** The last session in which that holds: with a rating in each, the fourth has three before it. */
export const earlyUntil = 3;

/** Rules that see a fall in the ratings but do not ring by themselves: the panel shows them side by side. */
const shownOnly: readonly SignalKind[] = [
  "drop",
  "control-chart",
  "rupture-shape",
  "level-change",
  "below-usual",
];

/**
 * Does this signal put a case on the list of those that need a thought?
 *
 * The default alarm. Of the rules that look for a fall in the ratings only the expected course rings, because its
 * rate of false alarms is known and kept; in the first three sessions, where it cannot speak yet, a fall of a quarter
 * of the range does. What was said, what is missing, a low start and a ceiling ring as ever. All other falls stay on
 * the case's page, as something to talk about.
 */
export function rings(signal: Signal): boolean {
  if (signal.kind === "drop" && signal.session <= earlyUntil)
    return signal.weight !== "note" && (signal.figures.drop ?? 0) >= earlyFall;
  return !shownOnly.includes(signal.kind);
}
