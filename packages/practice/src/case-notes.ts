import { notes, type Scope } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { authorise } from "./authorise.ts";
import { readFacts } from "./case-facts.ts";
import { openCase } from "./open-case.ts";
import { absent, Refusal } from "./permit.ts";
import { record } from "./record.ts";
import { traceCase } from "./trace-case.ts";
import type { Note } from "./views.ts";

/** What the page of a case's notes shows. */
export interface CaseNotes {
  readonly episode: string;
  readonly client: string;
  readonly notes: readonly Note[];
  /** The latest session, to which a new note belongs unless its author says otherwise. */
  readonly session: number;
}

/** Returns the notes of a case to the therapist who wrote them. Reading them is recorded; everybody else is refused. */
export async function readCaseNotes(
  context: AppContext,
  actor: Actor,
  episodeId: string,
): Promise<CaseNotes> {
  return within(context, actor, async (scope) => {
    const { episode, subject } = await openCase(scope, actor, "read-case", episodeId);
    if (authorise(actor, "read-notes", subject).kind === "refused")
      throw new Refusal({ id: "refusals.access.notes", values: {} });
    const facts = (await readFacts(scope, [episodeId])).get(episodeId);
    if (facts === undefined) throw absent();
    await record(scope, actor, "read-case", `episode:${episodeId}`);
    return {
      episode: episodeId,
      client: episode.client.label,
      notes: await notesOf(scope, actor, episodeId),
      session: Math.max(1, traceCase(facts, context.now()).sessions),
    };
  });
}

/** Returns the notes of a case that the actor wrote. */
export async function notesOf(scope: Scope, actor: Actor, episodeId: string): Promise<readonly Note[]> {
  if (actor.kind !== "staff") return [];
  const kept = await notes.list(scope, episodeId, actor.staff);
  return kept.map(({ note, session, author, createdAt, text }) => {
    return { id: note, session, author: author.name, at: createdAt, text };
  });
}
