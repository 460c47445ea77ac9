import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import type { MessageValues, StaffMessage, Text } from "@concord/messages";
import {
  childReports,
  differentCriteria,
  reliableChangeIndex,
  ruptureRepair,
  sessionRatingPractice,
  withinClient,
} from "../basis.ts";
import { type FallJudged, judgeFall, rounding } from "../drop-limit.ts";
import { detector, type Finding } from "../rule.ts";
import { partThatFellMost, watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, partOf, ratingOf, recoveryIn, whole } from "../words.ts";

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
  /**
   * Staying low is measured from the mean of so many ratings before the drop, so that one high rating does
   * not count.
   */
  levelRatings: 3,
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
 * around their own log-session line up to the session before. Persistent: credible, and in the next session
 * still that much below the level before. Only neighbouring sessions are compared; a missing one breaks the
 * run.
 */
export const drop = detector({
  id: "drop",
  version: "1.0.0",
  kind: "drop",
  parameters,
  provisional: true,
  fewest: 2,
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
    watchedSeries(course, watchedRaters).flatMap((series) =>
      unbrokenRuns(series.points).flatMap((run) =>
        run.flatMap((now, i) => {
          const before = run[i - 1];
          if (before === undefined || before.session < 1) return [];
          const recent = run.slice(Math.max(0, i - given.levelRatings), i);
          const level = recent.reduce((sum, point) => sum + point.percent, 0) / recent.length;
          const place = { before, now, level: Math.min(before.percent, level), after: run.slice(i + 1) };
          return dropAt(course, series, place, given);
        }),
      ),
    ),
});

interface Place {
  readonly before: Point;
  readonly now: Point;
  /** Where the ratings had been lately; never above the one before. */
  readonly level: number;
  /** The rest of the unbroken run. */
  readonly after: readonly Point[];
}

function dropAt(course: Course, series: Series, place: Place, given: Parameters): readonly Finding[] {
  const { before, now } = place;
  const fall = fallOf(before, now);
  if (fall < given.noteShare - rounding) return [];
  const judged = judgeFall(series, now, fall, given);
  const length = judged.passed === null ? 1 : 1 + sessionsLow(place, judged.passed, given);
  const weight =
    judged.passed === null ? "note" : length >= given.persistentSessions ? "persistent" : "credible";
  const regained = series.points.find(
    (point) =>
      point.session > now.session &&
      point.percent >= before.percent - (1 - given.regainedShare) * fall - rounding,
  );
  const part = partThatFellMost(course, series, before.session, now.session, fall);
  return [
    {
      weight,
      session: now.session,
      rater: series.rater,
      construct: series.construct,
      scale: series.scale,
      instrument: series.instrument,
      message: messageOf(
        series,
        place,
        { weight, length, part, regained, own: judged.own },
        childCaution(course.ageBand, series.rater),
      ),
      figures: {
        value: now.percent,
        expected: before.percent,
        drop: fall,
        reliableShare: judged.reliableShare,
        ...(judged.ownLimit === null ? {} : { ownLimit: judged.ownLimit }),
      },
      provisional: weight === "note" || judged.provisional,
      length,
      ...(part === null ? {} : { part }),
      ...(regained === undefined ? {} : { repairedAt: regained.session }),
    },
  ];
}

/** In how many sessions after the drop the rating was still as far below the level before. */
function sessionsLow({ level, after }: Place, limit: number, given: Parameters): number {
  const lifted = after.findIndex((point) => level - point.percent < limit - rounding);
  return Math.min(lifted < 0 ? after.length : lifted, given.settledAfter - 1);
}

/** Up to here a fall is small by any form's measure. */
const smallFall = 10;

function fallOf(before: Point, now: Point): number {
  return before.percent - now.percent;
}

function messageOf(
  series: Series,
  { before, now }: Place,
  found: {
    readonly weight: "note" | "credible" | "persistent";
    readonly length: number;
    readonly part: string | null;
    readonly regained: Point | undefined;
    readonly own: FallJudged["own"];
  },
  caution: Text,
): StaffMessage {
  const values = {
    rating: ratingOf(series),
    before: whole(before.percent),
    now: whole(now.percent),
    beforeSession: before.session,
    session: now.session,
    ...partOf(found.part),
    recovery: recoveryIn(found.regained?.session),
    caution,
  };
  switch (found.weight) {
    case "note":
      return fallOf(before, now) <= smallFall
        ? { id: "signals.drop.minor", values }
        : { id: "signals.drop.minor-variable", values };
    case "credible":
      return notable(found.own, values);
    case "persistent":
      return { id: "signals.drop.persistent", values: { ...values, length: found.length } };
  }
}

/** How much the size of the decrease says, by what is known of this person's ratings. */
function notable(own: FallJudged["own"], values: MessageValues["signals.drop.notable-beyond"]): StaffMessage {
  switch (own) {
    case "beyond":
      return { id: "signals.drop.notable-beyond", values };
    case "within":
      return { id: "signals.drop.notable-within", values };
    case "unknown":
      return { id: "signals.drop.notable-unknown", values };
  }
}
