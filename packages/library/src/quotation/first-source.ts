import type { Span, TextId } from "../text/text.ts";
import { findExact } from "./find-exact.ts";
import type { Verifiable } from "./verify.ts";

export interface FoundIn {
  readonly text: TextId;
  readonly year: number | null;
  readonly span: Span;
}

/**
 * The same words in more than one text: whose are they?
 *
 * The earliest year holds, by the first edition where it is known; texts without a year come last. All places
 * are given, the source first.
 */
export function firstSource(texts: readonly Verifiable[], words: string): readonly FoundIn[] {
  return texts
    .flatMap(({ text, view }) => {
      const span = findExact(view, words, 1)[0];
      return span === undefined
        ? []
        : [{ text: text.id, year: text.source.firstYear ?? text.source.year, span }];
    })
    .sort((a, b) => (a.year ?? 9999) - (b.year ?? 9999));
}
