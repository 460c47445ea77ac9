import {
  buildPostings,
  type Progress,
  postingRows,
  type Source,
  type Text,
  type TextEntry,
  type TextFile,
} from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { type NewText, type StoredText, texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { absent, permit } from "../permit.ts";
import { record } from "../record.ts";
import { readInWorker } from "./read-in-worker.ts";
import { searchableOf } from "./shelf.ts";

export type TextAdded =
  | { readonly kind: "added"; readonly text: TextEntry; readonly passages: number }
  /** The same bytes are in the library already, read by the same reader. */
  | { readonly kind: "known"; readonly text: TextEntry }
  | { readonly kind: "unreadable"; readonly message: StaffMessage };

/**
 * Takes a file into the practice's library, whole or not at all.
 *
 * The same file is never there twice. Read again by a newer reader it takes the place of the old reading; quotations
 * from it then say whether they still stand.
 */
export async function addText(
  context: AppContext,
  actor: Actor,
  file: TextFile,
  said: Partial<Source> = {},
  progress: Progress = () => {},
): Promise<TextAdded> {
  permit(actor, "write-library", { kind: "practice" });
  if (actor.kind !== "staff") throw absent();
  const read = await readInWorker(file, said, progress);
  if (read.kind === "unreadable") return read;
  const { text } = read;
  const own = filed(text, actor.staff);
  return within(context, actor, async (scope): Promise<TextAdded> => {
    const known = (await texts.list(scope)).find(({ digest }) => digest === text.digest);
    if (known !== undefined && known.extractor.version === text.extractor.version)
      return { kind: "known", text: known };
    await texts.put(scope, own);
    await record(scope, actor, "add-text", `text:${text.id}`);
    const added = (await texts.list(scope)).find(({ id }) => id === text.id)!;
    return { kind: "added", text: added, passages: added.passages };
  });
}

/** A text with its passages and postings, as the store keeps it. */
function filed(text: Text, addedBy: string): NewText {
  const own = searchableOf(text);
  const postings = buildPostings(own);
  return {
    text,
    addedBy,
    passages: own.map(({ characters: _, ...passage }, at) => ({
      ...passage,
      firstToken: postings.passageFirst[at]!,
      tokens: postings.passageFirst[at + 1]! - postings.passageFirst[at]!,
    })),
    postings: postingRows(postings),
  };
}

/** Every text of the library, without its characters. */
export async function listTexts(context: AppContext, actor: Actor): Promise<readonly StoredText[]> {
  permit(actor, "read-library", { kind: "practice" });
  return within(context, actor, (scope) => texts.list(scope));
}

/** One text to read; refused where there is none by this name. */
export async function readText(context: AppContext, actor: Actor, id: string): Promise<Text> {
  permit(actor, "read-library", { kind: "practice" });
  const found = await within(context, actor, (scope) => texts.find(scope, id));
  if (found === null) throw absent();
  return found;
}

/** Takes a text out. What was decided about its passages stays, and says that the text is no longer there. */
export async function removeText(context: AppContext, actor: Actor, id: string): Promise<void> {
  permit(actor, "write-library", { kind: "practice" });
  await within(context, actor, async (scope) => {
    if (!(await texts.remove(scope, id))) throw absent();
    await record(scope, actor, "remove-text", `text:${id}`);
  });
}
