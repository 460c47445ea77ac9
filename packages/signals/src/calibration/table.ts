import type { CalibrationPlan, ClientsPlan, QuietShape } from "./plan.ts";

/** A share or a rate with what chance in the simulation leaves open (95 of 100). */
export interface Counted {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** One rule's row. */
export interface CalibrationRow {
  readonly id: string;
  readonly as: "published" | "equal-rate" | "alarm";
  readonly threshold: { readonly parameter: string; readonly value: number } | null;
  /** Rings per 100 rated sessions without a rupture, by carry-over. */
  readonly falseAlarms: readonly (Counted & { readonly autocorrelation: number })[];
  /** The same by kind of quiet course, over all carry-overs. */
  readonly byShape: readonly (Counted & { readonly shape: QuietShape })[];
  /** In the worst kind of course at the worst carry-over: what the limit is held against. */
  readonly highestFalseAlarms: number;
  /** Of 100 falls, how many rang in their session or the five after, over all carry-overs. */
  readonly detection: readonly (Counted & {
    readonly depth: number;
    readonly length: number | null;
    /** Sessions from the fall to the ring, of those caught; null where none was. */
    readonly delay: number | null;
  })[];
  /** Of 100 slow declines of a point and a half per session, how many rang within six sessions. */
  readonly drift: Counted;
  /** Mean of the shares caught at 10, 15 and 20 points, all lengths. */
  readonly caught: Counted;
}

/** How rules do in a population they were not chosen for, at a carry-over of .25. */
export interface RobustnessRow {
  readonly population: string;
  readonly about: string;
  readonly rules: readonly {
    /** `alarm-learnt`: the default alarm after two hundred of the practice's own cases. */
    readonly id: string;
    readonly as: CalibrationRow["as"];
    readonly falseAlarms: Counted;
    readonly caught: Counted;
  }[];
}

/** One kind of client. */
export interface ClientCell {
  readonly deviation: number;
  readonly autocorrelation: number;
  /** Per 100 rated sessions after the fifth rating. */
  readonly falseAlarms: Counted;
  /** The same in the second to fifth, where little is known of the client. */
  readonly early: Counted;
  /** Of 100 decreases, alerts from their first session to the one after their last. */
  readonly detection: readonly (Counted & { readonly depth: number; readonly length: number })[];
}

/** A practice in which clients differ: the default alert and what it is compared with, at its rate. */
export interface MixedPractice {
  readonly practice: string;
  readonly about: string;
  readonly rules: readonly {
    readonly id: string;
    readonly as: "alarm" | "equal-rate" | "bound";
    readonly threshold: number | null;
    readonly falseAlarms: Counted;
    readonly caught: Counted;
  }[];
  /** Detected by the alert, less what the best of the compared rules (not the bound) detects: of 100 decreases. */
  readonly lead: { readonly over: string; readonly points: number };
}

export interface ByClient {
  readonly plan: ClientsPlan;
  readonly cells: readonly ClientCell[];
  /** The highest rate of false alarms after the fifth rating. */
  readonly worst: Pick<ClientCell, "deviation" | "autocorrelation" | "falseAlarms">;
  readonly practices: readonly MixedPractice[];
}

export interface CalibrationTable {
  readonly version: string;
  readonly plan: CalibrationPlan;
  readonly limitPer100: number;
  readonly rows: readonly CalibrationRow[];
  readonly robustness: readonly RobustnessRow[];
  /** By the client’s own SD and autocorrelation, and in mixed practices, from another generator. */
  readonly byClient: ByClient;
}

/** Raised when a rule, the simulator or the plan changes what the table says. */
export const calibrationVersion = "2.0.0";

/** Rings per 100 sessions; the doubt counts courses, not sessions, because one client rings more than once. */
export function rateOf(rings: number, sessions: number, squares: number): Counted {
  const value = (100 * rings) / sessions;
  const reach = (1.96 * 100 * Math.sqrt(squares)) / sessions;
  return rounded(value, Math.max(0, value - reach), value + reach);
}

/** Of 100, with Wilson's interval. */
export function shareOf(caught: number, of: number): Counted {
  if (of === 0) return { value: 0, lower: 0, upper: 100 };
  const p = caught / of;
  const z = 1.96;
  const middle = (p + (z * z) / (2 * of)) / (1 + (z * z) / of);
  const reach = (z * Math.sqrt((p * (1 - p)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of);
  return rounded(100 * p, 100 * Math.max(0, middle - reach), 100 * Math.min(1, middle + reach));
}

/** To two decimals: more would only show the seed. */
function rounded(value: number, lower: number, upper: number): Counted {
  const two = (number: number) => Math.round(number * 100) / 100;
  return { value: two(value), lower: two(lower), upper: two(upper) };
}
