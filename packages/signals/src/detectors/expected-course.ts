import { belowCourse, type Course, type ExpectedRating, type Point, type Series } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import { chanceOfScore } from "@concord/statistics/growth";
import { differentCriteria, expectedResponse, ruptureRepair, withinClient } from "../basis.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { detector, type Finding } from "../rule.ts";
import { partThatFellMost, watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, partOf, ratingOf, recoveryIn, whole } from "../words.ts";

const parameters = {
  /** An alert when the client is more likely below their course than on it … */
  probability: belowCourse,
  /** … and this rating itself is below what was expected, by so many normal scores. */
  belowBy: 1,
  /** Ratings before the tested one. */
  earlierRatings: minRatings - 1,
  /** The level is regained once a rating lies within so many scales of what was expected before the fall. */
  regainedWithin: 1,
  settledAfter: 6,
};

type Parameters = typeof parameters;

/** A rating that lies within its 95% range was not found by itself: the ratings before it count too. */
const withinRange = 1.96;

/**
 * Is the client below their own course?
 *
 * The expected course learns the client’s level, SD and lag-1 autocorrelation from rating to rating and looks one
 * session ahead. From it and from what ruptures are assumed to do to ratings follows the probability, after each
 * rating, that the client is below their course. So a decrease counts for more where ratings are steady, for less
 * where they vary or carry over from session to session, and several smaller ones count together. False-alarm and
 * detection rates on simulated courses: `concord calibrate`.
 */
export const expectedCourseRule = detector({
  id: "expected-course",
  version: "2.0.0",
  kind: "expected-course",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [expectedResponse, withinClient, differentCriteria, ruptureRepair],
  because: [
    "within-client-alliance-precedes-symptoms",
    "rupture-repair-relates-to-outcome",
    "session-drop-thresholds-are-provisional",
  ],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) =>
      departures(series, given).map((departure) => finding(course, series, departure)),
    ),
});

interface Departure {
  readonly points: readonly [Point, ...Point[]];
  readonly expected: ExpectedRating;
  /** Whether this rating alone shows it, or only together with the ones before. */
  readonly by: "one" | "several";
  readonly before: Point;
  readonly back: Point | null;
}

function departures(series: Series, given: Parameters): readonly Departure[] {
  const ratings = sessionRatings(series);
  const expected = series.expected?.ratings ?? [];
  const found: Departure[] = [];
  let i = given.earlierRatings;
  while (i < ratings.length) {
    const here = expected[i];
    if (here === undefined) break;
    if (here.belowProbability < given.probability || here.z > -given.belowBy) {
      i++;
      continue;
    }
    const { points, back, next } = stay(ratings, i, here, given);
    const by = here.z <= -withinRange ? "one" : "several";
    found.push({ points, expected: here, by, before: ratings[i - 1]!, back });
    i = next;
  }
  return found;
}

/** How long the ratings stay below, measured from what was expected when they left. */
function stay(
  ratings: readonly Point[],
  from: number,
  { expected, deviation }: ExpectedRating,
  given: Parameters,
): { readonly points: readonly [Point, ...Point[]]; readonly back: Point | null; readonly next: number } {
  const regained = expected - given.regainedWithin * deviation;
  const points: [Point, ...Point[]] = [ratings[from]!];
  let next = from + 1;
  while (next < ratings.length && points.length < given.settledAfter) {
    const point = ratings[next]!;
    if (point.percent >= regained) return { points, back: point, next };
    // A missing session ends the stay: nobody knows what was in between.
    if (point.session !== points.at(-1)!.session + 1) break;
    points.push(point);
    next++;
  }
  const back = ratings.slice(next).find((point) => point.percent >= regained) ?? null;
  return { points, back, next };
}

function finding(course: Course, series: Series, departure: Departure): Finding {
  const { points, expected, back, before } = departure;
  const [first] = points;
  const drop = expected.expected - first.percent;
  const part = partThatFellMost(
    course,
    series,
    before.session,
    first.session,
    before.percent - first.percent,
  );
  return {
    ...placeOf(series),
    weight: points.length >= 2 ? "persistent" : "credible",
    session: first.session,
    message: messageOf(series, departure, part, childCaution(course.ageBand, series.rater)),
    figures: {
      value: first.percent,
      expected: expected.expected,
      drop,
      z: expected.z,
      confidence: 1 - chanceOfScore(expected.z),
      deviation: expected.deviation,
      belowProbability: expected.belowProbability,
      cases: series.expected?.cases ?? 0,
    },
    length: points.length,
    ...(part === null ? {} : { part }),
    ...(back === null ? {} : { repairedAt: back.session }),
  };
}

function messageOf(
  series: Series,
  { points, expected, back, by }: Departure,
  part: string | null,
  caution: Text,
): StaffMessage {
  const [first] = points;
  const values = {
    rating: ratingOf(series),
    session: first.session,
    score: whole(first.percent),
    length: points.length,
    ...partOf(part),
    recovery: recoveryIn(back?.session),
    caution,
  };
  if (by === "several") return { id: "signals.expected-course.several", values };
  const source = series.expected?.standing === "learnt" ? "practice" : "assumed";
  return {
    id: "signals.expected-course.one",
    values: { ...values, source, expected: whole(expected.expected) },
  };
}
