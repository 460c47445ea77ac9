import type { Rater } from "@concord/instruments";

/** One case as an export writes it. Names are codes: whoever exports decides what a case is called. */
export interface ExportCase {
  readonly case: string;
  readonly therapist: string | null;
  readonly responses: readonly ExportResponse[];
}

/** One answered form: the answers as given, and the scores with the version of the rules that made them. */
export interface ExportResponse {
  readonly session: number;
  readonly date: string | null;
  readonly rater: Rater;
  readonly instrument: string;
  readonly version: string;
  readonly values: Readonly<Record<string, number>>;
  readonly scores: readonly ExportScore[];
}

export interface ExportScore {
  readonly scale: string;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly prorated: boolean;
  readonly scoring: string;
}
