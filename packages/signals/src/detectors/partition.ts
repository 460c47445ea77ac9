import type { Course, Point, Series } from "@concord/course";
import { leastSquaresBreaks } from "@concord/statistics/change";
import { breakPoints, differentCriteria, individualControlChart, withinClient } from "../basis.ts";
import { placeOf, sessionRatings } from "../decreases/lines.ts";
import { meanOf } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** The shortest stretch that counts as a level. */
  shortest: 3,
  /** Breaks beyond this number are not tried. */
  mostBreaks: 5,
  /** A lower level must lie at least this much lower, in hundredths of the range. */
  leastFall: 5,
};

/**
 * Seen over all ratings so far: where does a lower level begin?
 *
 * The ratings are divided into levels by least squares, as many as the BIC allows (Bai and Perron), each of three
 * ratings or more. Levels do not rest on neighbouring sessions, so a missing one does not part them. A break may move
 * as more ratings come in, and a new level is seen only once it has lasted three sessions.
 */
export const partition = detector({
  id: "partition",
  version: "1.0.0",
  kind: "level-change",
  parameters,
  provisional: true,
  fewest: 6,
  basis: [breakPoints, individualControlChart, differentCriteria, withinClient],
  because: ["within-client-alliance-precedes-symptoms", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => stepsDown(course, series, given)),
});

function stepsDown(course: Course, series: Series, given: typeof parameters): readonly Finding[] {
  const ratings = sessionRatings(series);
  if (ratings.length < 2 * given.shortest) return [];
  const breaks = leastSquaresBreaks(
    ratings.map((point) => point.percent),
    { minimumLength: given.shortest, most: given.mostBreaks },
  );
  if (breaks.kind !== "breaks" || breaks.chosen.starts.length === 0) return [];
  const { starts, bic, residualSumOfSquares } = breaks.chosen;
  const levels = [0, ...starts].map((from, i) => ratings.slice(from, starts[i] ?? ratings.length));
  const spread = Math.sqrt(residualSumOfSquares / Math.max(1, ratings.length - levels.length));
  // Weight of the evidence for having breaks at all, by the approximation exp(−BIC / 2).
  const confidence = 1 / (1 + Math.exp((bic - breaks.byCount[0]!.bic) / 2));
  return levels.flatMap((level, i) => {
    const before = levels[i - 1];
    if (before === undefined || meanOf(before) - meanOf(level) < given.leastFall) return [];
    return [finding(course, series, { before, level, later: levels.slice(i + 1), spread, confidence })];
  });
}

function finding(
  course: Course,
  series: Series,
  found: {
    readonly before: readonly Point[];
    readonly level: readonly Point[];
    readonly later: readonly (readonly Point[])[];
    readonly spread: number;
    readonly confidence: number;
  },
): Finding {
  const from = meanOf(found.before);
  const to = meanOf(found.level);
  const first = found.level[0]!;
  const back = found.later.find((level) => meanOf(level) >= from - 0.2 * (from - to))?.[0];
  const z = found.spread === 0 ? null : (to - from) / found.spread;
  return {
    ...placeOf(series),
    weight: "persistent",
    session: first.session,
    message: {
      id: "signals.partition.found",
      values: {
        rating: ratingOf(series),
        session: first.session,
        before: whole(from),
        after: whole(to),
        recovery:
          back === undefined ? "" : { id: "signals.partition.recovery", values: { session: back.session } },
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: {
      value: to,
      expected: from,
      drop: from - to,
      ...(z === null ? {} : { z }),
      confidence: found.confidence,
    },
    length: found.level.at(-1)!.session - first.session + 1,
    ...(back === undefined ? {} : { repairedAt: back.session }),
  };
}
