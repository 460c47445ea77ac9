import type { Signal } from "@concord/signals";

/** What a signal is called on the command line: `case:session:detector:rater:scale`. */
export function signalName(caseName: string, signal: Signal): string {
  return [caseName, signal.session, signal.detector, signal.rater, signal.scale].join(":");
}

/**
 * Whether a name, or the beginning of one up to a colon, means this signal: `c7` means all of case c7, `c7:3` those
 * of its third session. A case's own name may hold colons.
 */
export function names(wanted: string, caseName: string, signal: Signal): boolean {
  const full = signalName(caseName, signal);
  return full === wanted || full.startsWith(`${wanted}:`);
}
