import { type Claim, dependents, type Study, type SynthesisDefinition, studyLabel } from "@concord/evidence";
import { type StoredStudy, studies } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { heldClaims } from "./held-claims.ts";
import { loadEvidence } from "./load-evidence.ts";

/** One study, what depends on it, and how its record came to be what it is. */
export interface StudyView {
  readonly study: Study;
  readonly label: string;
  readonly syntheses: readonly SynthesisDefinition[];
  /** Claims that rest on it, computed or told in words. */
  readonly claims: readonly Claim[];
  /** What the practice wrote, newest first; none where the record is as it ships with Concord. */
  readonly revisions: readonly StoredStudy[];
}

/** Refused where there is no such study. */
export async function readStudy(context: AppContext, actor: Actor, id: string): Promise<StudyView> {
  permit(actor, "read-evidence", { kind: "practice" });
  return inPractice(
    context,
    actor.practice,
    async (scope) => {
      const held = await loadEvidence(scope);
      const study = held.ledger.studies.find((one) => one.id === id);
      if (study === undefined) throw absent();
      const entered = dependents(held.ledger, study);
      return {
        study,
        label: studyLabel(study),
        syntheses: held.ledger.definitions.filter((one) => entered.syntheses.includes(one.id)),
        claims: heldClaims(held).filter(
          (claim) => entered.claims.includes(claim.id) || claim.sources.some((source) => source.id === id),
        ),
        revisions: await studies.revisions(scope, id),
      };
    },
    "snapshot",
  );
}
