import type { Course, Rater, Series } from "@concord/course";

/** Whose ratings of the alliance are watched for falls: those who were in the room, or answer for a child who was. */
export const watchedRaters = ["client", "caregiver", "therapist"] as const satisfies readonly Rater[];

/**
 * The alliance lines a detector looks at: each form's total, or every scale of a form that has none.
 *
 * Parts are left to the sentence ("most of it in goals"): four tests of one session would raise four times
 * the false alarms. Lines without a wished-for end are not watched.
 */
export function watchedSeries(course: Course, raters: readonly Rater[]): readonly Series[] {
  const alliance = course.series.filter(
    (series) =>
      series.construct === "alliance" && series.better !== "neither" && raters.includes(series.rater),
  );
  return alliance.filter(
    (series) =>
      series.scale === "total" ||
      !alliance.some(
        (other) =>
          other.scale === "total" && other.instrument === series.instrument && other.rater === series.rater,
      ),
  );
}

/**
 * The part of the form that moved most between two sessions, if one clearly did: at least a quarter beyond
 * the total.
 */
export function partThatFellMost(
  course: Course,
  whole: Series,
  before: number,
  now: number,
  drop: number,
): string | null {
  const falls = course.series
    .filter(
      (part) =>
        part.scale !== whole.scale &&
        part.construct === whole.construct &&
        part.instrument === whole.instrument &&
        part.rater === whole.rater &&
        part.better !== "neither",
    )
    .flatMap((part) => {
      const from = part.points.find((point) => point.session === before);
      const to = part.points.find((point) => point.session === now);
      return from === undefined || to === undefined
        ? []
        : [{ scale: part.scale, fall: from.percent - to.percent }];
    })
    .sort((a, b) => b.fall - a.fall);
  const [most, next] = falls;
  if (most === undefined || next === undefined) return null;
  return most.fall >= 1.25 * drop && most.fall > next.fall ? most.scale : null;
}
