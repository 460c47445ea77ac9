import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { repairStep } from "../schema/repair.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";

export type RepairStepName = "named" | "explored" | "agreed";

/** One step of mending what went wrong in a session, or the word that it was not taken after all. */
export interface RepairStep {
  readonly episode: string;
  /** The session in which it went wrong. */
  readonly rupture: number;
  readonly step: RepairStepName;
  readonly state: "done" | "taken-back";
  /** The session in which the two took the step. */
  readonly takenIn: number;
  readonly words: string | null;
  readonly recordedBy: string;
  readonly recordedAt: string;
}

export type NewRepairStep = Omit<RepairStep, "recordedAt"> & { readonly recordedAt?: string };

/** Writes a step. Nothing is overwritten: the newest row of a step stands. */
export async function record(scope: Scope, given: NewRepairStep): Promise<void> {
  const [newest] = await scope.database
    .select({ at: repairStep.recordedAt })
    .from(repairStep)
    .where(and(eq(repairStep.practiceId, scope.practice), eq(repairStep.episodeId, given.episode)))
    .orderBy(desc(repairStep.recordedAt))
    .limit(1);
  await scope.database.insert(repairStep).values({
    practiceId: scope.practice,
    repairStepId: newIdentifier(),
    episodeId: given.episode,
    rupture: given.rupture,
    step: given.step,
    state: given.state,
    takenIn: given.takenIn,
    words: given.words,
    recordedBy: given.recordedBy,
    recordedAt: given.recordedAt ?? presentAfter(scope.now(), newest?.at),
  });
}

/** Every step of some episodes, in the order in which they were written down. */
export async function list(scope: Scope, episodes: readonly string[]): Promise<readonly RepairStep[]> {
  if (episodes.length === 0) return [];
  return scope.database
    .select({
      episode: repairStep.episodeId,
      rupture: repairStep.rupture,
      step: repairStep.step,
      state: repairStep.state,
      takenIn: repairStep.takenIn,
      words: repairStep.words,
      recordedBy: repairStep.recordedBy,
      recordedAt: repairStep.recordedAt,
    })
    .from(repairStep)
    .where(and(eq(repairStep.practiceId, scope.practice), inArray(repairStep.episodeId, [...episodes])))
    .orderBy(asc(repairStep.episodeId), asc(repairStep.recordedAt), asc(repairStep.repairStepId));
}
