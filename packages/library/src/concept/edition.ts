import type { StaffMessage, StaffMessages } from "@concord/messages";
import { digestOfBytes } from "../text/byte-digest.ts";
import { pageToMarkdown } from "./export.ts";
import type { ConceptPage } from "./page.ts";

/** A concept page as it stood on a day, to be cited: its words are kept, not cut again. */
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
  messages: Pick<StaffMessages, "of" | "text">,
): ConceptEdition | null {
  const markdown = pageToMarkdown(page, messages);
  const digest = digestOfBytes(new TextEncoder().encode(markdown));
  if (last !== null && last.digest === digest) return null;
  return { concept: page.concept.id, number: (last?.number ?? 0) + 1, date, markdown, digest };
}

/** Returns "therapeutic bond, version 2 (23 Nov 2026), SHA-256 0f3a…". */
export function citeEdition({ number, date, digest }: ConceptEdition, concept: string): StaffMessage {
  return { id: "library.version.citation", values: { concept, number, date, digest: digest.slice(0, 12) } };
}
