import { type Course, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, ruptureRepair } from "../basis.ts";
import { type Crisis, crisesIn } from "../falls/crisis.ts";
import { figuresOfFall } from "../falls/figures.ts";
import { fewestRatings, placeOf, sessionRatings } from "../falls/lines.ts";
import { deviationOf, pooledDeviation } from "../falls/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, sessionsWord, whole } from "../words.ts";

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
  title: "A crisis in one session or several (Gumz 2012)",
  question:
    "Did the ratings decline by more than two deviations, this client's and the usual client's alike?",
  parameters,
  provisional: true,
  fewest: fewestRatings,
  basis: [differentCriteria, ruptureRepair],
  because: ["session-drop-thresholds-are-provisional", "rupture-repair-relates-to-outcome"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => {
      const ratings = sessionRatings(series);
      if (ratings.length < fewestRatings) return [];
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
    sentence:
      `${ratingOf(series)} went down from ${whole(high.percent)} at session ${high.session} to ` +
      `${whole(lowest.percent)} at session ${lowest.session}: ${shapeWords(crisis)}.` +
      childCaution(course.ageBand, series.rater),
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

/** The shape, as far as it has been seen: sudden or slow on each side, or open. */
function shapeWords({ declineSessions, repairSessions }: Crisis): string {
  const down =
    declineSessions === 1 ? "a sudden fall" : `a slow decline over ${sessionsWord(declineSessions)}`;
  if (repairSessions === null) return `${down} that has not been regained so far`;
  const up = repairSessions === 1 ? "a sudden return" : `a slow return over ${sessionsWord(repairSessions)}`;
  return `${down}, and ${up}`;
}
