import { type Study, studyLabel } from "@concord/evidence";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { permit } from "../permit.ts";
import { loadEvidence } from "./load-evidence.ts";

export interface StudyLine {
  readonly study: Study;
  /** "Flückiger et al. 2018" */
  readonly label: string;
  /** From 1; null where it ships with Concord and nobody here has corrected it. */
  readonly revision: number | null;
}

/** Every study in hand, newest first. */
export async function listStudies(context: AppContext, actor: Actor): Promise<readonly StudyLine[]> {
  permit(actor, "read-evidence", { kind: "practice" });
  const { ledger, own } = await inPractice(context, actor.practice, loadEvidence, "snapshot");
  return ledger.studies
    .map((study) => ({ study, label: studyLabel(study), revision: own.get(study.id)?.revision ?? null }))
    .sort((a, b) => b.study.year - a.study.year || (a.label < b.label ? -1 : 1));
}
