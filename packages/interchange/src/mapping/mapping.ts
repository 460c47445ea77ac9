import type { AgeBand, Construct } from "@concord/instruments";

/**
 * Where things are in somebody's table. Everything may be left out: what a heading says plainly
 * (`case`, `session`, `rater`, `scale`, `value`, …) is recognised without being told.
 */
export interface Mapping {
  /** The column that says whose therapy it is. */
  readonly case?: string;
  /** The column with the session's number. */
  readonly session?: string;
  /** A column with other time (day, week, month): sessions are then its order within the case. */
  readonly time?: string;
  readonly date?: string;
  readonly therapist?: string;
  /** Only rows that meet all of these are read. */
  readonly where?: readonly Condition[];
  /** Texts to read as other texts, before anything else looks at them. */
  readonly recode?: readonly Recode[];
  /** Further texts that mean "no answer". */
  readonly missing?: readonly string[];
  /** These texts mean "no answer" and no others do; an empty field always does. */
  readonly onlyMissing?: readonly string[];
  /** Which number is the day in dates such as 03/04/2024; found from the column where it is not said. */
  readonly dateOrder?: "day-first" | "month-first";
  /** Lines above the heading; found where it is not said. */
  readonly skip?: number;
  /** Whether a sum of whole answers may be a fraction: yes where missing answers were filled in by proration. */
  readonly fractions?: "refused" | "allowed";
  readonly ageBand?: AgeBand;
  /** What is measured. Several, where a row holds several instruments. */
  readonly measures?: readonly Measure[];
  /** Columns whose answers must reach a person. */
  readonly risks?: readonly RiskColumn[];
}

/**
 * One kind of number in the table. `scale`, `item` and `instrument` may each be a column's name, or the word
 * itself where there is no such column; `rater` likewise, but the five raters' names are always words.
 */
export interface Measure {
  /** The column that holds the numbers. */
  readonly value?: string;
  /** Several columns at once: `wai{1..12}`, `bdi_s{session}`, `wai_s{session}_i{item}_{rater}`. */
  readonly wide?: string;
  readonly scale?: string;
  readonly item?: string;
  readonly instrument?: string;
  readonly rater?: string;
  /** The range the numbers lie in, for what is not in the catalogue or stands there on another metric. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly better?: "higher" | "lower" | "neither";
  readonly construct?: Construct;
  /** The change on the instrument's own metric that its error of measurement seldom produces. */
  readonly reliableChange?: number;
  /** Where the clinical range begins, on the instrument's own metric. */
  readonly cutoff?: number;
}

export interface Condition {
  readonly column: string;
  readonly is: "equal" | "not-equal";
  readonly value: string;
}

export interface Recode {
  /** A column, a pattern of columns (`phq{1..9}`), an instrument (all its columns) or `*` (all that are measured). */
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** A column that is a risk item: at or over its threshold the answer is marked, whatever else is read. */
export interface RiskColumn {
  readonly column: string;
  readonly atLeast: number;
  readonly about: string;
}

export const constructs: readonly Construct[] = [
  "alliance",
  "rupture",
  "session-depth",
  "conditions",
  "distance",
  "readiness",
  "social-network",
  "perfectionism",
  "attachment",
  "attachment-to-therapist",
  "cohesion",
  "group-perception",
  "interpersonal-problems",
  "real-relationship",
  "outcome",
];
