import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import { leastSquares } from "@concord/statistics";
import {
  childReports,
  differentCriteria,
  reliableChangeIndex,
  ruptureRepair,
  sessionRatingPractice,
  withinClient,
} from "../basis.ts";
import { detector, type Finding } from "../rule.ts";
import { partThatFellMost, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, sessionsWord, whole } from "../words.ts";

const parameters = {
  /** One point of a four-line session scale (0–40), in hundredths of the range. */
  noteShare: 2.5,
  /** Where a form's own reliable change is not known; a four-line session scale needs about this. */
  defaultReliableShare: 10,
  /** How many of the client's own deviations a drop must pass. */
  deviations: 2,
  /** But not less than this: after nearly constant ratings two deviations are next to nothing. */
  ownFloor: 5,
  /** Sessions rated before the drop, from which that deviation is taken. */
  earlierSessions: 4,
  /** A drop is persistent when the ratings stay low for this many sessions. */
  persistentSessions: 2,
  /** Regained means back by this share of the drop. */
  regainedShare: 0.8,
  /** After so many sessions a lower level is the new level, no longer a drop. */
  settledAfter: 6,
};

type Parameters = typeof parameters;

/**
 * Has a rating fallen since the session before?
 *
 * Three weights. Note: any fall of a point of a four-line scale or more, which chance alone often brings.
 * Credible: more than the form's reliable change, or than two standard deviations of this client's ratings
 * around their own log-session line up to the session before. Persistent: credible, and still that much below
 * in the next session too. Only neighbouring sessions are compared; a missing one breaks the run.
 */
export const drop = detector({
  id: "drop",
  version: "1.0.0",
  kind: "drop",
  title: "A drop since last session",
  question:
    "Is a rating of the alliance lower than in the session before, more than chance would bring, and for " +
    "how long?",
  parameters,
  provisional: true,
  basis: [
    sessionRatingPractice,
    reliableChangeIndex,
    withinClient,
    ruptureRepair,
    differentCriteria,
    childReports,
  ],
  because: [
    "within-client-alliance-precedes-symptoms",
    "rupture-repair-relates-to-outcome",
    "session-drop-thresholds-are-provisional",
  ],
  find: (course, given) =>
    watchedSeries(course, ["client", "caregiver", "therapist"]).flatMap((series) =>
      unbrokenRuns(series.points).flatMap((run) =>
        run.flatMap((now, i) => {
          const before = run[i - 1];
          if (before === undefined || before.session < 1) return [];
          return dropAt(course, series, { before, now, after: run.slice(i + 1) }, given);
        }),
      ),
    ),
});

interface Place {
  readonly before: Point;
  readonly now: Point;
  /** The rest of the unbroken run. */
  readonly after: readonly Point[];
}

function dropAt(course: Course, series: Series, place: Place, given: Parameters): readonly Finding[] {
  const { before, now } = place;
  const fall = before.percent - now.percent;
  if (fall < given.noteShare - rounding) return [];
  const reliable = reliableShare(series, fall, given);
  const own = reliable.passed ? null : ownLimit(series, now, given);
  const limit = reliable.passed ? reliable.share : own !== null && fall > own ? own : null;
  const low = limit === null ? [] : lowFrom(place, limit, given);
  const length = limit === null ? 1 : 1 + low.length;
  const later = series.points.filter((point) => point.session > now.session);
  const regained = later.find((point) => point.percent >= before.percent - (1 - given.regainedShare) * fall);
  const part = partThatFellMost(course, series, before.session, now.session, fall);
  const weight =
    limit === null ? "note" : length >= given.persistentSessions ? "persistent" : ("credible" as const);
  const deviation = own === null ? {} : { ownLimit: own };
  return [
    {
      weight,
      session: now.session,
      rater: series.rater,
      construct: series.construct,
      scale: series.scale,
      instrument: series.instrument,
      sentence:
        sentenceOf(series, place, { weight, length, part, regained }) +
        childCaution(course.ageBand, series.rater),
      figures: {
        value: now.percent,
        expected: before.percent,
        drop: fall,
        reliableShare: reliable.share,
        ...deviation,
      },
      provisional: weight === "note" || !reliable.passed || reliable.provisional,
      length,
      ...(part === null ? {} : { part }),
      ...(regained === undefined ? {} : { repairedAt: regained.session }),
    },
  ];
}

/** Percentages are quotients; a drop of exactly one point of forty must not fail on the last bit. */
const rounding = 1e-9;

function reliableShare(
  series: Series,
  fall: number,
  given: Parameters,
): { readonly share: number; readonly passed: boolean; readonly provisional: boolean } {
  const known = series.reliable;
  if (known === undefined) {
    const share = given.defaultReliableShare;
    return { share, passed: fall > share + rounding, provisional: true };
  }
  const passed =
    known.counts === "at-least" ? fall >= known.percent - rounding : fall > known.percent + rounding;
  return { share: known.percent, passed, provisional: known.certainty === "doubtful" };
}

/** Two deviations around the client's own line through the ratings before this one; null without a line. */
function ownLimit(series: Series, now: Point, given: Parameters): number | null {
  const earlier = series.points.filter((point) => point.session > 0 && point.session < now.session);
  if (earlier.length < given.earlierSessions) return null;
  const fit = leastSquares(
    earlier.map((point) => Math.log(point.session)),
    earlier.map((point) => point.percent),
  );
  return fit.kind === "scattered" ? Math.max(given.ownFloor, given.deviations * fit.deviation) : null;
}

/** The sessions after the drop in which the rating was still as far below where it had been. */
function lowFrom({ before, after }: Place, limit: number, given: Parameters): readonly Point[] {
  const lifted = after.findIndex((point) => before.percent - point.percent < limit - rounding);
  return after.slice(0, Math.min(lifted < 0 ? after.length : lifted, given.settledAfter - 1));
}

function sentenceOf(
  series: Series,
  { before, now }: Place,
  found: {
    readonly weight: "note" | "credible" | "persistent";
    readonly length: number;
    readonly part: string | null;
    readonly regained: Point | undefined;
  },
): string {
  const part = found.part === null ? "" : `, most of it in ${found.part.replaceAll("-", " ")}`;
  const fell =
    `${ratingOf(series)} fell from ${whole(before.percent)} to ${whole(now.percent)} ` +
    `between sessions ${before.session} and ${now.session}${part}`;
  const back = found.regained === undefined ? "" : ` It was back by session ${found.regained.session}.`;
  switch (found.weight) {
    case "note":
      return `${fell}; steps like this are common, and a light question is enough.${back}`;
    case "credible":
      return `${fell}; the picture suggests more than the usual ups and downs.${back}`;
    case "persistent":
      return (
        `${fell}, and stayed there for ${sessionsWord(found.length)}; ` +
        `the picture suggests that something between the two waits to be talked about.${back}`
      );
  }
}
