import type { StaffMessage } from "@concord/messages";
import { individualsLimits } from "@concord/statistics/change";
import { summarizeInformants } from "./age/informants.ts";
import type { Course, Point, Series } from "./course.ts";
import type { ExpectedRating } from "./expected/expected-course.ts";
import { belowCourse } from "./expected/expected-model.ts";
import { leadSeries } from "./lead-series.ts";
import { unbrokenRuns } from "./runs.ts";

/** Three time points and the message that describes them. `last` is the rating before `now`. */
export interface FirstLastNow {
  readonly message: StaffMessage;
  readonly first: Moment | null;
  readonly last: Moment | null;
  readonly now: Moment | null;
}

export interface Moment {
  readonly session: number;
  readonly percent: number;
}

/** Fewest earlier steps from which a client's usual step is judged, and ratings before an expected range is named. */
const fewestSteps = 3;

/**
 * Returns the first, the previous and the latest alliance rating, with a message that describes them.
 *
 * The latest rating is compared with the range expected from the ratings before it, the same that the alert and the chart
 * use; while the client is below their course nothing reassures. A rating in its range must not reassure either where
 * small changes have led far from the first rating: then that difference is named too.
 *
 * Where no course is expected (cohesion) the latest change is compared with the earlier changes from session to
 * session: two independent ratings of one level differ by less than 1.96 · √2 · (mean moving range / 1.128) in 95 of 100
 * pairs.
 */
export function summarise(course: Course): FirstLastNow {
  const series = leadSeries(course);
  const [first, last, now] = [series?.points[0], series?.points.at(-2), series?.points.at(-1)];
  if (series === null || first === undefined || now === undefined) {
    return { message: { id: "summary.none", values: {} }, first: null, last: null, now: null };
  }
  const isLater = course.sessions > now.session;
  return {
    message: {
      id: "summary.text",
      values: {
        opening: openingOf(series, first, last, now),
        change: last === undefined ? "" : changeOf(series, first, last, now),
        later: isLater ? { id: "summary.later", values: { session: now.session } } : "",
        others: otherRaters(course, series) ?? "",
      },
    },
    first: momentOf(first),
    last: last === undefined ? null : momentOf(last),
    now: momentOf(now),
  };
}

function openingOf(series: Series, first: Point, last: Point | undefined, now: Point): StaffMessage {
  const { rater } = series;
  const construct = series.construct === "cohesion" ? "cohesion" : "alliance";
  const values = { rater, construct, now: whole(now) } as const;
  if (last === undefined) return { id: "summary.opening.one", values: { ...values, session: now.session } };
  const all = { ...values, first: whole(first), session: first.session };
  return first === last
    ? { id: "summary.opening.two", values: all }
    : { id: "summary.opening.several", values: { ...all, previous: whole(last) } };
}

/** A young child's own rating is never shown without those of the others. */
function otherRaters(course: Course, lead: Series): StaffMessage | null {
  const reading = lead.rater === "client" ? summarizeInformants(course) : null;
  if (reading?.ageBand !== "child") return null;
  if (reading.stands === "alone") return { id: "summary.child.alone", values: {} };
  const ratings = reading.chairs.flatMap(({ rater, latest }): readonly StaffMessage[] =>
    rater === "client" || latest === null
      ? []
      : [
          {
            id: "summary.child.rating",
            values: { rater, score: Math.round(latest.percent), session: latest.session },
          },
        ],
  );
  return { id: "summary.child.others", values: { ratings } };
}

function changeOf(series: Series, first: Point, last: Point, now: Point): StaffMessage {
  const here = series.expected?.ratings.at(-1);
  return here === undefined || here.session !== now.session
    ? changeWithoutCourse(series, first, last, now)
    : changeOnCourse(series, here, first, last, now);
}

function changeOnCourse(
  series: Series,
  { lower, upper, expected, belowProbability }: ExpectedRating,
  first: Point,
  last: Point,
  now: Point,
): StaffMessage {
  const range = { low: within(lower), high: within(upper) };
  const earlier = series.points.filter(({ session }) => session > 0).length - 1;
  const skipped = now.session - last.session - 1;
  if (earlier >= fewestSteps) {
    if (now.percent < lower) return { id: "summary.change.below", values: range };
    if (belowProbability >= belowCourse && now.percent < expected)
      return { id: "summary.change.probably-below", values: {} };
  }
  if (skipped !== 0) return { id: "summary.change.gap", values: { count: skipped } };
  if (earlier < fewestSteps) {
    return whole(now) === whole(last)
      ? { id: "summary.change.none", values: {} }
      : { id: "summary.change.few", values: {} };
  }
  if (now.percent > upper) return { id: "summary.change.above", values: range };
  const isFar = first !== last && Math.abs(now.percent - first.percent) > (Math.SQRT2 * (upper - lower)) / 2;
  if (isFar) return { id: "summary.change.expected-far", values: range };
  return whole(now) === whole(last)
    ? { id: "summary.change.none", values: {} }
    : { id: "summary.change.expected", values: range };
}

/** A limit as it is shown: a whole number that a rating can have. */
function within(limit: number): number {
  return Math.round(Math.min(100, Math.max(0, limit))) + 0;
}

function changeWithoutCourse(series: Series, first: Point, last: Point, now: Point): StaffMessage {
  const change = Math.abs(now.percent - last.percent);
  if (whole(now) === whole(last)) return { id: "summary.change.none", values: {} };
  const skipped = now.session - last.session - 1;
  if (skipped !== 0) return { id: "summary.change.gap", values: { count: skipped } };
  const before = series.points.slice(0, -1);
  const limits = individualsLimits(unbrokenRuns(before).map((run) => run.map((point) => point.percent)));
  if (limits.kind !== "limits" || limits.movingRanges < fewestSteps)
    return { id: "summary.change.few", values: {} };
  const usual = 1.96 * Math.SQRT2 * limits.deviation;
  const values = { whose: series.rater === "client" ? "client" : "others" };
  if (change > usual) return { id: "summary.change.larger", values };
  const isFar = first !== last && Math.abs(now.percent - first.percent) > usual;
  return isFar ? { id: "summary.change.far", values } : { id: "summary.change.usual", values };
}

function whole(point: Point): number {
  return Math.round(point.percent) + 0;
}

function momentOf({ session, percent }: Point): Moment {
  return { session, percent };
}
