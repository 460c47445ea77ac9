import { authorsInShort, type Locator, locatorInWords, type Source } from "@concord/library";

/** "Ashgrove (2024), The Work and the Thread, p. 3". */
export function placeWords(source: Source, locator: Locator): string {
  return `${authorsInShort(source)} (${source.year ?? "n.d."}), ${source.title}, ${locatorInWords(locator)}`;
}

/** "Ashgrove 2024, p. 3". */
export function placeInShort(source: Source, locator: Locator): string {
  return `${authorsInShort(source)} ${source.year ?? "n.d."}, ${locatorInWords(locator)}`;
}

/** The address of a place in a text. */
export const placeLink = (text: string, from: number): string => `/library/text/${text}?at=${from}`;
