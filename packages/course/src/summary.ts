import type { StaffMessage } from "@concord/messages";
import { individualsLimits } from "@concord/statistics/change";
import { summarizeInformants } from "./age/informants.ts";
import type { Course, Point, Series } from "./course.ts";
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

/** Fewest earlier steps from which a client's usual step is judged. */
const fewestSteps = 3;

/**
 * Returns the first, the previous and the latest alliance rating, with a message that describes them.
 *
 * The latest change is compared with the client's own earlier changes from session to session: two independent
 * ratings of one level differ by less than 1.96 · √2 · (mean moving range / 1.128) in 95 of 100 pairs. A usual
 * change must not reassure where small changes have led far from the first rating: then that difference is named too.
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
