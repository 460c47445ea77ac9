import type { CaseView } from "./case.ts";

/** A line that someone wrote on a form, in their own words. */
export interface Said {
  readonly session: number;
  readonly question: string;
  readonly text: string;
}

/** One page to look at before the next session, or to take along to supervision. No notes, no self-knowledge on it. */
export interface BriefView {
  readonly purpose: "session" | "supervision";
  /** The session it is for. */
  readonly next: number;
  readonly view: Omit<CaseView, "notes">;
  /** The client's own lines on the forms of the latest session that has any. */
  readonly said: readonly Said[];
  /** Whether a client's consent to supervision stands; without it a supervision brief is empty. */
  readonly consent: boolean;
  readonly madeOn: string;
}
