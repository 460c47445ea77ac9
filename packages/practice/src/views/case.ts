import type { Course } from "@concord/course";
import type { AgeBand, Construct, Rater } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import type { Attention, Panel, Signal } from "@concord/signals";
import type { EndingOutcome, EndingReason, GroupKind } from "@concord/store";
import type { Viewers } from "./form.ts";
import type { RelationshipView } from "./relationship.ts";
import type { RepairLoop } from "./repair.ts";
import type { Task } from "./safety.ts";

/** The first, the previous and the latest alliance rating, and a message that describes them. */
export interface FirstLastNow {
  readonly message: StaffMessage;
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

export interface SessionLine {
  readonly session: number;
  readonly heldOn: string | null;
  readonly attended: boolean;
}

/** The beginning, the end, the resumption or a change of therapist of a treatment. */
export interface CaseChange {
  readonly kind: "opened" | "closed" | "reopened" | "handed-over";
  readonly on: string;
  readonly reason: EndingReason | null;
  readonly outcome: EndingOutcome | null;
  readonly words: string | null;
  /** Therapists, by name, of a change of therapist. */
  readonly from: string | null;
  readonly to: string | null;
  /** When it was recorded; null from before that was done. */
  readonly recordedAt: string | null;
  /** Who recorded it, by name. */
  readonly by: string | null;
}

export interface CaseView {
  readonly episode: string;
  readonly client: string;
  /** In which the client answers. */
  readonly language: string;
  readonly ageBand: AgeBand;
  readonly therapist: { readonly staff: string; readonly name: string };
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly nextSession: string | null;
  /** Beginning, endings and changes of therapist, oldest first. */
  readonly history: readonly CaseChange[];
  /** The groups, couples and families that the client is in now. */
  readonly groups: readonly { readonly group: string; readonly name: string; readonly kind: GroupKind }[];
  readonly course: Course;
  /** Everything the rules found in the course, the most pressing first. */
  readonly signals: readonly Signal[];
  /** Those that matter before the next session. */
  readonly current: readonly Signal[];
  /** What needs attention, in order, and what to consider: the same as on the caseload. */
  readonly attention: Attention;
  /** Every rule that looks for ruptures, side by side, with how far they agree. */
  readonly panel: Panel;
  readonly summary: FirstLastNow;
  /** Attachment, distance, perfectionism and age, as far as forms speak of them. */
  readonly relationship: RelationshipView;
  /** What went wrong between the two, and what became of it; newest first. */
  readonly repairs: readonly RepairLoop[];
  readonly forms: readonly FormLine[];
  readonly notes: readonly Note[];
  readonly tasks: readonly Task[];
  readonly supervisionConsent: boolean;
  /** Who is let in while that consent stands, by name. */
  readonly supervisors: readonly string[];
  /** Whether de-identified ratings of this case may go into research. */
  readonly researchConsent: boolean;
  /** Who can see what is answered. */
  readonly viewers: Viewers;
  /** Why nothing may be asked of the client now; null where it may. */
  readonly notAsked: StaffMessage | null;
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
  /** What the two agreed after something went wrong, newest first. */
  readonly agreed: readonly { readonly rupture: number; readonly takenIn: number; readonly words: string }[];
  /** Open questions for the two of them, at most three. */
  readonly questions: readonly StaffMessage[];
  /** Whether the therapist has put their own ratings beside the client's. */
  readonly therapistRatings: "shown" | "not-yet-shared";
  readonly simulated: boolean;
}
