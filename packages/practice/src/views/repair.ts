import type { Rater } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import type { Signal } from "@concord/signals";

/** What the two did about something that went wrong, in the order in which it usually helps. */
export type RepairStepName = "named" | "explored" | "agreed";

export interface RepairStepTaken {
  readonly step: RepairStepName;
  /** The session in which the two took it. */
  readonly takenIn: number;
  /** In the therapist's words, where there are any. */
  readonly words: string | null;
  readonly recordedAt: string;
}

/** What the client's next form says of it. */
export type Remeasured =
  | { readonly kind: "waiting" }
  | {
      readonly kind: "better" | "not-yet";
      readonly session: number;
      /** The alliance out of 100 before, at its lowest, and in that form; null where it was not rated. */
      readonly before: number | null;
      readonly lowest: number | null;
      readonly now: number | null;
      /** What the client answered in that form: no tension, tension that is resolved, or tension; null where not asked. */
      readonly said: "no-tension" | "resolved" | "tense" | null;
    };

/**
 * `open`: nothing written down. `under-way`: some steps are. `to-measure`: all are, the next form is awaited.
 * `not-yet`: it came, and it is not better. `closed`: it came, and it is. `came-back`: better without a step on
 * record.
 */
export type RepairState = "open" | "under-way" | "to-measure" | "not-yet" | "closed" | "came-back";

/** Something that went wrong between the two, what they did about it, and whether it helped. */
export interface RepairLoop {
  readonly rupture: number;
  /** The last session it reaches into as the rules saw it. */
  readonly until: number;
  /** The heaviest finding, in its own words. */
  readonly message: StaffMessage;
  readonly findings: readonly Signal[];
  /** Who said or showed it: a chair that did not is not among them. */
  readonly seenBy: readonly Rater[];
  /** Whether a rule or a report speaks of it, or the therapist alone opened it. */
  readonly steps: Readonly<Record<RepairStepName, RepairStepTaken | null>>;
  readonly remeasured: Remeasured;
  readonly state: RepairState;
}
