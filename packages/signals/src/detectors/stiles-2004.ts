import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, repairShape, ruptureRepair } from "../basis.ts";
import { figuresOfFall } from "../decreases/figures.ts";
import { firstAtLeast, minRatings, placeOf, rounding, sessionRatings } from "../decreases/lines.ts";
import { deviationAroundTrend } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** In spreads of the client's own ratings around their own line. */
  deviations: 2,
  /** Within so many sessions after the fall the level before it must be reached again. */
  withinSessions: 3,
};

/**
 * A V: did a rating fall by two of the client's deviations and return within three sessions?
 *
 * The deviation is that around the client's own line on ln(session), from all ratings so far. What did not return is
 * not a V, and this rule does not see it; a V is known only once it has closed. Stiles et al. 2004 call their
 * criterion ad hoc and preliminary; that it was two deviations is inferred.
 */
export const stiles2004 = detector({
  id: "stiles2004",
  version: "1.0.0",
  kind: "rupture-shape",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [repairShape, differentCriteria, ruptureRepair],
  because: ["rupture-repair-relates-to-outcome", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => closedFalls(course, series, given)),
});

function closedFalls(course: Course, series: Series, given: typeof parameters): readonly Finding[] {
  const ratings = sessionRatings(series);
  if (ratings.length < minRatings) return [];
  const deviation = deviationAroundTrend(series, ratings);
  return unbrokenRuns(ratings).flatMap((run) =>
    run.flatMap((now, i) => {
      const before = run[i - 1];
      if (before === undefined) return [];
      const drop = before.percent - now.percent;
      if (drop < given.deviations * deviation - rounding || drop <= 0) return [];
      const after = run.slice(i + 1, i + 1 + given.withinSessions);
      const back = firstAtLeast(after, now.session, before.percent);
      return back === undefined ? [] : [finding(course, series, { before, now, back, deviation })];
    }),
  );
}

function finding(
  course: Course,
  series: Series,
  found: {
    readonly before: Point;
    readonly now: Point;
    readonly back: Point;
    readonly deviation: number;
  },
): Finding {
  const { before, now, back, deviation } = found;
  return {
    ...placeOf(series),
    weight: "credible",
    session: now.session,
    message: {
      id: "signals.stiles2004.found",
      values: {
        rating: ratingOf(series),
        before: whole(before.percent),
        now: whole(now.percent),
        session: now.session,
        back: whole(back.percent),
        backSession: back.session,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: figuresOfFall(before.percent, now.percent, deviation),
    length: back.session - now.session,
    repairedAt: back.session,
  };
}
