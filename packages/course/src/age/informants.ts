import type { AgeBand, Rater } from "@concord/instruments";
import type { Course, Series } from "../course.ts";

/** What one chair said of the alliance last. */
export interface RaterShape {
  readonly rater: Rater;
  readonly latest: { readonly session: number; readonly percent: number } | null;
  readonly ratings: number;
}

/** Two sides that belong to work with adolescents: being part of it, and a therapist who responds. */
export interface YouthSide {
  readonly scale: "involvement" | "responsiveness";
  readonly first: { readonly session: number; readonly percent: number };
  readonly latest: { readonly session: number; readonly percent: number };
  readonly ratings: number;
}

export interface InformantSummary {
  readonly ageBand: AgeBand;
  readonly chairs: readonly RaterShape[];
  /** `alone`: under 11, with nothing but the child's own form to go by. */
  readonly stands: "beside-others" | "alone" | "no-own-form";
  /** Chairs that could be asked and have said nothing lately. */
  readonly silent: readonly Rater[];
  readonly sides: readonly YouthSide[];
}

/** A word from another chair counts as beside the child's for this many sessions. */
const recentSessions = 4;

/**
 * Whose views of the alliance with a child or an adolescent are there, and may the young person's own stand?
 *
 * Under 11 the child's own form did not agree with observers and therapists, from 11 on it did (N = 50,
 * https://pmc.ncbi.nlm.nih.gov/articles/PMC5587348): a child's marks are read beside a caregiver's, a therapist's
 * or an observer's from the last sessions, or not at all. Null for adults.
 */
export function summarizeInformants(course: Course): InformantSummary | null {
  const { ageBand } = course;
  if (ageBand === undefined || ageBand === "adult") return null;
  const asked: readonly Rater[] = ["client", "caregiver", "therapist", "observer"];
  const chairs = asked.map((rater) => chairOf(course, rater));
  const isRecent = ({ latest }: RaterShape) =>
    latest !== null && course.sessions - latest.session < recentSessions;
  const own = chairs.find((each) => each.rater === "client");
  const others = chairs.filter((each) => each.rater !== "client");
  return {
    ageBand,
    chairs: chairs.filter((each) => each.rater !== "observer" || each.ratings > 0),
    stands:
      own === undefined || own.latest === null
        ? "no-own-form"
        : ageBand === "child" && !others.some(isRecent)
          ? "alone"
          : "beside-others",
    silent: others.filter((each) => each.rater !== "observer" && !isRecent(each)).map((each) => each.rater),
    sides: ageBand === "adolescent" ? youthSides(course) : [],
  };
}

function chairOf(course: Course, rater: Rater): RaterShape {
  const own = course.series.filter((each) => each.construct === "alliance" && each.rater === rater);
  const totals = own.filter((each) => each.scale === "total");
  const series = latestOf(totals.length > 0 ? totals : own);
  const point = series?.points.at(-1);
  return {
    rater,
    latest: point === undefined ? null : { session: point.session, percent: point.percent },
    ratings: series?.points.length ?? 0,
  };
}

function latestOf(series: readonly Series[]): Series | null {
  const last = (each: Series) => each.points.at(-1)?.session ?? -1;
  return series.toSorted((a, b) => last(b) - last(a))[0] ?? null;
}

function youthSides(course: Course): readonly YouthSide[] {
  return (["involvement", "responsiveness"] as const).flatMap((scale) => {
    const series = course.series.find((each) => each.rater === "client" && each.scale === scale);
    const [first, latest] = [series?.points[0], series?.points.at(-1)];
    if (series === undefined || first === undefined || latest === undefined) return [];
    const moment = ({ session, percent }: { readonly session: number; readonly percent: number }) => ({
      session,
      percent,
    });
    return [{ scale, first: moment(first), latest: moment(latest), ratings: series.points.length }];
  });
}
