import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, repairEpisodes, ruptureRepair } from "../basis.ts";
import { figuresOfFall } from "../decreases/figures.ts";
import { firstAtLeast, minRatings, placeOf, rounding, sessionRatings } from "../decreases/lines.ts";
import { deviationOf } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** In standard deviations of the client's own ratings. */
  deviations: 1,
  /** Repaired once back at this share of the rating before. */
  regainedShare: 0.95,
};

/**
 * Did a rating fall by a standard deviation of the client's own ratings since the session before?
 *
 * Repaired in the first later session with 95 of 100 of the rating before. With a threshold of one deviation about
 * every fourth step downwards of ordinary ratings counts: what it finds is a reason to look, seldom a rupture.
 */
export const strauss2006 = detector({
  id: "strauss2006",
  version: "1.0.0",
  kind: "rupture-shape",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [repairEpisodes, differentCriteria, ruptureRepair],
  because: ["rupture-repair-relates-to-outcome", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => fallsIn(course, series, given)),
});

function fallsIn(course: Course, series: Series, given: typeof parameters): readonly Finding[] {
  const ratings = sessionRatings(series);
  const deviation = deviationOf(ratings);
  if (ratings.length < minRatings || deviation === null || deviation === 0) return [];
  return unbrokenRuns(ratings).flatMap((run) =>
    run.flatMap((now, i) => {
      const before = run[i - 1];
      if (before === undefined || before.percent - now.percent < given.deviations * deviation - rounding)
        return [];
      const back = firstAtLeast(ratings, now.session, given.regainedShare * before.percent);
      return [finding(course, series, { before, now, back, deviation })];
    }),
  );
}

function finding(
  course: Course,
  series: Series,
  found: {
    readonly before: Point;
    readonly now: Point;
    readonly back: Point | undefined;
    readonly deviation: number;
  },
): Finding {
  const { before, now, back, deviation } = found;
  return {
    ...placeOf(series),
    weight: "credible",
    session: now.session,
    message: {
      id: "signals.strauss2006.found",
      values: {
        rating: ratingOf(series),
        before: whole(before.percent),
        now: whole(now.percent),
        session: now.session,
        recoverySession: back?.session ?? 0,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: figuresOfFall(before.percent, now.percent, deviation),
    ...(back === undefined ? {} : { repairedAt: back.session, length: back.session - now.session }),
  };
}
