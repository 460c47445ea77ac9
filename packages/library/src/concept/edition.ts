import { digestOfBytes } from "../text/byte-digest.ts";
import { pageToMarkdown } from "./export.ts";
import type { ConceptPage } from "./page.ts";

/** A concept page as it stood on a day, to be cited: its words are kept, not cut anew. */
export interface ConceptEdition {
  readonly concept: string;
  readonly number: number;
  /** ISO date. */
  readonly date: string;
  readonly markdown: string;
  readonly digest: string;
}

/** Null where nothing has changed since the last edition. */
export function issueConceptEdition(
  page: ConceptPage,
  date: string,
  last: ConceptEdition | null,
): ConceptEdition | null {
  const markdown = pageToMarkdown(page);
  const digest = digestOfBytes(new TextEncoder().encode(markdown));
  if (last !== null && last.digest === digest) return null;
  return { concept: page.concept.id, number: (last?.number ?? 0) + 1, date, markdown, digest };
}

/** "therapeutic bond, edition 2 (2026-11-23), sha256 0f3a…". */
export function citeEdition(edition: ConceptEdition, name: string): string {
  return `${name}, edition ${edition.number} (${edition.date}), sha256 ${edition.digest.slice(0, 12)}`;
}
