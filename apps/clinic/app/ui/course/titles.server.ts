import type { Course } from "@concord/course";
import { findInstrument } from "@concord/instruments";

/** Readable names for the instruments of a course, by id. */
export function titlesOf(course: Course): Readonly<Record<string, string>> {
  const ids = new Set([...course.series, ...course.changes].map((each) => each.instrument));
  return Object.fromEntries([...ids].map((id) => [id, findInstrument(id)?.shortTitle ?? id]));
}

/** The same lines under their instruments' short titles: in a list of one case the long ones say too much. */
export function shortlyTitled<Line extends { readonly instrument: string; readonly title: string }>(
  lines: readonly Line[],
): readonly Line[] {
  return lines.map((line) => ({ ...line, title: findInstrument(line.instrument)?.shortTitle ?? line.title }));
}
