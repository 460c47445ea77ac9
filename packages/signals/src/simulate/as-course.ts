import {
  type Course,
  type Estimate,
  type ExpectedModel,
  expectedCourse,
  modelFor,
  type Point,
  type Series,
} from "@concord/course";

const notAsked: Estimate = {
  kind: "none",
  reason: { id: "relationship.estimate.not-computed", values: {} },
  n: 0,
};
const line = { rater: "client", construct: "alliance", instrument: "simulated", scale: "total" } as const;

/**
 * Ratings from 0 to 100 as a course of one line: what the rules look at, and nothing they do not. With `steps` they are
 * whole answers from 0 to so many.
 */
export function courseOfRatings(
  ratings: readonly (number | null)[],
  learnt: readonly ExpectedModel[] = [],
  steps: number | null = null,
): Course {
  const maximum = steps ?? 100;
  const points = ratings.flatMap((percent, i): readonly Point[] =>
    percent === null
      ? []
      : [{ session: i + 1, value: steps === null ? percent : Math.round((percent * steps) / 100), percent }],
  );
  const model = modelFor(line, learnt);
  const series: Series = {
    ...line,
    better: "higher",
    minimum: 0,
    maximum,
    points,
    level: notAsked,
    slope: notAsked,
    withinDeviation: notAsked,
    autocorrelation: notAsked,
    ...(model === null ? {} : { expected: expectedCourse(points, model, { minimum: 0, maximum }) }),
  };
  return {
    case: "simulated",
    sessions: ratings.length,
    series: points.length === 0 ? [] : [series],
    phases: [],
    pairings: [],
    missed: [],
    notAttended: [],
    changes: [],
    readiness: null,
    outcomes: [],
    risks: [],
    version: "simulated",
  };
}

/** The same course as it stood after a session. What was expected then rests on earlier ratings, and stays. */
export function upTo(course: Course, session: number): Course {
  return {
    ...course,
    sessions: session,
    series: course.series.flatMap((series): readonly Series[] => {
      const count = series.points.findIndex((point) => point.session > session);
      const length = count < 0 ? series.points.length : count;
      if (length === 0) return [];
      const { expected } = series;
      return [
        {
          ...series,
          points: series.points.slice(0, length),
          ...(expected === undefined
            ? {}
            : { expected: { ...expected, ratings: expected.ratings.slice(0, length) } }),
        },
      ];
    }),
  };
}
