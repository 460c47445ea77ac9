import type { Signal, SignalKind } from "./signal.ts";

/** Before the expected course can speak, a fall rings only from this size on, in hundredths of the range. */
export const earlyFall = 25;

/** The last session in which that holds: with a rating in each, the fourth has three before it. */
const earlyUntil = 3;

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
 * the first three sessions, where it cannot speak yet, a fall of a quarter of the range rings. A fall in the
 * therapist's own rating rings once it has lasted. What was said, what is missing, a low start and a ceiling ring as ever. All other falls stay on the case's page, to be talked about.
 */
export function ringing<Found extends Signal>(signals: readonly Found[]): readonly Found[] {
  const expected = new Set(signals.filter((signal) => signal.kind === "expected-course").map(placeOf));
  return signals.filter((signal) => {
    const isShownOnly = shownOnly.includes(signal.kind);
    if (!isShownOnly && signal.kind !== "expected-course") return true;
    if (signal.weight === "note" || isPassingForTherapist(signal)) return false;
    return !isShownOnly || expected.has(placeOf(signal)) || isEarlyFall(signal);
  });
}

/** A therapist knows how they rated: their own fall rings once it has lasted, so that two chairs do not ring twice. */
function isPassingForTherapist({ rater, weight }: Signal): boolean {
  return rater === "therapist" && weight !== "persistent";
}

function isEarlyFall({ kind, session, figures }: Signal): boolean {
  return kind === "drop" && session <= earlyUntil && (figures.drop ?? 0) >= earlyFall;
}

function placeOf({ rater, instrument, scale, session }: Signal): string {
  return JSON.stringify([rater, instrument, scale, session]);
}
