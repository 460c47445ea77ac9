import type { Course, Point, Series } from "@concord/course";
import { chanceOfScore } from "@concord/statistics/growth";
import { differentCriteria, stateAndTrait, withinClient } from "../basis.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { deviationOf, meanOf } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** Below the client's own mean by so many of their standard deviations. */
  deviations: 1,
  strongDeviations: 2,
  /** Ratings before the tested one. */
  earlierRatings: minRatings - 1,
  settledAfter: 6,
};

type Parameters = typeof parameters;

/**
 * Is the alliance lower than is usual for this client?
 *
 * state_t = y_t − mean of the client's earlier ratings, in their standard deviation. Below one deviation is a note,
 * below two it is credible, and persistent when it stays there. From the ratings before alone: a later rating changes
 * nothing. Where the earlier ratings are all alike nothing can be said.
 */
export const stateLike = detector({
  id: "state-like",
  version: "1.0.0",
  kind: "below-usual",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [stateAndTrait, withinClient, differentCriteria],
  because: ["within-client-alliance-precedes-symptoms", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) =>
      stretches(series, given).map((stretch) => finding(course, series, stretch)),
    ),
});

interface Low {
  readonly point: Point;
  readonly z: number;
  readonly usual: number;
}

interface Stretch {
  readonly lows: readonly [Low, ...Low[]];
  readonly strong: number;
  readonly back: Point | null;
}

function stretches(series: Series, given: Parameters): readonly Stretch[] {
  const ratings = sessionRatings(series);
  const found: Stretch[] = [];
  let i = given.earlierRatings;
  while (i < ratings.length) {
    const low = lowAt(ratings, i, i, given);
    if (low === null) {
      i++;
      continue;
    }
    // While ratings stay low they are held against what was usual before the first of them.
    const lows: [Low, ...Low[]] = [low];
    let next = i + 1;
    while (next < ratings.length && lows.length < given.settledAfter) {
      const again = lowAt(ratings, next, i, given);
      if (again === null || again.point.session !== lows.at(-1)!.point.session + 1) break;
      lows.push(again);
      next++;
    }
    const strong = lows.filter((each) => each.z < -given.strongDeviations).length;
    const after = ratings[next];
    const isBack = after !== undefined && lowAt(ratings, next, i, given) === null;
    found.push({ lows, strong, back: isBack ? after : null });
    i = next;
  }
  return found;
}

/** The rating at a place against those before another, if it is low. */
function lowAt(ratings: readonly Point[], at: number, before: number, given: Parameters): Low | null {
  const earlier = ratings.slice(0, before);
  const deviation = deviationOf(earlier);
  const point = ratings[at];
  if (point === undefined || deviation === null || deviation === 0) return null;
  const usual = meanOf(earlier);
  const z = (point.percent - usual) / deviation;
  return z < -given.deviations ? { point, z, usual } : null;
}

function finding(course: Course, series: Series, { lows, strong, back }: Stretch): Finding {
  const [first] = lows;
  const weight = strong >= 2 ? "persistent" : strong === 1 ? "credible" : "note";
  return {
    ...placeOf(series),
    weight,
    session: first.point.session,
    message: {
      id: "signals.state-like.found",
      values: {
        rating: ratingOf(series),
        session: first.point.session,
        score: whole(first.point.percent),
        mean: whole(first.usual),
        length: lows.length,
        strength: weight === "note" ? "minor" : "notable",
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: {
      value: first.point.percent,
      expected: first.usual,
      drop: first.usual - first.point.percent,
      z: first.z,
      confidence: 1 - chanceOfScore(first.z),
      strong,
    },
    length: lows.length,
    ...(back === null ? {} : { repairedAt: back.session }),
  };
}
