import type { RaterSplit } from "../published.ts";
import type { Figures } from "./figures.ts";

export type StudyId = string;

export type StudyAgeBand = "adult" | "adolescent" | "child" | "mixed" | "not-reported";

/** When in the therapy the relationship was rated. */
export type Timing = "early" | "mid" | "late" | "average" | "not-reported";

export type Design = "longitudinal" | "trial" | "cross-sectional" | "not-reported";

/** How well a study was done, by whatever tool the reviewers used; unrated is not poor. */
export type Quality = "high" | "moderate" | "low" | "not-rated";

export interface Population {
  readonly ageBand: StudyAgeBand;
  readonly country: string | null;
  readonly setting: string | null;
  /** In a few words, as a reader would want it. */
  readonly description: string;
}

/** How far a study has come on the way from a search to a pooled figure. */
export type Stage =
  | { readonly kind: "found" }
  | { readonly kind: "screened" }
  | { readonly kind: "narrative"; readonly reason: string }
  | { readonly kind: "pooled" }
  | { readonly kind: "excluded"; readonly at: "screening" | "full-text"; readonly reason: string };

/** Where a record came from, and on what terms it may be passed on. */
export interface Provenance {
  readonly kind: "hand" | "csv" | "ris" | "bibtex" | "bibliography" | "corpus" | "simulated";
  readonly source: string;
  readonly licence: string | null;
}

/** One figure that a study reports on the relation between the relationship and something else. */
export interface Report {
  /** Unique within its study. */
  readonly id: string;
  /** Who rated the relationship. */
  readonly rater: RaterSplit;
  /** What it was rated with. */
  readonly instrument: string;
  readonly timing: Timing;
  readonly outcome: string;
  readonly outcomeRater: RaterSplit;
  readonly figures: Figures;
  /**
   * Which way a positive figure points: to a better outcome, or (a symptom scale, say) to a worse one. Measured
   * effects all point to the better.
   */
  readonly toward: "better" | "worse";
  /** What else may moderate, by name; these become columns of a formula. */
  readonly traits?: Readonly<Record<string, string | number | null>>;
  readonly note: string | null;
}

/** One study as a record: who, where, how far it is in the review, and the raw figures it reports. */
export interface Study {
  readonly id: StudyId;
  readonly citation: string;
  readonly authors: readonly string[];
  readonly year: number;
  readonly title: string;
  readonly doi: string | null;
  readonly design: Design;
  readonly population: Population;
  readonly quality: Quality;
  /** What the study is about, in the words a definition selects by: "alliance-outcome". */
  readonly topics: readonly string[];
  readonly stage: Stage;
  readonly provenance: Provenance;
  readonly reports: readonly Report[];
  /** What else may moderate and is the same for all its reports. */
  readonly traits?: Readonly<Record<string, string | number | null>>;
}
