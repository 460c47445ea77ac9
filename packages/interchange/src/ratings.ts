import type { DatedScore, RiskMark, SessionRecord } from "@concord/course";
import type { AgeBand, Construct, Rater } from "@concord/instruments";
import type { ProblemKind, RowProblem } from "./problem.ts";
import type { LeftOut } from "./read/rows-left-out.ts";

/** Everything a file says about one therapy. It can be handed to `trace` as it is. */
export interface CaseScores {
  readonly case: string;
  readonly therapist: string | null;
  readonly ageBand?: AgeBand;
  readonly scores: readonly DatedScore[];
  /** Item by item, where the file had items; their scores are among `scores`. */
  readonly responses: readonly ReadResponse[];
  readonly sessions: readonly SessionRecord[];
  readonly risks: readonly RiskMark[];
  /** Where the file had days or months instead of sessions: what each session stands for. */
  readonly times: readonly SessionTime[];
}

export interface SessionTime {
  readonly session: number;
  /** As the file had it: `90` days, `Post-Rx`, `2024-03-01`. */
  readonly label: string;
  readonly unit: string;
}

/** One filled-in form of a catalogue instrument. */
export interface ReadResponse {
  readonly session: number;
  readonly date?: string;
  readonly rater: Rater;
  readonly instrument: string;
  readonly version: string;
  readonly values: Readonly<Record<string, number>>;
  /** The first line of the file it came from. */
  readonly line: number;
}

export interface ReadSummary {
  /** Rows below the heading that were not blank. */
  readonly rows: number;
  /** Rows of which something was used; the others are in `leftOut`. */
  readonly used: number;
  /** Rows of which nothing was used, by reason: with `used` they make `rows`. */
  readonly leftOut: readonly LeftOut[];
  /** Rows that `where` passed over; they are in `leftOut` too. */
  readonly passedOver: number;
  /** The columns that were read, and as what. */
  readonly columns: readonly ReadColumn[];
  /** Scores kept, those made from items included. */
  readonly scores: number;
  readonly responses: number;
  readonly cases: number;
  /** Cells that hold a code for "no answer". */
  readonly missing: number;
  /** All problems, also those beyond the ones listed. */
  readonly problems: number;
  readonly byKind: Readonly<Partial<Record<ProblemKind, number>>>;
  readonly encoding: string;
  readonly delimiter: string;
  /** What was assumed without being told, one sentence each. */
  readonly notes: readonly string[];
}

/** A column of the file with what it was read as. */
export interface ReadColumn {
  readonly name: string;
  readonly as:
    | "case"
    | "session"
    | "time"
    | "date"
    | "therapist"
    | "rater"
    | "instrument"
    | "scale"
    | "item"
    | "value"
    | "risk";
  readonly type: "text" | "number" | "date";
}

/** What the mapping said of change on one scale, beside what the catalogue knows. */
export interface GivenCriterion {
  readonly instrument: string;
  readonly scale: string;
  readonly rater: Rater;
  readonly construct: Construct;
  readonly better: "higher" | "lower" | "neither";
  readonly reliableChange: number | null;
  readonly cutoff: number | null;
}

export interface Ratings {
  readonly kept: readonly CaseScores[];
  readonly problems: readonly RowProblem[];
  readonly criteria: readonly GivenCriterion[];
  readonly summary: ReadSummary;
}

/** A file's content: in one piece, or piece by piece. */
export type Source = string | Uint8Array | AsyncIterable<Uint8Array>;
