import type { Item } from "@concord/instruments";

/** A question with the follow-ups that its answer may open. */
export interface Branch {
  readonly question: Item;
  readonly followUps: readonly { readonly atLeast: number; readonly items: readonly Item[] }[];
}

/**
 * Groups follow-ups behind the question they hang on, so that a style sheet can open them. A follow-up that
 * does not come after its question stands alone and is always asked; the answer is dropped if it was not due.
 */
export function branchesOf(items: readonly Item[]): readonly Branch[] {
  const branches: { question: Item; followUps: { atLeast: number; items: Item[] }[] }[] = [];
  for (const item of items) {
    const current = branches.at(-1);
    const asked = item.askedWhen;
    if (asked === undefined || current?.question.id !== asked.item) {
      branches.push({ question: item, followUps: [] });
      continue;
    }
    const last = current.followUps.at(-1);
    if (last?.atLeast === asked.atLeast) last.items.push(item);
    else current.followUps.push({ atLeast: asked.atLeast, items: [item] });
  }
  return branches;
}
