import type { StaffMessage } from "@concord/messages";
import type { TextEntry, TextId } from "../text/text.ts";
import { countWords } from "./words-at.ts";

/** How much of one source may be quoted before a person should look. */
export interface BudgetLimits {
  readonly words: number;
  /** Of the whole source. */
  readonly share: number;
}

/** Publishers' usual guidance for books lies between 300 and 1,000 words; none of it is law. */
const defaultLimits: BudgetLimits = { words: 800, share: 0.05 };

export interface SourceBudget {
  readonly text: TextId;
  readonly words: number;
  readonly share: number;
  /** Null while within both limits. */
  readonly warning: StaffMessage | null;
}

/** How many words are quoted from each source, and which sources carry more than the limits. */
export function quotationBudget(
  shown: readonly { readonly text: TextId; readonly words: string }[],
  texts: readonly Pick<TextEntry, "id" | "source" | "length">[],
  limits: BudgetLimits = defaultLimits,
): readonly SourceBudget[] {
  const counts = new Map<TextId, number>();
  for (const { text, words } of shown) {
    counts.set(text, (counts.get(text) ?? 0) + countWords(words, { from: 0, to: words.length }));
  }
  return [...counts].map(([text, words]) => {
    const entry = texts.find(({ id }) => id === text);
    // English prose has about six letters to the word, its space included.
    const share = entry === undefined || entry.length === 0 ? 0 : words / (entry.length / 6);
    const isOver = words > limits.words || (share > limits.share && words > 100);
    const title = entry?.source.title ?? { id: "library.quotation-budget.source" as const, values: {} };
    const warning: StaffMessage | null = isOver
      ? { id: "library.quotation-budget.over", values: { title, words, share } }
      : null;
    return { text, words, share, warning };
  });
}
