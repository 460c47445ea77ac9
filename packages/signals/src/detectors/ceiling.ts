import { type Course, type Point, type Series, unbrokenRuns } from "@concord/course";
import { ceilingPractice } from "../basis.ts";
import { detector, type Finding } from "../rule.ts";
import { watchedSeries } from "../watched.ts";
import { childCaution, ratingOf } from "../words.ts";

const parameters = {
  /** Ratings at or over this share of the range are perfect. */
  topPercent: 100,
  /** Perfect ratings running that make a ceiling. */
  running: 3,
};

/** Has the form said nothing but the best, session after session? Then it cannot show a worsening either. */
export const ceiling = detector({
  id: "ceiling",
  version: "1.0.0",
  kind: "ceiling",
  parameters,
  provisional: true,
  basis: [ceilingPractice],
  because: ["ceiling-may-hide-withdrawal"],
  find: (course, given) =>
    watchedSeries(course, ["client", "caregiver"]).flatMap((series) =>
      perfectRuns(series, given).map((run) => finding(course, series, run)),
    ),
});

function perfectRuns(series: Series, given: typeof parameters): readonly (readonly Point[])[] {
  // A mean of quotients may miss 100 by its last bit.
  const perfect = series.points.filter(
    (point) => point.session > 0 && point.percent >= given.topPercent - 1e-9,
  );
  return unbrokenRuns(perfect).filter((run) => run.length >= given.running);
}

function finding(course: Course, series: Series, run: readonly Point[]): Finding {
  const first = run[0]!;
  const last = run.at(-1)!;
  const left = series.points.find((point) => point.session > last.session);
  return {
    weight: "note",
    session: first.session,
    rater: series.rater,
    construct: series.construct,
    scale: series.scale,
    instrument: series.instrument,
    message: {
      id: "signals.ceiling.found",
      values: {
        rating: ratingOf(series),
        length: run.length,
        caution: childCaution(course.ageBand, series.rater),
      },
    },
    figures: { value: last.percent, rated: run.length },
    length: run.length,
    ...(left === undefined ? {} : { repairedAt: left.session }),
  };
}
