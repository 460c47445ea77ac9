import type { Text } from "@concord/messages";
import { claimTexts } from "./claims.ts";

const titles = new Map(claimTexts.map(({ id, title }) => [id, title]));

/** What to call a claim of the starting corpus in a link: a few words. Null for one that is not in this version. */
export function claimTitle(id: string): Text | null {
  return titles.get(id) ?? null;
}
