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
 * Which signals put a case on the list of those that need a thought?
 *
 * The default alarm. Of the rules that look for a fall in the ratings only the expected course rings, because its
 * rate of false alarms is known and kept; another rule that sees the same fall in the same session goes with it. In
 * the first three sessions, where it cannot speak yet, a fall of a quarter of the range rings. What was said, what is
 * missing, a low start and a ceiling ring as ever. All other falls stay on the case's page, to be talked about.
 */
export function ringing<Found extends Signal>(signals: readonly Found[]): readonly Found[] {
  const expected = new Set(signals.filter((signal) => signal.kind === "expected-course").map(placeOf));
  return signals.filter((signal) => {
    if (!shownOnly.includes(signal.kind)) return true;
    if (signal.weight === "note") return false;
    return expected.has(placeOf(signal)) || isEarlyFall(signal);
  });
}

function isEarlyFall({ kind, session, figures }: Signal): boolean {
  return kind === "drop" && session <= earlyUntil && (figures.drop ?? 0) >= earlyFall;
}

function placeOf({ rater, instrument, scale, session }: Signal): string {
  return JSON.stringify([rater, instrument, scale, session]);
}
