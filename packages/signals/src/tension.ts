import type { Course, Point, Series } from "@concord/course";

/** From this share of the tension question's range on, the answer is a perhaps; at the end of it a yes. */
export const perhapsShare = 50;

/** The question whether there was tension: by its name, or the only one a form has. */
export function isTension(course: Course, series: Series): boolean {
  if (series.construct !== "rupture" || series.better === "higher") return false;
  const siblings = course.series.filter(
    (other) => other.instrument === series.instrument && other.rater === series.rater,
  );
  return series.scale === "tension" || siblings.length === 1;
}

/** Where the raw answer lies in its range; not turned, because a high answer to the question means yes. */
export function tensionShare({ minimum, maximum }: Series, point: Point): number {
  return (100 * (point.value - minimum)) / (maximum - minimum);
}
