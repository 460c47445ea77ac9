import type { AgeBand, Certainty, Construct, Rater } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import type { ExpectedCourse } from "./expected/expected-course.ts";
import type { ReadinessStanding } from "./expected/readiness-model.ts";
import type { OutcomeReading } from "./outcome/outcome-reading.ts";

/** One scale of one rater in one session: what the river of care delivers. */
export interface DatedScore {
  readonly session: number;
  /** ISO date (yyyy-mm-dd), where known. */
  readonly date?: string;
  readonly rater: Rater;
  readonly construct: Construct;
  readonly instrument: string;
  readonly scale: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly better: "higher" | "lower" | "neither";
}

/** A session that took place or should have, and the forms that were asked for in it. */
export interface SessionRecord {
  readonly session: number;
  readonly date?: string;
  readonly attended: boolean;
  readonly asked: readonly {
    readonly rater: Rater;
    readonly construct: Construct;
    readonly answered: boolean;
  }[];
}

/** A number with its doubt, or the reason there is none. */
export type Estimate =
  | {
      readonly kind: "estimate";
      readonly value: number;
      readonly standardError: number;
      readonly lower: number;
      readonly upper: number;
      /** Of the interval, e.g. 0.95. */
      readonly level: number;
      readonly n: number;
      readonly method: StaffMessage;
    }
  | { readonly kind: "none"; readonly reason: StaffMessage; readonly n: number };

export interface Point {
  readonly session: number;
  readonly date?: string;
  readonly value: number;
  /**
   * 0–100 of the possible range, turned so that 100 is always the wished-for end (unless `better` is
   * neither).
   */
  readonly percent: number;
}

/** The change on a scale that measurement error alone seldom produces, on both metrics. */
export interface ReliableStep {
  readonly points: number;
  /** The same in hundredths of the possible range. */
  readonly percent: number;
  /** A published criterion counts once reached, a computed one once passed. */
  readonly counts: "at-least" | "beyond";
  readonly basis: string;
  readonly certainty: Certainty;
}

/** A published level at which the instrument's authors advise to talk about the rating. */
export interface DiscussLevel {
  readonly percent: number;
  readonly basis: string;
  readonly certainty: Certainty;
}

/** One rater's scores on one scale of one instrument, in order of session. */
export interface Series {
  readonly rater: Rater;
  readonly construct: Construct;
  readonly instrument: string;
  readonly scale: string;
  readonly better: "higher" | "lower" | "neither";
  readonly minimum: number;
  readonly maximum: number;
  readonly points: readonly Point[];
  /** On the 0–100 metric. */
  readonly level: Estimate;
  /** Change on the 0–100 metric per unit of ln(session). */
  readonly slope: Estimate;
  /** Standard deviation around the client's own log-session line, 0–100 metric. */
  readonly withinDeviation: Estimate;
  readonly autocorrelation: Estimate;
  /** Where the catalogue knows one for this instrument and scale. */
  readonly reliable?: ReliableStep;
  /** Where the catalogue knows one for this instrument and scale. */
  readonly discussAt?: DiscussLevel;
  /** Where each rating was to be expected from the ones before it; for lines of the alliance alone. */
  readonly expected?: ExpectedCourse;
}

export type PhaseName = "engagement" | "working-through" | "termination";

export interface Phase {
  readonly name: PhaseName;
  readonly from: number;
  /** Last session of the phase so far. */
  readonly to: number;
  readonly by: "rule" | "hand";
}

/** Both chairs on one scale, session by session; null where one did not answer. Percent metric. */
export interface Pairing {
  readonly scale: string;
  readonly instrument: string;
  readonly sessions: readonly {
    readonly session: number;
    readonly client: number | null;
    readonly therapist: number | null;
  }[];
  /** Therapist minus client, 0–100 metric, over sessions both rated. */
  readonly difference: Estimate;
  /** Pearson correlation over sessions both rated. */
  readonly tracking: Estimate;
}

export interface MissedForm {
  readonly session: number;
  readonly rater: Rater;
  readonly construct: Construct;
}

/** Jacobson and Truax (1991), on the instrument's own metric. */
export type Change =
  | {
      readonly kind: "change";
      readonly instrument: string;
      readonly scale: string;
      readonly rater: Rater;
      readonly from: { readonly session: number; readonly value: number };
      readonly to: { readonly session: number; readonly value: number };
      readonly points: number;
      /** The published or computed reliable-change criterion, and where it comes from. */
      readonly criterion: number;
      readonly criterionBasis: string;
      readonly cutoff: number | null;
      readonly state:
        | "recovered"
        | "improved"
        | "unchanged"
        | "deteriorated"
        | "crossed-without-reliable-change";
    }
  | {
      readonly kind: "none";
      readonly instrument: string;
      readonly scale: string;
      readonly rater: Rater;
      readonly reason: StaffMessage;
    };

/** A risk item answered at or over its threshold. */
export interface RiskMark {
  readonly session: number;
  readonly date?: string;
  readonly rater: Rater;
  readonly instrument: string;
  readonly item: string;
  readonly value: number;
  readonly about: string;
}

/** The course of one therapy: everything signals and charts need, and nothing they must compute again. */
export interface Course {
  readonly case: string;
  readonly ageBand?: AgeBand;
  /** The highest session number known of, attended or not. */
  readonly sessions: number;
  readonly series: readonly Series[];
  readonly phases: readonly Phase[];
  readonly pairings: readonly Pairing[];
  readonly missed: readonly MissedForm[];
  readonly notAttended: readonly number[];
  readonly changes: readonly Change[];
  /** What the client’s readiness at intake changes in what is expected; null where it changes nothing. */
  readonly readiness: ReadinessStanding | null;
  /** Whether each outcome measure is on track. */
  readonly outcomes: readonly OutcomeReading[];
  readonly risks: readonly RiskMark[];
  /** Version of the rules in this package. */
  readonly version: string;
}
