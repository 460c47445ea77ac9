import type { Construct, Instrument, Rater } from "@concord/instruments";
import type { ScaleFacts } from "../measured/facts.ts";
import type { FormattedDate, RowPlace } from "./row-place.ts";

/** Where the rows go: what was found, cell by cell, already checked. */
export interface Sink {
  readonly score: (found: FoundScore) => void;
  /** One answer of a form whose answers are in rows of their own. */
  readonly answer: (found: FoundAnswer) => void;
  /** A form whose answers stand side by side. */
  readonly form: (found: FoundForm) => void;
  /** Asked for, and not answered. */
  readonly unanswered: (place: RowPlace, when: FormattedDate, rater: Rater, construct: Construct) => void;
  readonly risk: (found: FoundRisk) => void;
}

export interface FoundScore {
  readonly place: RowPlace;
  readonly when: FormattedDate;
  readonly column: string;
  readonly facts: ScaleFacts;
  readonly value: number;
}

export interface FoundAnswer {
  readonly place: RowPlace;
  readonly when: FormattedDate;
  readonly column: string;
  readonly form: Instrument;
  readonly item: string;
  readonly value: number;
}

export interface FoundForm {
  readonly place: RowPlace;
  readonly when: FormattedDate;
  readonly column: string;
  readonly form: Instrument;
  readonly values: Readonly<Record<string, number>>;
}

export interface FoundRisk {
  readonly place: RowPlace;
  readonly when: FormattedDate | null;
  readonly column: string;
  readonly value: number;
  readonly about: string;
}
