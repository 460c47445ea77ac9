import { apaMessage, latestEdition, synthesisRCode, synthesize } from "@concord/evidence";
import { type StaffMessage, staffMessages } from "@concord/messages";
import { editions, newIdentifier, type StoredEdition } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, inPractice, within } from "../app-context.ts";
import { knownMessage } from "../known-message.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { loadEvidence } from "./load-evidence.ts";
import { keepEditions } from "./write-studies.ts";

/** An edition as it is cited. */
export interface EditionView extends StoredEdition {
  readonly title: string;
  readonly question: string;
  /** Whether the studies still give it. */
  readonly state: "newest" | "superseded";
}

/** Writes the newest edition of a synthesis down, so that it stays as it is cited. Gives back its number. */
export async function saveEdition(context: AppContext, actor: Actor, synthesis: string): Promise<number> {
  return within(context, actor, async (scope) => {
    permit(actor, "write-evidence", { kind: "practice" });
    const held = await loadEvidence(scope);
    const newest = latestEdition(held.ledger.editions, synthesis);
    if (newest === undefined || actor.kind !== "staff") throw absent();
    if (held.kept.has(newest.id)) return newest.number;
    const written = { by: actor.staff, change: newIdentifier() };
    await keepEditions(scope, written, [newest], held.ledger.studies, held);
    await record(scope, actor, "keep-edition", `synthesis:${synthesis}:${newest.number}`);
    return newest.number;
  });
}

/** Any edition that was ever issued here. Refused where there is none of that number. */
export async function readEdition(
  context: AppContext,
  actor: Actor,
  synthesis: string,
  number: number,
): Promise<EditionView> {
  permit(actor, "read-evidence", { kind: "practice" });
  return inPractice(
    context,
    actor.practice,
    async (scope) => {
      const { ledger } = await loadEvidence(scope);
      const definition = ledger.definitions.find(({ id }) => id === synthesis);
      const newest = latestEdition(ledger.editions, synthesis);
      if (definition === undefined || newest === undefined || !Number.isSafeInteger(number)) throw absent();
      const kept = await editions.find(scope, synthesis, number);
      const state = newest.number === number ? "newest" : "superseded";
      const { title, question } = definition;
      if (kept !== null) {
        const asCited: StaffMessage = { id: "stored.text", values: { text: kept.sentence } };
        return { ...kept, message: knownMessage(kept.message, asCited), title, question, state };
      }
      if (newest.number !== number) throw absent();
      const result = synthesize(definition, ledger.studies);
      const message = apaMessage(result);
      const sentence = staffMessages("en").of(message);
      return { edition: newest, sentence, message, program: synthesisRCode(result), title, question, state };
    },
    "snapshot",
  );
}
