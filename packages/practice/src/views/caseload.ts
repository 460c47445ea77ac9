import type { PhaseName } from "@concord/course";
import type { AgeBand, Rater } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import type { Weight } from "@concord/signals";
import type { DigestFilter, DigestQuery, DigestSort } from "@concord/store";

/** One row of the caseload: who, whether they need attention, and why. */
export interface CaseloadRow {
  readonly episode: string;
  /** What the practice calls the client: a name, initials or a code. */
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly therapist: string;
  readonly phase: PhaseName | null;
  readonly sessions: number;
  readonly lastSession: string | null;
  readonly nextSession: string | null;
  readonly weight: Weight | null;
  /** The one sentence that says why, or that nothing stands out. */
  readonly headline: StaffMessage;
  readonly signals: number;
  /** Client-rated alliance total, 0–100, session by session; null where the form is missing. */
  readonly spark: readonly (number | null)[];
  readonly awaiting: readonly { readonly rater: Rater; readonly session: number; readonly since: string }[];
  readonly openTasks: number;
}

export type CaseloadSort = DigestSort;
export type CaseloadFilter = DigestFilter;

/** What may be asked of the caseload; whose cases it shows is not asked but known. */
export type CaseloadQuery = Omit<DigestQuery, "therapist" | "episodes">;

export interface CaseloadPage {
  readonly rows: readonly CaseloadRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly counts: Readonly<Record<CaseloadFilter, number>>;
}
