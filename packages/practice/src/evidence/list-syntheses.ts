import { type Edition, latestEdition, type SynthesisDefinition } from "@concord/evidence";
import type { Actor } from "../actor.ts";
import { type House, inPractice } from "../house.ts";
import { permit } from "../permit.ts";
import { holdEvidence } from "./hold-evidence.ts";

/** A question and its newest answer. */
export interface SynthesisLine {
  readonly definition: SynthesisDefinition;
  readonly newest: Edition;
}

/** The questions that are answered from the studies in hand. */
export async function listSyntheses(house: House, actor: Actor): Promise<readonly SynthesisLine[]> {
  permit(actor, "read-evidence", { kind: "practice" });
  const { ledger } = await inPractice(house, actor.practice, holdEvidence, "snapshot");
  return ledger.definitions.flatMap((definition) => {
    const newest = latestEdition(ledger.editions, definition.id);
    return newest === undefined ? [] : [{ definition, newest }];
  });
}
