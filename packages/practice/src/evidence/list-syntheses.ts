import { type Edition, latestEdition, type SynthesisDefinition } from "@concord/evidence";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice } from "../app-context.ts";
import { permit } from "../permit.ts";
import { loadEvidence } from "./load-evidence.ts";

/** A question and its newest answer. */
export interface SynthesisLine {
  readonly definition: SynthesisDefinition;
  readonly newest: Edition;
}

/** The questions that are answered from the studies in hand. */
export async function listSyntheses(context: AppContext, actor: Actor): Promise<readonly SynthesisLine[]> {
  permit(actor, "read-evidence", { kind: "practice" });
  const { ledger } = await inPractice(context, actor.practice, loadEvidence, "snapshot");
  return ledger.definitions.flatMap((definition) => {
    const newest = latestEdition(ledger.editions, definition.id);
    return newest === undefined ? [] : [{ definition, newest }];
  });
}
