import { individualsLimits } from "@concord/statistics/change";
import { summarizeInformants } from "./age/informants.ts";
import type { Course, Point, Series } from "./course.ts";
import { leadSeries } from "./lead-series.ts";
import { unbrokenRuns } from "./runs.ts";

/** Three time points and the one sentence that says them. `last` is the rating before `now`. */
export interface FirstLastNow {
  readonly sentence: string;
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

const chairs = {
  client: "the client rates",
  caregiver: "the caregiver rates",
  therapist: "the therapist rates",
  observer: "the observer rates",
  member: "the members rate",
} as const;

/**
 * First, last, now: how does the alliance look, in one or two plain sentences?
 *
 * The newest step is held against the client's own earlier steps from session to session: two independent
 * ratings of one level differ by less than 1.96 · √2 · (mean moving range / 1.128) in 95 of 100 pairs. A common
 * step must not comfort where small steps have led far from the first rating: then the distance is named too.
 */
export function summarise(course: Course): FirstLastNow {
  const series = leadSeries(course);
  if (series === null) {
    return { sentence: "There is no rating of the alliance yet.", first: null, last: null, now: null };
  }
  const { points } = series;
  const [first, last, now] = [points[0], points.at(-2), points.at(-1)];
  if (first === undefined || now === undefined) {
    return { sentence: "There is no rating of the alliance yet.", first: null, last: null, now: null };
  }
  const what = series.construct === "cohesion" ? "Cohesion" : "Alliance";
  const opening = `${what} as ${chairs[series.rater]} it, out of 100`;
  const sentences =
    last === undefined
      ? [`${opening}: ${whole(now)} at ${ordinal(now)}, the only rating so far.`]
      : [`${opening}: ${earlier(first, last)}, ${whole(now)} now.`, stepSentence(series, first, last, now)];
  const gap = course.sessions - now.session;
  if (gap > 0) sentences.push(`That rating is from session ${now.session}; nothing newer has come in.`);
  const beside = besideChild(course, series);
  if (beside !== null) sentences.push(beside);
  return {
    sentence: sentences.join(" "),
    first: momentOf(first),
    last: last === undefined ? null : momentOf(last),
    now: momentOf(now),
  };
}

/** A child's own marks never stand alone: what the others say is said in the same breath. */
function besideChild(course: Course, lead: Series): string | null {
  const reading = lead.rater === "client" ? summarizeInformants(course) : null;
  if (reading?.ageBand !== "child") return null;
  if (reading.stands === "alone") {
    return "At this age that says little alone, and nobody else has rated lately.";
  }
  const others = reading.chairs.flatMap(({ rater, latest }) =>
    rater === "client" || latest === null
      ? []
      : [`the ${rater} ${Math.round(latest.percent)} in session ${latest.session}`],
  );
  return `At this age it is read beside the others: ${others.join(", ")}.`;
}

function earlier(first: Point, last: Point): string {
  if (first === last) return `${whole(first)} at ${ordinal(first)}`;
  return `${whole(first)} at ${ordinal(first)}, ${whole(last)} last time`;
}

function stepSentence(series: Series, first: Point, last: Point, now: Point): string {
  const step = Math.abs(now.percent - last.percent);
  if (Math.round(now.percent) === Math.round(last.percent)) return "Little has moved since last time.";
  const before = series.points.slice(0, -1);
  const limits = individualsLimits(unbrokenRuns(before).map((run) => run.map((point) => point.percent)));
  const whose = series.rater === "client" ? "this client's ratings" : "these ratings";
  if (now.session !== last.session + 1) {
    return `Between the two, ${between(last, now)} not rated, so the step says less than its size.`;
  }
  if (limits.kind !== "limits" || limits.movingRanges < fewestSteps) {
    return "There are too few ratings to say whether a step of this size is unusual here.";
  }
  const usual = 1.96 * Math.SQRT2 * limits.deviation;
  const larger = step > usual;
  const since = `The step since last time is ${larger ? "larger than is usual" : "a common one"} in ${whose}`;
  const far = first !== last && Math.abs(now.percent - first.percent) > usual;
  if (larger || !far) return `${since}.`;
  return `${since}; the distance from the first is more than such ups and downs explain.`;
}

function between(last: Point, now: Point): string {
  const skipped = now.session - last.session - 1;
  return skipped === 1 ? "one session was" : `${skipped} sessions were`;
}

function ordinal(point: Point): string {
  if (point.session === 0) return "intake";
  return point.session === 1 ? "the first session" : `session ${point.session}`;
}

function whole(point: Point): string {
  return String(Math.round(point.percent));
}

function momentOf({ session, percent }: Point): Moment {
  return { session, percent };
}
