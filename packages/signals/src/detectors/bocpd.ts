import type { Course, Point, Series } from "@concord/course";
import { beganWithin, type OnlineStep, onlineChange } from "@concord/statistics/change";
import { differentCriteria, onlineChangePoint, withinClient } from "../basis.ts";
import { minRatings, placeOf, sessionRatings } from "../decreases/lines.ts";
import { meanOf, pooledDeviation } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, recoveryIn, whole } from "../words.ts";

const parameters = {
  /** λ: a new level begins every so many sessions, on average. */
  sessionsPerLevel: 20,
  /** A change is told once it is this likely that a level began in one of the latest sessions. */
  probability: 0.5,
  /** How many sessions count as latest. */
  latest: 2,
  /** What is thought of a level before it is seen: its middle and spread over clients. */
  usualLevel: 75,
  levelDeviation: 14,
  /** How alike clients are in the spread of their ratings. */
  degreesOfFreedom: 6,
};

/**
 * After each session: has a new, lower level just begun?
 *
 * Bayesian online change-point detection with a Student t for the next rating. Only ratings up to the session are
 * used, so that nothing said is taken back; a missing session does not part a level. Ratings are taken to be
 * independent around their level: carry-over from session to session is read as changes.
 */
export const bocpd = detector({
  id: "bocpd",
  version: "1.0.0",
  kind: "level-change",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [onlineChangePoint, differentCriteria, withinClient],
  because: ["within-client-alliance-precedes-symptoms", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => newLevels(course, series, given)),
});

function newLevels(course: Course, series: Series, given: typeof parameters): readonly Finding[] {
  const ratings = sessionRatings(series);
  if (ratings.length < minRatings) return [];
  const spread = pooledDeviation(series);
  const shape = given.degreesOfFreedom / 2;
  const steps = onlineChange(
    ratings.map((point) => point.percent),
    {
      prior: {
        mean: given.usualLevel,
        strength: (spread / given.levelDeviation) ** 2,
        shape,
        scale: shape * spread * spread,
      },
      hazard: 1 / given.sessionsPerLevel,
    },
  );
  const found: Finding[] = [];
  let isRinging = false;
  for (const [i, step] of steps.entries()) {
    const change = i + 1 < minRatings ? null : changeAt(ratings, step, i, given);
    if (change !== null && !isRinging) found.push(finding(course, series, ratings, i, change, spread));
    isRinging = change !== null;
  }
  return found;
}

interface NewLevel {
  readonly from: number;
  readonly to: number;
  readonly began: number;
  readonly probability: number;
}

/** The new level at a session, if one has probably begun and lies lower. */
function changeAt(
  ratings: readonly Point[],
  step: OnlineStep,
  at: number,
  { latest, probability }: typeof parameters,
): NewLevel | null {
  const likely = beganWithin(step, latest);
  if (likely < probability) return null;
  const began = lastOf(step.began, latest);
  if (began === 0) return null;
  const before = ratings.slice(0, began).slice(-8);
  const from = meanOf(before);
  const to = meanOf(ratings.slice(began, at + 1));
  return to < from ? { from, to, began, probability: likely } : null;
}

/** The likeliest beginning among the latest. */
function lastOf(began: readonly number[], latest: number): number {
  let best = began.length - 1;
  for (let s = began.length - 1; s >= Math.max(0, began.length - latest); s--)
    if (began[s]! > began[best]!) best = s;
  return best;
}

function finding(
  course: Course,
  series: Series,
  ratings: readonly Point[],
  at: number,
  { from, to, began, probability }: NewLevel,
  spread: number,
): Finding {
  const now = ratings[at]!;
  const level = from - 0.2 * (from - to);
  const back = ratings.find((point) => point.session > now.session && point.percent >= level);
  return {
    ...placeOf(series),
    weight: "credible",
    session: now.session,
    message: {
      id: "signals.bocpd.found",
      values: {
        rating: ratingOf(series),
        session: now.session,
        before: whole(from),
        after: whole(to),
        recovery: recoveryIn(back?.session),
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: {
      value: to,
      expected: from,
      drop: from - to,
      z: (to - from) / spread,
      confidence: probability,
      began: ratings[began]!.session,
    },
    length: (back?.session ?? series.points.at(-1)!.session + 1) - now.session,
    ...(back === undefined ? {} : { repairedAt: back.session }),
  };
}
