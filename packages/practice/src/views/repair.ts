import type { Rater } from "@concord/course";
import type { StaffMessage } from "@concord/messages";
import type { Remeasured, RepairState, RepairStepName, RepairSteps, Signal } from "@concord/signals";

export type { Remeasured, RepairState, RepairStepName, RepairStepTaken } from "@concord/signals";

/** Something that went wrong between client and therapist, what they did about it, and whether it helped. */
export interface RepairLoop {
  readonly rupture: number;
  /** The last session that its signals reach into. */
  readonly until: number;
  /** What happened, in one sentence. */
  readonly message: StaffMessage;
  readonly findings: readonly Signal[];
  /** Whose ratings or reports show it. */
  readonly seenBy: readonly Rater[];
  readonly steps: Readonly<Record<RepairStepName, RepairSteps[RepairStepName]>>;
  readonly remeasured: Remeasured;
  readonly state: RepairState;
}
