import { type Course, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, ruptureRepair } from "../basis.ts";
import { type Crisis, crisesIn } from "../decreases/crisis.ts";
import { figuresOfFall } from "../decreases/figures.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { deviationOf, pooledDeviation } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** k: one and two were both studied. */
  deviations: 2,
  /** The longest decline they saw. */
  longestDecline: 6,
  /** Ours: regained means back by this share of the fall. */
  regainedShare: 0.8,
};

/**
 * Did the ratings decline, in one session or over several, by more than both the client's own spread and the usual
 * client's would bring?
 *
 * threshold = max(k·s_w, k·s_p), the stricter of the two. A crisis runs from the local high down to its lowest rating
 * and back; number, magnitude and length are kept. Most frequent in the data of Gumz et al. was the simple V, then a
 * slow decline with a sudden repair.
 */
export const gumz2012 = detector({
  id: "gumz2012",
  version: "1.0.0",
  kind: "rupture-shape",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [differentCriteria, ruptureRepair],
  because: ["session-drop-thresholds-are-provisional", "rupture-repair-relates-to-outcome"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => {
      const ratings = sessionRatings(series);
      if (ratings.length < minRatings) return [];
      const spread = Math.max(deviationOf(ratings) ?? 0, pooledDeviation(series));
      const rule = { ...given, threshold: given.deviations * spread };
      const crises = unbrokenRuns(ratings).flatMap((run) => crisesIn(run, rule));
      return crises.map((crisis, i) => finding(course, series, crisis, { spread, number: i + 1 }));
    }),
});

function finding(
  course: Course,
  series: Series,
  crisis: Crisis,
  about: { readonly spread: number; readonly number: number },
): Finding {
  const { high, reached, lowest, regained } = crisis;
  const last = regained?.session ?? series.points.at(-1)!.session + 1;
  return {
    ...placeOf(series),
    weight: last - reached.session >= 2 ? "persistent" : "credible",
    session: reached.session,
    message: {
      id: "signals.gumz2012.found",
      values: {
        rating: ratingOf(series),
        high: whole(high.percent),
        highSession: high.session,
        low: whole(lowest.percent),
        lowSession: lowest.session,
        decline: crisis.declineSessions,
        recovery: crisis.repairSessions ?? 0,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: {
      ...figuresOfFall(high.percent, lowest.percent, about.spread),
      crisis: about.number,
      declineSessions: crisis.declineSessions,
      ...(crisis.repairSessions === null ? {} : { repairSessions: crisis.repairSessions }),
    },
    length: last - reached.session,
    ...(regained === null ? {} : { repairedAt: regained.session }),
  };
}
