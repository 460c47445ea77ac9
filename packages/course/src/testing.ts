/** Ratings made up for tests: `@concord/course/testing`. */
import type { DatedScore } from "./course.ts";

/** Scores of one scale, session 1 onward; null where the form is missing. */
export function rated(
  values: readonly (number | null)[],
  about: Partial<DatedScore> = {},
): readonly DatedScore[] {
  return values.flatMap((value, i) =>
    value === null
      ? []
      : [
          {
            session: i + 1,
            rater: "client",
            construct: "alliance",
            instrument: "made-up-form",
            scale: "total",
            minimum: 0,
            maximum: 100,
            better: "higher",
            ...about,
            value,
          },
        ],
  );
}
