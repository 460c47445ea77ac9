import type { Course, PhaseName } from "@concord/course";
import type { AgeBand, Construct, Instrument, Rater, Wording } from "@concord/instruments";
import type { Advice, Signal, Weight } from "@concord/signals";

/** One line of the caseload: who, what needs a thought, and why. */
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
  readonly headline: string;
  readonly signals: number;
  /** Client-rated alliance total, 0–100, session by session; null where the form is missing. */
  readonly spark: readonly (number | null)[];
  readonly awaiting: readonly { readonly rater: Rater; readonly session: number; readonly since: string }[];
  readonly openTasks: number;
}

export type CaseloadSort = "attention" | "client" | "last-session" | "next-session" | "sessions";
export type CaseloadFilter = "all" | "attention" | "awaiting" | "closed";

export interface CaseloadQuery {
  readonly sort: CaseloadSort;
  readonly descending: boolean;
  readonly filter: CaseloadFilter;
  readonly search: string;
  readonly page: number;
  readonly perPage: number;
}

export interface CaseloadPage {
  readonly rows: readonly CaseloadRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly counts: Readonly<Record<CaseloadFilter, number>>;
}

/** Three time points in one sentence each: first, last, now. */
export interface FirstLastNow {
  readonly sentence: string;
  readonly first: { readonly session: number; readonly percent: number } | null;
  readonly last: { readonly session: number; readonly percent: number } | null;
  readonly now: { readonly session: number; readonly percent: number } | null;
}

/** A form that came in, or was asked for and did not. */
export interface FormLine {
  readonly request: string | null;
  readonly response: string | null;
  readonly instrument: string;
  readonly title: string;
  readonly construct: Construct;
  readonly rater: Rater;
  readonly session: number;
  readonly state: "answered" | "waiting" | "expired";
  readonly at: string | null;
}

/** Items of one form side by side over sessions: the drill-down. */
export interface ItemTable {
  readonly instrument: string;
  readonly title: string;
  readonly rater: Rater;
  readonly sessions: readonly number[];
  readonly rows: readonly {
    readonly item: string;
    /** The item's words, or "Item 3" where the wording is not loaded. */
    readonly label: string;
    readonly scale: string | null;
    readonly minimum: number;
    readonly maximum: number;
    readonly reversed: boolean;
    readonly values: readonly (number | null)[];
  }[];
  /** Free-text answers, newest first. */
  readonly comments: readonly { readonly session: number; readonly label: string; readonly text: string }[];
}

export interface Note {
  readonly id: string;
  readonly session: number | null;
  readonly author: string;
  readonly at: string;
  readonly text: string;
}

export interface Task {
  readonly id: string;
  readonly episode: string;
  readonly client: string;
  readonly kind: "risk";
  readonly session: number;
  readonly sentence: string;
  readonly at: string;
  readonly due: string;
  /** The name of the one on duty, where the practice has named somebody. */
  readonly duty?: string;
  readonly acknowledged: { readonly by: string; readonly at: string } | null;
}

export interface SessionLine {
  readonly session: number;
  readonly heldOn: string | null;
  readonly attended: boolean;
}

export interface CaseView {
  readonly episode: string;
  readonly client: string;
  readonly ageBand: AgeBand;
  readonly therapist: { readonly staff: string; readonly name: string };
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly nextSession: string | null;
  readonly course: Course;
  /** Everything the rules found in the course, the most pressing first. */
  readonly signals: readonly Signal[];
  /** Those that matter before the next session, and what to think about: at most three cards. */
  readonly current: readonly Signal[];
  readonly advice: readonly Advice[];
  readonly summary: FirstLastNow;
  readonly forms: readonly FormLine[];
  readonly notes: readonly Note[];
  readonly tasks: readonly Task[];
  readonly supervisionConsent: boolean;
  /** Who is let in while that consent stands, by name. */
  readonly supervisors: readonly string[];
  /** The session in which the end was agreed. */
  readonly endingFrom: number | null;
  /** Sessions as they are recorded, attended or not. */
  readonly sessions: readonly SessionLine[];
  /** Shown on every page of simulated data. */
  readonly simulated: boolean;
}

/** What the two look at side by side: only what both may see. */
export interface ReviewView {
  readonly episode: string;
  readonly client: string;
  readonly therapist: string;
  readonly course: Course;
  readonly summary: FirstLastNow;
  /** Open questions for the two of them, at most three. */
  readonly questions: readonly string[];
  /** Whether the therapist has put their own ratings beside the client's. */
  readonly therapistRatings: "shown" | "not-yet-shared";
  readonly simulated: boolean;
}

/** What a token opens. */
export type FormView =
  | {
      readonly kind: "open";
      readonly request: string;
      readonly practiceName: string;
      readonly instrument: Instrument;
      readonly wording: Wording;
      readonly ageBand: AgeBand;
      readonly rater: Rater;
      readonly session: number;
      /** The sentence that says who will see the answers. */
      readonly seenBy: string;
      /** Shown at once when a risk item is answered at or over its threshold. */
      readonly help: HelpText;
      /** Fellow members to rate, for a round robin. Their answers are sent as `<member id>:<item id>`. */
      readonly members: readonly { readonly id: string; readonly name: string }[];
      readonly simulated: boolean;
    }
  | { readonly kind: "answered"; readonly practiceName: string; readonly at: string }
  | { readonly kind: "expired"; readonly practiceName: string }
  | {
      readonly kind: "no-wording";
      readonly practiceName: string;
      readonly title: string;
      readonly sentence: string;
    }
  | { readonly kind: "unknown" };

/** Local help, set by the practice: whom to call, and whether anyone watches answers as they come. */
export interface HelpText {
  readonly heading: string;
  readonly sentence: string;
  readonly contacts: readonly { readonly name: string; readonly number: string }[];
  readonly monitored: string;
}

export type Submission =
  | {
      readonly kind: "received";
      readonly at: string;
      readonly help: HelpText | null;
      readonly again: boolean;
    }
  | {
      readonly kind: "rejected";
      readonly problems: readonly { readonly item: string; readonly problem: string }[];
    }
  | { readonly kind: "closed"; readonly reason: "answered" | "expired" | "unknown" | "no-wording" };

export interface StaffLine {
  readonly staff: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly string[];
  readonly active: boolean;
}

export interface AuditLine {
  readonly at: string;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
}

/** What a member of a group sees in another, by one scale: a cell of the round robin, 0–100. */
export interface RoundRobinCell {
  readonly perceiver: string;
  readonly target: string;
  readonly percent: number;
}

/** A therapy group as its leader sees it. */
export interface GroupView {
  readonly group: string;
  readonly name: string;
  readonly therapist: { readonly staff: string; readonly name: string };
  readonly members: readonly { readonly episode: string; readonly client: string }[];
  /** Cohesion as each member rates it, 0–100, session by session; null where the form is missing. */
  readonly cohesion: readonly {
    readonly episode: string;
    readonly spark: readonly (number | null)[];
  }[];
  /** The sessions in which members rated each other, and their ratings by scale. */
  readonly rounds: readonly {
    readonly session: number;
    readonly scales: readonly {
      readonly scale: string;
      readonly title: string;
      readonly cells: readonly RoundRobinCell[];
    }[];
  }[];
  readonly simulated: boolean;
}
