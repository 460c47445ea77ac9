import type { Course } from "@concord/course";
import type { Signal } from "./signal.ts";

/** A rating counts as recent when at most this many ratings of the same chair are as new. */
const recentRatings = 2;

/**
 * Which signals matter before the next session, and which are history?
 *
 * Counted in the ratings of the chair that raised the signal, so that a drop does not fade because its rater
 * fell silent: a signal is current while what it saw reaches into the last two of them. A risk answer waits
 * for two more answers to the same form, and is current in the last two sessions in any case. What is missing
 * is current until it is back.
 */
export function currentSignals(course: Course, signals: readonly Signal[]): readonly Signal[] {
  return signals.filter((signal) => isCurrent(course, signal));
}

/** Returns whether a signal matters before the next session. */
export function isCurrent(course: Course, signal: Signal): boolean {
  const end = signal.session + (signal.length ?? 1) - 1;
  const recentSessions = end > course.sessions - recentRatings;
  if (signal.kind === "missing") return signal.repairedAt === undefined || recentSessions;
  if (signal.kind === "risk" && recentSessions) return true;
  return ratedSince(course, signal, end) < recentRatings;
}

function ratedSince(course: Course, { kind, rater, construct, instrument }: Signal, end: number): number {
  const sessions = course.series
    .filter((series) =>
      kind === "risk"
        ? series.rater === rater && series.instrument === instrument
        : series.rater === rater && series.construct === construct,
    )
    .flatMap((series) => series.points.map((point) => point.session).filter((session) => session > end));
  return new Set(sessions).size;
}
