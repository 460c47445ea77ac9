import type { Course } from "@concord/course";
import { findInstrument } from "@concord/instruments";

/** Readable names for the instruments of a course, by id. */
export function titlesOf(course: Course): Readonly<Record<string, string>> {
  const ids = new Set([...course.series, ...course.changes].map((each) => each.instrument));
  return Object.fromEntries([...ids].map((id) => [id, findInstrument(id)?.shortTitle ?? id]));
}
