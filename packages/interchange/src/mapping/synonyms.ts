import { plain } from "../text/nearest.ts";

/** What a column can be of itself, without a mapping. */
export type ColumnRole =
  | "case"
  | "session"
  | "time"
  | "date"
  | "therapist"
  | "rater"
  | "instrument"
  | "scale"
  | "item"
  | "value";

/** Headings that are understood, most telling first. Compared without case, spaces and signs. */
const headings: Readonly<Record<ColumnRole, readonly string[]>> = {
  case: [
    "case",
    "caseid",
    "client",
    "clientid",
    "patient",
    "patientid",
    "participant",
    "subject",
    "id",
    "clientcode",
    "casecode",
    "patientcode",
    "participantid",
    "subjectid",
  ],
  session: ["session", "sessionno", "sessionnumber", "sessionnr"],
  time: ["day", "days", "week", "weeks", "month", "months", "time"],
  date: ["date", "sessiondate", "datetime", "timestamp", "recordeddate", "created"],
  therapist: ["therapist", "therapistid", "clinician", "clinicianid"],
  rater: ["rater", "raterrole", "ratedby", "perspective"],
  instrument: ["instrument", "instrumentid", "questionnaire", "form"],
  scale: ["scale", "subscale"],
  item: ["item", "itemid", "itemno", "question"],
  value: ["value", "score", "rating", "answer"],
};

/** The place of the column that has this role by its heading, or null. A column `taken` for something else has none. */
export function columnFor(
  role: ColumnRole,
  heading: readonly string[],
  taken: ReadonlySet<number> = new Set(),
): number | null {
  const plainHeading = heading.map(plain);
  for (const word of headings[role]) {
    const at = plainHeading.findIndex((name, place) => name === word && !taken.has(place));
    if (at >= 0) return at;
  }
  return null;
}
