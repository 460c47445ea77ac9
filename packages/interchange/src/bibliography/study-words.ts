import type { Design, Quality, RaterSplit, StudyAgeBand, Timing } from "@concord/evidence";
import { plain } from "../text/nearest.ts";

type Words<Value extends string> = Readonly<Record<Value, readonly string[]>>;

/** How people write what a study record says, by what it means. The letters are those of published data sets. */
const raters: Words<RaterSplit> = {
  client: ["client", "patient", "self", "c", "p"],
  therapist: ["therapist", "counsellor", "counselor", "clinician", "t"],
  observer: ["observer", "rater", "independent", "judge", "o", "r"],
  mixed: ["mixed", "several", "combined"],
  "not-applicable": ["notapplicable", "na", "none", ""],
};

const timings: Words<Timing> = {
  early: ["early"],
  mid: ["mid", "middle"],
  late: ["late", "end"],
  average: ["average", "mean", "averaged"],
  "not-reported": ["notreported", "unknown", "nr", "na", ""],
};

const designs: Words<Design> = {
  longitudinal: ["longitudinal", "prospective", "cohort", "naturalistic"],
  trial: ["trial", "rct", "experiment", "randomised", "randomized"],
  "cross-sectional": ["crosssectional"],
  "not-reported": ["notreported", "unknown", "nr", "na", ""],
};

const qualities: Words<Quality> = {
  high: ["high", "good"],
  moderate: ["moderate", "medium", "fair"],
  low: ["low", "poor"],
  "not-rated": ["notrated", "unrated", "nr", "na", ""],
};

const ageBands: Words<StudyAgeBand> = {
  adult: ["adult", "adults"],
  adolescent: ["adolescent", "adolescents", "youth"],
  child: ["child", "children"],
  mixed: ["mixed", "all"],
  "not-reported": ["notreported", "unknown", "nr", "na", ""],
};

const directions: Words<"better" | "worse"> = {
  better: ["better", "improvement", "positive", ""],
  worse: ["worse", "symptoms", "negative"],
};

const stages: Words<"found" | "screened" | "pooled" | "narrative" | "excluded"> = {
  found: ["found", "identified"],
  screened: ["screened"],
  narrative: ["narrative"],
  pooled: ["pooled", "included", ""],
  excluded: ["excluded"],
};

export const studyWords = {
  rater: raters,
  outcome_rater: raters,
  timing: timings,
  design: designs,
  quality: qualities,
  age_band: ageBands,
  toward: directions,
  stage: stages,
} as const;

/** What a word of a study table means, or null where it is none of the known ones. */
export function meaningOf<Value extends string>(words: Words<Value>, written: string): Value | null {
  const wanted = plain(written);
  for (const [value, names] of Object.entries(words) as [Value, readonly string[]][])
    if (names.includes(wanted)) return value;
  return null;
}
