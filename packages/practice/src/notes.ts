import { notes } from "@concord/store";
import type { Actor } from "./actor.ts";
import { type AppContext, within } from "./app-context.ts";
import { openCase } from "./open-case.ts";
import { InvalidInput } from "./permit.ts";
import { record } from "./record.ts";

const longest = 10_000;

/**
 * Adds a therapist's note on a case. Notes stay with their author: supervision by consent does not open them.
 */
export async function addNote(
  context: AppContext,
  actor: Actor,
  given: { readonly episode: string; readonly session?: number; readonly text: string },
): Promise<string> {
  // A browser counts the end of a line as one character and sends two.
  const text = given.text.replaceAll("\r\n", "\n").trim();
  if (text === "" || text.length > longest) {
    throw new InvalidInput(
      text === ""
        ? { id: "refusals.note.empty", values: {} }
        : { id: "refusals.note.too-long", values: { most: longest, count: text.length } },
      "text",
    );
  }
  return within(context, actor, async (scope) => {
    await openCase(scope, actor, "write-case", given.episode);
    const note = await notes.write(scope, {
      episode: given.episode,
      author: actor.kind === "staff" ? actor.staff : "",
      readers: "author",
      text,
      createdAt: scope.now(),
      ...(given.session === undefined ? {} : { session: given.session }),
    });
    await record(scope, actor, "add-note", `episode:${given.episode}`);
    return note;
  });
}
