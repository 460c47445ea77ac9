/** What client and therapist did about a rupture, in the order in which it usually helps. */
export type RepairStepName = "named" | "explored" | "agreed";

/** A step as the therapist recorded it; a later row may take it back. */
export interface RepairStep {
  /** The session in which the rupture happened. */
  readonly rupture: number;
  readonly step: RepairStepName;
  readonly state: "done" | "taken-back";
  /** The session in which the step was taken. */
  readonly takenIn: number;
  readonly words: string | null;
  readonly recordedAt: string;
}

export interface RepairStepTaken {
  readonly step: RepairStepName;
  /** The session in which the two took it. */
  readonly takenIn: number;
  /** In the therapist's words, where there are any. */
  readonly words: string | null;
  readonly recordedAt: string;
}

export type RepairSteps = Readonly<Record<RepairStepName, RepairStepTaken | null>>;

/** What the next form says of it. */
export type Remeasured =
  | { readonly kind: "waiting" }
  | {
      readonly kind: "better" | "not-yet";
      readonly session: number;
      /** The alliance out of 100 before, at its lowest, and in that form; null where it was not rated. */
      readonly before: number | null;
      readonly lowest: number | null;
      readonly now: number | null;
      /** What was answered in that form: no tension, tension that is resolved, or tension; null where not asked. */
      readonly said: "no-tension" | "resolved" | "tense" | null;
    };

/**
 * `open`: nothing recorded. `under-way`: some steps are. `to-measure`: all are, the next form is awaited.
 * `not-yet`: it came, and it is not better. `closed`: it came, and it is. `came-back`: better without a recorded step.
 */
export type RepairState = "open" | "under-way" | "to-measure" | "not-yet" | "closed" | "came-back";

/** Returns the steps that stand: the newest row of each, unless it takes the step back. */
export function standingSteps(written: readonly RepairStep[]): {
  readonly steps: RepairSteps;
  readonly taken: readonly RepairStepTaken[];
} {
  const standing = (name: RepairStepName): RepairStepTaken | null => {
    const last = written.findLast((row) => row.step === name);
    if (last === undefined || last.state === "taken-back") return null;
    const { step, takenIn, words, recordedAt } = last;
    return { step, takenIn, words, recordedAt };
  };
  const steps = { named: standing("named"), explored: standing("explored"), agreed: standing("agreed") };
  return { steps, taken: Object.values(steps).filter((step) => step !== null) };
}

/** Returns how far a repair is. A repair is closed by the next form, not by the therapist’s word. */
export function repairStateOf(taken: number, remeasured: Remeasured): RepairState {
  if (taken === 0) return remeasured.kind === "better" ? "came-back" : "open";
  if (remeasured.kind === "better") return "closed";
  if (taken < 3) return "under-way";
  return remeasured.kind === "waiting" ? "to-measure" : "not-yet";
}
