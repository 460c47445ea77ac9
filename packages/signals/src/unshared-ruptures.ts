import type { Course, Rater } from "@concord/course";
import { isTension, perhapsShare, tensionShare } from "./tension.ts";

/** A session in which one chair reported tension and another did not. */
export interface MissedRupture {
  readonly session: number;
  readonly reportedBy: Rater;
  readonly notBy: Rater;
  /** The other answered that there was none, or gave no answer. */
  readonly other: "saw-none" | "no-answer";
}

/**
 * Which ruptures did one of the two report and the other not?
 *
 * Whether a therapist notices a rupture bears on what follows, so each side is shown: what the client reported and the
 * therapist did not see, and the reverse. An observer's word is set against both. Where a chair is never asked,
 * nothing is said of it.
 */
export function missedRuptures(course: Course): readonly MissedRupture[] {
  const asked = course.series.filter((series) => isTension(course, series));
  return asked
    .flatMap((own) =>
      own.points
        .filter((point) => tensionShare(own, point) >= perhapsShare)
        .flatMap((point) =>
          asked
            .filter((other) => other.rater !== own.rater && other.rater !== "observer")
            .flatMap((other): readonly MissedRupture[] => {
              const answer = other.points.find((each) => each.session === point.session);
              if (answer !== undefined && tensionShare(other, answer) >= perhapsShare) return [];
              return [
                {
                  session: point.session,
                  reportedBy: own.rater,
                  notBy: other.rater,
                  other: answer === undefined ? "no-answer" : "saw-none",
                },
              ];
            }),
        ),
    )
    .sort((a, b) => a.session - b.session);
}
