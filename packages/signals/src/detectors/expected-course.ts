import type { Course, ExpectedRating, Point, Series } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import { chanceOfScore } from "@concord/statistics/growth";
import { differentCriteria, expectedResponse, ruptureRepair, withinClient } from "../basis.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { detector, type Finding } from "../rule.ts";
import { partThatFellMost, watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, partOf, ratingOf, recoveryIn, whole } from "../words.ts";

const parameters = {
  /** One rating so many normal scores below what was expected. */
  alarm: 2,
  /** Or several below it in sum: each counts by what it lies below by more than this … */
  slack: 0.3,
  /** … until the sum has come to this. */
  sum: 3,
  /** Ratings before the tested one. */
  earlierRatings: minRatings - 1,
  /** The level is regained once a rating lies within so many scales of what was expected before the fall. */
  regainedWithin: 1,
  settledAfter: 6,
};

type Parameters = typeof parameters;

/**
 * Has a rating left the band in which it was to be expected?
 *
 * The band is learnt from the practice's own cases, or stands on a prior until there are enough; it is the client's
 * own from the first rating on, carries over what was left from the last session, and looks one session ahead. A
 * rating below it by the alarm's score rings, and so does a sum of smaller ones (a one-sided cumulative sum, Page
 * 1954). The thresholds were chosen on simulated courses, and are reported on others: `concord calibrate`.
 */
export const expectedCourseRule = detector({
  id: "expected-course",
  version: "1.0.0",
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
  /** The score of the rating that rang, or the sum that did. */
  readonly by: "one" | "several";
  readonly sum: number;
  readonly before: Point;
  readonly back: Point | null;
}

function departures(series: Series, given: Parameters): readonly Departure[] {
  const ratings = sessionRatings(series);
  const expected = series.expected?.ratings ?? [];
  const found: Departure[] = [];
  let sum = 0;
  let i = 0;
  while (i < ratings.length) {
    const here = expected[i];
    if (here === undefined) break;
    sum = i < given.earlierRatings ? 0 : Math.max(0, sum - here.z - given.slack);
    const by =
      i < given.earlierRatings ? null : here.z <= -given.alarm ? "one" : sum >= given.sum ? "several" : null;
    if (by === null) {
      i++;
      continue;
    }
    const { points, back, next } = stay(ratings, i, here, given);
    found.push({ points, expected: here, by, sum, before: ratings[i - 1]!, back });
    sum = 0;
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
  const { points, expected, back, before, by } = departure;
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
      ...(by === "several" ? { sum: departure.sum } : {}),
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
