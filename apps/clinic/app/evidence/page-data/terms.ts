import type { Design, Grade, Quality, RaterSplit, Stage, StudyAgeBand, Timing } from "@concord/evidence";

/** The values of a study's record in the order of the form's lists. Their names are messages. */
export const grades = ["A", "B", "C"] as const satisfies readonly Grade[];

export const raters = [
  "client",
  "therapist",
  "observer",
  "mixed",
  "not-applicable",
] as const satisfies readonly RaterSplit[];

export const ages = [
  "adult",
  "adolescent",
  "child",
  "mixed",
  "not-reported",
] as const satisfies readonly StudyAgeBand[];

export const timings = [
  "early",
  "mid",
  "late",
  "average",
  "not-reported",
] as const satisfies readonly Timing[];

export const qualities = ["high", "moderate", "low", "not-rated"] as const satisfies readonly Quality[];

export const designs = [
  "longitudinal",
  "trial",
  "cross-sectional",
  "not-reported",
] as const satisfies readonly Design[];

export const stages = [
  "found",
  "screened",
  "narrative",
  "pooled",
  "excluded",
] as const satisfies readonly Stage["kind"][];

/** Returns whether a text is one of the values of a list. */
export function isOneOf<Value extends string>(values: readonly Value[], text: string): text is Value {
  return values.some((value) => value === text);
}
