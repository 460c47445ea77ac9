import type { Course } from "@concord/course";
import type { Signal } from "./signal.ts";

/** A rating counts as recent when at most this many ratings of the same chair are as new. */
export const recentRatings = 2;

/**
 * Which signals matter before the next session, and which are history?
 *
 * Counted in the ratings of the chair that raised the signal, so that a drop does not fade because its rater
 * fell silent. A signal is current while what it saw reaches into the last two ratings; a risk answer also
 * until the same form has been answered again.
 */
export function currentSignals(course: Course, signals: readonly Signal[]): readonly Signal[] {
  return signals.filter((signal) => isCurrent(course, signal));
}

function isCurrent(course: Course, signal: Signal): boolean {
  const end = signal.session + (signal.length ?? 1) - 1;
  if (signal.kind === "missing")
    return signal.repairedAt === undefined || end > course.sessions - recentRatings;
  const rated = sessionsRated(course, signal);
  const since = rated.filter((session) => session > end).length;
  if (since < recentRatings) return true;
  return signal.kind === "risk" && end > course.sessions - recentRatings;
}

function sessionsRated(course: Course, { rater, construct }: Signal): readonly number[] {
  const sessions = course.series
    .filter((series) => series.rater === rater && series.construct === construct)
    .flatMap((series) => series.points.map((point) => point.session));
  return [...new Set(sessions)];
}
