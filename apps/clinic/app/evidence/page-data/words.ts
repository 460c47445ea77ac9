import type { Grade, Quality, RaterSplit, StudyAgeBand, Timing } from "@concord/evidence";

/** What the systems that a claim serves are about. */
export const systemWords: Readonly<Record<string, string>> = {
  S1: "Bond, tasks and goals",
  S2: "The alliance through time",
  S3: "Children, adolescents, adults",
  S4: "The client’s attachment",
  S5: "Therapeutic distance",
  S6: "The therapist’s attachment",
  S7: "Perfectionism and the relationship",
  S8: "Groups",
  S9: "How evidence is pooled",
  S10: "Concepts",
  S11: "Outcome",
};

export const gradeWords: Readonly<Record<Grade, string>> = {
  A: "meta-analysis",
  B: "trial or longitudinal study",
  C: "expert consensus",
};

export const ratedBy: Readonly<Record<RaterSplit, string>> = {
  client: "Rated by clients",
  therapist: "Rated by therapists",
  observer: "Rated by observers",
  mixed: "Several raters",
  "not-applicable": "No rating",
};

export const raterNouns: Readonly<Record<RaterSplit, string>> = {
  client: "Clients",
  therapist: "Therapists",
  observer: "Observers",
  mixed: "Several together",
  "not-applicable": "Nobody",
};

export const ageWords: Readonly<Record<StudyAgeBand, string>> = {
  adult: "Adults",
  adolescent: "Adolescents",
  child: "Children",
  mixed: "Mixed ages",
  "not-reported": "Not reported",
};

export const timingWords: Readonly<Record<Timing, string>> = {
  early: "Early",
  mid: "In the middle",
  late: "Late",
  average: "Averaged over the therapy",
  "not-reported": "Not reported",
};

export const qualityWords: Readonly<Record<Quality, string>> = {
  high: "High",
  moderate: "Moderate",
  low: "Low",
  "not-rated": "Not rated",
};

/** "1 study", "12 studies". */
export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en")} ${count === 1 ? one : many}`;
}
