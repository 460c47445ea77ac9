import { nearest } from "@concord/interchange/table";

/** Returns ` Did you mean ridge?` where one of the known words is near, and nothing otherwise. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === null ? "" : ` Did you mean ${meant}?`;
}
