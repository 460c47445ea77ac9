import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import type { Text } from "@concord/messages";
import { type IndividualsLimits, individualsLimits } from "@concord/statistics/change";
import { chanceOfScore } from "@concord/statistics/growth";
import { differentCriteria, individualControlChart, ruptureRepair, withinClient } from "../basis.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** Ratings there must be before the tested one. */
  minimumBaseline: 4,
  /** Steps between neighbouring sessions among them. */
  minimumRanges: 3,
  /** Sessions running beyond the warning limit that count like one beyond the outer limit. */
  warningsRunning: 2,
  /** After so many sessions outside, the lower level is the new level. */
  settledAfter: 6,
  /** Both limits drawn in or out by this factor; 1 is the chart as published. */
  width: 1,
};

type Parameters = typeof parameters;
type Limits = Extract<IndividualsLimits, { kind: "limits" }>;

/**
 * Is a rating lower than this client's own ups and downs so far would bring?
 *
 * An individuals (XmR) chart whose limits come from the sessions before the tested one: an outlying rating
 * would widen limits it took part in, and later ratings would let an old signal come and go. While ratings
 * stay outside in neighbouring sessions, the limits are held. Only the lower side is watched. Where all
 * ratings so far are the same there are no limits and no signal; the drop rule sees what happens then.
 */
export const controlChart = detector({
  id: "xmr",
  version: "1.1.0",
  kind: "control-chart",
  parameters,
  provisional: true,
  fewest: 5,
  basis: [individualControlChart, differentCriteria, withinClient, ruptureRepair],
  because: [
    "within-client-alliance-precedes-symptoms",
    "rupture-repair-relates-to-outcome",
    "session-drop-thresholds-are-provisional",
  ],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) =>
      excursions(series, given).map((excursion) => finding(course, series, excursion, given)),
    ),
});

/** Neighbouring sessions below the warning limit that held when the first of them was rated. */
interface Excursion {
  readonly limits: Limits;
  readonly points: readonly [Point, ...Point[]];
  readonly back: Point | null;
}

function excursions(series: Series, given: Parameters): readonly Excursion[] {
  const ratings = series.points.filter((point) => point.session > 0);
  const found: Excursion[] = [];
  let i = 0;
  while (i < ratings.length) {
    const first = ratings[i]!;
    const limits = limitsBefore(ratings.slice(0, i), given);
    if (limits === null || first.percent >= limits.lowerWarning) {
      i++;
      continue;
    }
    const points: [Point, ...Point[]] = [first];
    let next = ratings[i + 1];
    while (
      next !== undefined &&
      next.session === points.at(-1)!.session + 1 &&
      next.percent < limits.lowerWarning &&
      points.length < given.settledAfter
    ) {
      points.push(next);
      next = ratings[i + points.length];
    }
    const back = next !== undefined && next.percent >= limits.lowerWarning ? next : null;
    found.push({ limits, points, back });
    i += points.length;
  }
  return found;
}

function limitsBefore(earlier: readonly Point[], given: Parameters): Limits | null {
  if (earlier.length < given.minimumBaseline) return null;
  const limits = individualsLimits(unbrokenRuns(earlier).map((run) => run.map((point) => point.percent)));
  if (limits.kind !== "limits" || limits.movingRanges < given.minimumRanges) return null;
  const drawn = (limit: number) => limits.centre + given.width * (limit - limits.centre);
  return {
    ...limits,
    lower: drawn(limits.lower),
    upper: drawn(limits.upper),
    lowerWarning: drawn(limits.lowerWarning),
    upperWarning: drawn(limits.upperWarning),
  };
}

function finding(
  course: Course,
  series: Series,
  { limits, points, back }: Excursion,
  given: Parameters,
): Finding {
  const [first] = points;
  const beyond = points.filter((point) => point.percent < limits.lower).length;
  const weight =
    beyond >= 2 ? "persistent" : beyond === 1 || points.length >= given.warningsRunning ? "credible" : "note";
  const recovery: Text =
    back === null ? "" : { id: "signals.xmr.recovery", values: { session: back.session } };
  return {
    weight,
    session: first.session,
    rater: series.rater,
    construct: series.construct,
    scale: series.scale,
    instrument: series.instrument,
    message: {
      id: "signals.xmr.found",
      values: {
        rating: ratingOf(series),
        session: first.session,
        score: whole(first.percent),
        low: whole(Math.max(0, limits.lowerWarning)),
        high: whole(Math.min(100, limits.upperWarning)),
        length: points.length,
        strength: weight === "note" ? "minor" : "notable",
        recovery,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: {
      value: first.percent,
      expected: limits.centre,
      drop: limits.centre - first.percent,
      confidence: 1 - chanceOfScore((first.percent - limits.centre) / limits.deviation),
      z: (first.percent - limits.centre) / limits.deviation,
      lower: limits.lower,
      lowerWarning: limits.lowerWarning,
      upperWarning: limits.upperWarning,
      upper: limits.upper,
      baseline: limits.n,
    },
    length: points.length,
    ...(back === null ? {} : { repairedAt: back.session }),
  };
}
