import type { Text } from "@concord/messages";
import type { Measure } from "@concord/statistics/effect-size";
import type { RaterSplit } from "../published.ts";
import type { Figures } from "./figures.ts";
import type { Quality, StudyAgeBand, StudyId, Timing } from "./study.ts";

/** One effect of one study on a common scale, with all by which it may be chosen or compared. */
export interface StudyEffect {
  /** `study/report`: unique in a corpus. */
  readonly id: string;
  readonly study: StudyId;
  readonly report: string;
  /** Short name for a line of a forest plot: "Flückiger 2012". */
  readonly label: string;
  readonly year: number;
  readonly rater: RaterSplit;
  readonly instrument: string;
  readonly timing: Timing;
  readonly outcome: string;
  readonly outcomeRater: RaterSplit;
  readonly ageBand: StudyAgeBand;
  readonly country: string | null;
  readonly setting: string | null;
  readonly quality: Quality;
  readonly n: number | null;
  readonly scale: Measure;
  /** yᵢ */
  readonly estimate: number;
  /** vᵢ */
  readonly variance: number;
  /** What the report printed, and how it came to this scale. */
  readonly figures: Figures;
  readonly way: string;
  readonly traits: Readonly<Record<string, string | number | null>>;
}

/** Why a figure gives no effect on the scale that was asked for. */
export type WhyUnmeasured =
  | "too-few-people"
  | "impossible-correlation"
  | "perfect-correlation"
  | "negative-variance"
  | "zero-variance"
  | "missing-figure"
  | "impossible-figure"
  | "missing-moderator"
  | "other-type";

export interface UnmeasuredReport {
  readonly id: string;
  readonly study: StudyId;
  readonly label: string;
  readonly why: WhyUnmeasured;
  /** What is wrong, with the value. */
  readonly reason: Text;
}

/** No report of a study could be measured. */
export interface NotMeasurableStudy {
  readonly kind: "not-measurable";
  readonly study: StudyId;
  readonly unmeasured: readonly UnmeasuredReport[];
}

export interface MeasuredStudy {
  readonly kind: "measured";
  readonly study: StudyId;
  readonly effects: readonly StudyEffect[];
  /** Reports beside them that gave no effect: never dropped without a word. */
  readonly unmeasured: readonly UnmeasuredReport[];
}
