import type { StaffMessage, Text } from "@concord/messages";
import { type Locator, locatorMessage } from "./locator.ts";
import { authorsInShort, type Source, yearInShort } from "./source.ts";

/** Returns "Ashgrove (2024), The Work and the Thread, p. 3", with whose words they are where the author quotes. */
export function citationOf(
  source: Source,
  locator: Locator,
  speaker: string | null = null,
  authors: Text = authorsInShort(source),
): StaffMessage {
  const values = {
    authors,
    year: yearInShort(source),
    title: source.title,
    locator: locatorMessage(locator),
  };
  return speaker === null
    ? { id: "library.source.citation", values }
    : { id: "library.source.citation-quoting", values: { ...values, speaker } };
}

/** Returns "Ashgrove 2024, p. 3". */
export function shortCitationOf(source: Source, locator: Locator): StaffMessage {
  const values = {
    authors: authorsInShort(source),
    year: yearInShort(source),
    locator: locatorMessage(locator),
  };
  return { id: "library.source.citation-short", values };
}
