import type { Course, Series } from "./course.ts";

/**
 * The one line that stands for a case where there is room for one: the alliance as the client rates it, in
 * total.
 *
 * Without a total, the first scale there is; without a client's form, the caregiver's, then the therapist's.
 * Of several forms the one rated most recently. In a group without alliance forms, cohesion. Null without
 * any.
 */
export function leadSeries(course: Course): Series | null {
  for (const construct of ["alliance", "cohesion"] as const) {
    for (const rater of ["client", "caregiver", "member", "therapist", "observer"] as const) {
      const own = course.series.filter((series) => series.construct === construct && series.rater === rater);
      const totals = own.filter((series) => series.scale === "total");
      const found = latest(totals.length > 0 ? totals : own);
      if (found !== null) return found;
    }
  }
  return null;
}

function latest(series: readonly Series[]): Series | null {
  return series.reduce<Series | null>(
    (best, own) =>
      best === null || (own.points.at(-1)?.session ?? 0) > (best.points.at(-1)?.session ?? 0) ? own : best,
    null,
  );
}
