import { type Course, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, repairInHalf, ruptureRepair } from "../basis.ts";
import { type Crisis, crisesIn } from "../decreases/crisis.ts";
import { figuresOfFall } from "../decreases/figures.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { pooledDeviation } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** One point on items from 1 to 7, in hundredths of the range. */
  fallShare: 100 / 6,
  /** Most of the fall. */
  regainedShare: 0.75,
  withinSessions: 5,
  longestDecline: 6,
};

/**
 * Did the mean rating fall by a point of seven from its local high, and was most of it regained within five sessions?
 *
 * Only what returns counts, so it is known late. Stevens et al. found such a fall and return in half of 44 cases; it
 * went with outcome no more than growth did, the level did.
 */
export const stevens2007 = detector({
  id: "stevens2007",
  version: "1.0.0",
  kind: "rupture-shape",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [repairInHalf, differentCriteria, ruptureRepair],
  because: ["rupture-repair-relates-to-outcome", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => {
      const ratings = sessionRatings(series);
      if (ratings.length < minRatings) return [];
      return unbrokenRuns(ratings)
        .flatMap((run) => crisesIn(run, { ...given, threshold: given.fallShare }))
        .flatMap((crisis) => {
          const { regained, repairSessions } = crisis;
          return regained === null || (repairSessions ?? Number.POSITIVE_INFINITY) > given.withinSessions
            ? []
            : [finding(course, series, crisis, regained.session)];
        });
    }),
});

function finding(course: Course, series: Series, crisis: Crisis, regainedAt: number): Finding {
  const { high, lowest, reached, repairSessions } = crisis;
  const spread = pooledDeviation(series);
  return {
    ...placeOf(series),
    weight: "credible",
    session: reached.session,
    message: {
      id: "signals.stevens2007.found",
      values: {
        rating: ratingOf(series),
        high: whole(high.percent),
        low: whole(lowest.percent),
        session: lowest.session,
        length: repairSessions ?? 1,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: figuresOfFall(high.percent, lowest.percent, spread),
    length: regainedAt - reached.session,
    repairedAt: regainedAt,
  };
}
