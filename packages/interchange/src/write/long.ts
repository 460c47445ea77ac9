import { csvLine } from "./csv.ts";
import type { ExportCase } from "./exported.ts";

/** Headings that `readRatings` understands without a mapping: where a number stands, then the number. */
const formHeading = ["case", "therapist", "session", "date", "rater", "instrument", "version"] as const;

const scoreHeading = [...formHeading, "scale", "value", "minimum", "maximum", "prorated", "scoring"] as const;

const itemHeading = [...formHeading, "item", "value"] as const;

/** A row for each score. Line by line, so that a large practice need not fit into one string. */
export function* longScores(cases: Iterable<ExportCase>): Iterable<string> {
  yield csvLine(scoreHeading);
  for (const own of cases) {
    for (const { session, date, rater, instrument, version, scores } of own.responses) {
      for (const { scale, value, minimum, maximum, prorated, scoring } of scores) {
        const form = [session, date, rater, instrument, version] as const;
        yield csvLine([own.case, own.therapist, ...form, scale, value, minimum, maximum, prorated, scoring]);
      }
    }
  }
}

/** A row for each answer, as it was given: reversed items are not turned. */
export function* longItems(cases: Iterable<ExportCase>): Iterable<string> {
  yield csvLine(itemHeading);
  for (const own of cases) {
    for (const { session, date, rater, instrument, version, values } of own.responses) {
      for (const [item, value] of Object.entries(values)) {
        yield csvLine([own.case, own.therapist, session, date, rater, instrument, version, item, value]);
      }
    }
  }
}
