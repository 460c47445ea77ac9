import type { Course, Point, Series } from "@concord/course";
import type { StaffMessage, Text } from "@concord/messages";
import {
  allianceOutcomeAdult,
  allianceOutcomeYouth,
  childReports,
  sessionRatingPractice,
  weakAllianceDropout,
} from "../basis.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedSeries } from "../watched.ts";
import { childCaution, ratingOf, whole } from "../words.ts";

const parameters = {
  /** The first rating must fall in one of the first so many sessions to be a start. */
  lastSession: 3,
  /** A low start where the form has no published level; about 1.5 SD under usual client means. */
  lowPercent: 60,
};

/** Did the client or the caregiver begin with a low rating, and has it stayed low since? */
export const lowStart = detector({
  id: "low-start",
  version: "1.0.0",
  kind: "low-start",
  parameters,
  provisional: true,
  basis: [
    allianceOutcomeAdult,
    allianceOutcomeYouth,
    weakAllianceDropout,
    sessionRatingPractice,
    childReports,
  ],
  because: [
    "alliance-predicts-outcome-adult",
    "alliance-predicts-outcome-youth",
    "weak-alliance-precedes-dropout",
  ],
  find: (course, given) =>
    watchedSeries(course, ["client", "caregiver"]).flatMap((series) => startOf(course, series, given)),
});

function startOf(course: Course, series: Series, given: typeof parameters): readonly Finding[] {
  const ratings = series.points.filter((point) => point.session > 0);
  const first = ratings[0];
  if (first === undefined || first.session > given.lastSession) return [];
  const low = series.discussAt?.percent ?? given.lowPercent;
  if (first.percent > low) return [];
  const lifted = ratings.find((point) => point.percent > low);
  const stayed = lifted === undefined ? ratings.length : ratings.indexOf(lifted);
  const until = ratings[stayed - 1] ?? first;
  return [
    {
      weight: stayed >= 2 ? "credible" : "note",
      session: first.session,
      rater: series.rater,
      construct: series.construct,
      scale: series.scale,
      instrument: series.instrument,
      message: messageOf(series, first, stayed, lifted, childCaution(course.ageBand, series.rater)),
      figures: { value: first.percent, low, rated: stayed },
      provisional: series.discussAt === undefined || series.discussAt.certainty === "doubtful",
      length: until.session - first.session + 1,
      ...(lifted === undefined ? {} : { repairedAt: lifted.session }),
    },
  ];
}

function messageOf(
  series: Series,
  first: Point,
  stayed: number,
  lifted: Point | undefined,
  caution: Text,
): StaffMessage {
  const values = { rating: ratingOf(series), score: whole(first.percent), caution };
  if (lifted !== undefined)
    return {
      id: "signals.low-start.recovered",
      values: { ...values, now: whole(lifted.percent), session: lifted.session },
    };
  return stayed >= 2
    ? { id: "signals.low-start.persistent", values: { ...values, length: stayed } }
    : { id: "signals.low-start.first", values };
}
