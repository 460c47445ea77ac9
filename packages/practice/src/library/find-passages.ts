import {
  cut,
  defaultBm25,
  type Locator,
  locate,
  type Source,
  type Span,
  stopWords,
  type TextId,
  termOf,
  wordsOf,
} from "@concord/library";
import { passages, type SoughtTerm, texts } from "@concord/store";
import type { Actor } from "../actor.ts";
import { type AppContext, within } from "../app-context.ts";
import { permit } from "../permit.ts";

export interface FoundPassage extends Span {
  readonly text: TextId;
  readonly source: Source;
  readonly locator: Locator;
  readonly chapter: string;
  readonly words: string;
  readonly score: number;
}

export interface Findings {
  /** What was looked for: words and phrases. */
  readonly terms: readonly string[];
  readonly passages: readonly FoundPassage[];
}

/**
 * Which passages answer this question best? Words count each by itself, words in "quotation marks" as a phrase, and
 * "words near each other"~8 within so many words in any order. The ranking is made in the database.
 */
export async function findPassages(
  context: AppContext,
  actor: Actor,
  question: string,
  { limit = 20 }: { readonly limit?: number } = {},
): Promise<Findings> {
  permit(actor, "read-library", { kind: "practice" });
  const sought = soughtIn(question);
  return within(context, actor, async (scope) => {
    const hits = await passages.search(scope, {
      terms: sought.map(({ term }) => term),
      texts: null,
      limit,
      ...defaultBm25,
    });
    const held = new Map<TextId, Awaited<ReturnType<typeof texts.find>>>();
    for (const { text } of hits) if (!held.has(text)) held.set(text, await texts.find(scope, text));
    return {
      terms: sought.map(({ words }) => words),
      passages: hits.flatMap(({ text: id, from, to, chapter, score }) => {
        const text = held.get(id);
        if (text == null) return [];
        const span = { from, to };
        return [
          {
            text: id,
            source: text.source,
            locator: locate(text, span),
            chapter,
            words: cut(text, span),
            score,
            ...span,
          },
        ];
      }),
    };
  });
}

interface Sought {
  readonly words: string;
  readonly term: SoughtTerm;
}

/** The words and phrases of a question. Function words count only within a phrase, or where there is nothing else. */
export function soughtIn(question: string): readonly Sought[] {
  const phrases: Sought[] = [];
  const rest = question.replace(
    /["“”„]([^"“”„]+)["“”](?:~(\d{1,2}))?/gu,
    (_, words: string, near?: string) => {
      const term = termOf(words, near === undefined ? null : Number(near));
      if (term !== null) phrases.push({ words: words.trim(), term: { ...term, weight: 1 } });
      return " ";
    },
  );
  const words = wordsOf(rest);
  const telling = words.filter((word) => !stopWords.has(word));
  const single = (telling.length + phrases.length > 0 ? telling : words).flatMap((word) => {
    const term = termOf(word);
    return term === null ? [] : [{ words: word, term: { ...term, weight: 1 } }];
  });
  return [...phrases, ...single];
}
