import type { Certainty, Construct, Rater, Source } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";

/**
 * Where an outcome measure stands at the latest rating.
 *
 * - `recovered`: reliably better than the first rating, and past the clinical cut-off.
 * - `improved`: reliably better.
 * - `deteriorated`: reliably worse than the first rating; or reliably worse than the best that two consecutive ratings
 *   held after a reliable gain, and the gain is lost or the rating is in the clinical range again.
 * - `not-on-track`: no reliable change, and worse than the expected response by its limit or by the forecast.
 * - `on-track`: no reliable change, and within what is expected.
 * - `too-early`: fewer ratings than it needs.
 * - `cannot-say`: the measure lacks what is needed, which the message names.
 */
export type OutcomeState =
  | "recovered"
  | "improved"
  | "on-track"
  | "not-on-track"
  | "deteriorated"
  | "too-early"
  | "cannot-say";

export interface OutcomePoint {
  readonly session: number;
  /** In the instrument's own points. */
  readonly value: number;
}

/**
 * What else is seen in the course, with the sessions it lies between: a relapse from the session in which the gain was
 * held for the second time to the one in which it was lost.
 */
export interface OutcomeEvent {
  readonly kind: "relapse" | "plateau" | "sudden-gain";
  readonly from: number;
  readonly to: number;
}

/** A severity band: from the instrument's cut-off that opens it to the next one. */
export interface SeverityBand {
  /** Stable: the scale and the cut-off that opens the band, or `total:none` for the range before the first. */
  readonly id: string;
  /** The better bound: the cut-off that the band begins at; null for the range before the first. */
  readonly from: number | null;
  /** The worse bound: the next cut-off, which is not part of the band; null for the last. */
  readonly to: number | null;
  /** What the instrument calls it; null for the range before the first cut-off. */
  readonly meaning: string | null;
}

/** Where one session's rating was to be expected from the first rating alone. In the instrument's own points. */
export interface ExpectedSession {
  readonly session: number;
  readonly expected: number;
  /** A worse rating is outside what nine in ten clients with this first rating have; null where the scale ends before. */
  readonly limit: number | null;
  /** Eight in ten lie between the two. */
  readonly lower: number;
  readonly upper: number;
}

export interface ExpectedResponse {
  readonly standing: "prior" | "learnt";
  readonly provisional: boolean;
  /** What the model was learnt from; zero for a prior. */
  readonly cases: number;
  readonly learntOn: string | null;
  readonly sources: readonly Source[];
  readonly version: string;
  readonly sessions: readonly ExpectedSession[];
}

/** The end as this client's own ratings so far let expect it. */
export interface OutcomeForecast {
  /** The session it is for: the usual length of therapy, or the next session where that is passed. */
  readonly session: number;
  /** In the instrument's own points, within its range. */
  readonly expected: number;
  /** Of no reliable improvement in that session, from 0 to 1. */
  readonly chance: number;
}

export type OutcomeRule = "expected-response" | "forecast" | "jacobson-truax" | "rational" | "trier-90";

/** What one rule says at the latest rating. */
export interface RuleVerdict {
  readonly rule: OutcomeRule;
  readonly verdict: "on-track" | "not-on-track" | "cannot-say";
  /** The session since which it says "not on track" without interruption; otherwise null. */
  readonly at: number | null;
}

/** Whether one outcome measure of one rater is on track. */
export interface OutcomeReading {
  readonly instrument: string;
  readonly scale: string;
  readonly rater: Rater;
  readonly construct: Construct;
  readonly better: "lower" | "higher" | "neither";
  readonly state: OutcomeState;
  /** The session since which the state holds without interruption. */
  readonly since: number;
  readonly first: OutcomePoint;
  readonly last: OutcomePoint;
  /** The best rating so far, the earliest of several. */
  readonly best: OutcomePoint;
  readonly ratings: number;
  readonly also: readonly OutcomeEvent[];
  /** By the instrument's own cut-offs; null where it has none. */
  readonly band: { readonly first: SeverityBand; readonly last: SeverityBand } | null;
  readonly reliable: {
    readonly points: number;
    readonly counts: "at-least" | "beyond";
    readonly basis: string;
    readonly certainty: Certainty;
  } | null;
  readonly cutoff: number | null;
  /** Null before there are ratings enough, without a first rating by session 2, and for a measure without a model. */
  readonly expected: ExpectedResponse | null;
  /** Null where `expected` is, and where no reliable change is known. */
  readonly forecast: OutcomeForecast | null;
  /** Ours and the published ones, side by side. */
  readonly rules: readonly RuleVerdict[];
  /** Sessions in which this person was asked for an outcome measure and did not answer. */
  readonly missed: readonly number[];
  /** Sessions since the latest rating. */
  readonly sessionsSinceLast: number;
  /** One plain sentence. */
  readonly message: StaffMessage;
  /** Of the rules. */
  readonly version: string;
}
