import type { Construct, Course, Rater } from "@concord/course";
import { type Certainty, type ClaimId, certaintyOf, type Reading } from "@concord/evidence";
import type { StaffMessage } from "@concord/messages";

export type { ClaimId };

/** What a detector stands on, so that nobody has to take it on trust. */
export interface Basis {
  readonly summary: string;
  readonly citation: string;
  readonly doi?: string;
  readonly url?: string;
  /** What was read for it: the source, its abstract, a summary, a manual, or nothing (memory, or unverified). */
  readonly read: Reading;
  readonly certainty: Certainty;
  /** Evidence grade: A meta-analysis, B trial or longitudinal study, C expert consensus. */
  readonly grade: "A" | "B" | "C";
}

/** Returns a basis with how sure it is, which follows from what was read. */
export function basis(text: Omit<Basis, "certainty">): Basis {
  return { ...text, certainty: certaintyOf(text.read) };
}

export type SignalKind =
  | "risk"
  | "drop"
  | "low-start"
  | "control-chart"
  | "ceiling"
  | "missing"
  | "rupture-reported"
  | "observer"
  | "expected-course"
  | "rupture-shape"
  | "level-change"
  | "below-usual";

/** How much attention it asks for. `urgent` is kept for risk answers. */
export type Weight = "urgent" | "persistent" | "credible" | "note";

/** What one named rule found. */
export interface Signal {
  readonly detector: string;
  readonly version: string;
  readonly kind: SignalKind;
  readonly weight: Weight;
  readonly session: number;
  readonly rater: Rater;
  readonly construct: Construct;
  readonly scale: string;
  /** Whose ratings it was seen in, where it was seen in ratings. */
  readonly instrument?: string;
  /** What the risk item asks about (`suicide`, `harm-to-others`, `substance`, `safety`), for a risk answer. */
  readonly about?: string;
  /** What was found, for the therapist. */
  readonly message: StaffMessage;
  /**
   * The figures behind the sentence: value, expected, drop, z, lower limit … in the 0–100 metric unless named
   * otherwise. `confidence`, where there is one: how seldom, from 0 to 1, this client's ordinary ups and downs, as the
   * rule reckons them, would bring so low a rating; for change-points the probability of a change.
   */
  readonly figures: Readonly<Record<string, number>>;
  readonly parameters: Readonly<Record<string, number>>;
  readonly provisional: boolean;
  readonly repairedAt?: number;
  readonly length?: number;
  /** The scale in which most of it lies, where one clearly stands out: `bond`, `tasks`, `goals`, … */
  readonly part?: string;
  /**
   * What it might have been, where more than a score speaks for it; a hypothesis to ask about, never a finding. Left
   * out where it is unknown.
   */
  readonly hypothesis?: "withdrawal" | "confrontation";
  readonly basis: readonly Basis[];
  readonly because: readonly ClaimId[];
}

/** A named, versioned rule over a course. One file each in detectors/. */
export interface Detector {
  readonly id: string;
  readonly version: string;
  readonly title: StaffMessage;
  /** What it asks of the course, in one sentence. */
  readonly question: StaffMessage;
  readonly parameters: Readonly<Record<string, number>>;
  readonly provisional: boolean;
  /** Ratings there must be on one line before it can say anything; none where it does not look at ratings. */
  readonly fewest?: number;
  readonly basis: readonly Basis[];
  readonly because: readonly ClaimId[];
  readonly find: (course: Course, parameters: Readonly<Record<string, number>>) => readonly Signal[];
}
