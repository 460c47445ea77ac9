import { type Course, type Series, unbrokenRuns } from "@concord/course";
import { differentCriteria, ruptureRepair, wholeTreatment } from "../basis.ts";
import { type Crisis, crisesIn } from "../decreases/crisis.ts";
import { figuresOfFall } from "../decreases/figures.ts";
import { minRatings, placeOf, rounding, sessionRatings } from "../decreases/lines.ts";
import { pooledDeviation } from "../decreases/spread.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedRaters, watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** In spreads of the usual client's ratings; the article's own figure could not be read. */
  deviations: 2.5,
  longestDecline: 6,
  regainedShare: 0.8,
};

/** What a whole course of ratings is called by this rule. */
export type TreatmentLabel = "rupture" | "repair" | "no-rupture";

/**
 * Seen as a whole so far: has there been a fall that was not regained, one that was, or none?
 *
 * Rupture: some fall beyond the criterion has not been regained by the latest rating, in whatever session. Repair:
 * there was one and all were. Of the 605 therapies of Larsson et al. 10.7 in 100 were ruptures, 14.7 repairs.
 */
export const larsson2018 = detector({
  id: "larsson2018",
  version: "1.0.0",
  kind: "rupture-shape",
  parameters,
  provisional: true,
  fewest: minRatings,
  basis: [wholeTreatment, differentCriteria, ruptureRepair],
  because: ["rupture-repair-relates-to-outcome", "session-drop-thresholds-are-provisional"],
  find: (course, given) =>
    watchedSeries(course, watchedRaters).flatMap((series) => {
      const told = tellingFall(series, given);
      return told === null ? [] : [finding(course, series, told)];
    }),
});

/** Rupture, repair or neither, for a table of whole therapies; null with too few ratings to say. */
export function treatmentLabel(series: Series, given: typeof parameters = parameters): TreatmentLabel | null {
  if (sessionRatings(series).length < minRatings) return null;
  const told = tellingFall(series, given);
  if (told === null) return "no-rupture";
  return told.regainedAt === null ? "rupture" : "repair";
}

interface Told {
  readonly crisis: Crisis;
  readonly regainedAt: number | null;
  readonly spread: number;
}

/** The deepest fall not regained; failing that the latest that was. */
function tellingFall(series: Series, given: typeof parameters): Told | null {
  const ratings = sessionRatings(series);
  if (ratings.length < minRatings) return null;
  const spread = pooledDeviation(series);
  const rule = { ...given, threshold: given.deviations * spread };
  const falls = unbrokenRuns(ratings)
    .flatMap((run) => crisesIn(run, rule))
    .map((crisis): Told => {
      const level = crisis.high.percent - (1 - given.regainedShare) * crisis.drop;
      // A missing session does not undo a return: any later rating tells.
      const back = ratings.find(
        (point) => point.session > crisis.lowest.session && point.percent >= level - rounding,
      );
      return { crisis, regainedAt: back?.session ?? null, spread };
    });
  const open = falls.filter((fall) => fall.regainedAt === null);
  return open.sort((a, b) => b.crisis.drop - a.crisis.drop)[0] ?? falls.at(-1) ?? null;
}

function finding(course: Course, series: Series, { crisis, regainedAt, spread }: Told): Finding {
  const { high, lowest, reached } = crisis;
  const last = series.points.at(-1)!.session;
  return {
    ...placeOf(series),
    weight: "credible",
    session: reached.session,
    message: {
      id: "signals.larsson2018.found",
      values: {
        rating: ratingOf(series),
        high: whole(high.percent),
        low: whole(lowest.percent),
        session: lowest.session,
        recoverySession: regainedAt ?? 0,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: figuresOfFall(high.percent, lowest.percent, spread),
    length: (regainedAt ?? last + 1) - reached.session,
    ...(regainedAt === null ? {} : { repairedAt: regainedAt }),
  };
}
