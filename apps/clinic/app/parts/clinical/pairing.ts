import type { Course, Pairing } from "@concord/course";

/** The two chairs side by side on the total; on another scale where there is no total. */
export function pairingOf(course: Course): Pairing | null {
  return course.pairings.find((pairing) => pairing.scale === "total") ?? course.pairings[0] ?? null;
}
