import type { Hit, WeightedTerm } from "./bm25.ts";
import { stem } from "./porter2.ts";
import type { Postings } from "./postings.ts";
import { stopWords } from "./stop-words.ts";

export interface FeedbackOptions {
  /** How many words are added. */
  readonly words: number;
  /** The share of the original question in the new one, from 0 to 1. */
  readonly original: number;
}

/**
 * More like these: the question grows by the words that the given passages share and others lack.
 *
 * The relevance model RM3: p(w) ∝ Σ score(d) · f(w, d)/|d|, the likeliest words weighted by their rarity and
 * mixed with the original terms. `liked` are passages the scholar accepted, or the first of a ranked list
 * (then nobody has confirmed them, and the gain is smaller). Where there are no terms the passages' words are all.
 *
 * Lavrenko V, Croft WB (2001), SIGIR, pp. 120–127; Abdul-Jaleel N et al. (2004), TREC, UMass.
 */
export function moreLikeThese(
  postings: Postings,
  terms: readonly WeightedTerm[],
  liked: readonly Hit[],
  options: FeedbackOptions,
): readonly WeightedTerm[] {
  const { passageFirst, wordOf, stemOf, stems, stemFirst } = postings;
  const whole = liked.reduce((sum, { score }) => sum + score, 0);
  if (whole <= 0) return terms;
  const weights = new Map<number, number>();
  for (const { passage, score } of liked) {
    const from = passageFirst[passage]!;
    const to = passageFirst[passage + 1]!;
    for (let token = from; token < to; token++) {
      const id = stemOf[wordOf[token]!]!;
      weights.set(id, (weights.get(id) ?? 0) + score / whole / (to - from));
    }
  }
  const passages = postings.passages.length;
  const ranked = [...weights]
    .filter(([id]) => isTelling(stems[id]!))
    .map(([id, weight]) => {
      const spread = Math.min(passages, stemFirst[id + 1]! - stemFirst[id]!);
      return { id, weight: weight * Math.log(1 + passages / (spread + 1)) };
    })
    .sort((a, b) => b.weight - a.weight || a.id - b.id)
    .slice(0, options.words);
  const total = ranked.reduce((sum, { weight }) => sum + weight, 0);
  const originals = terms.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return terms;
  const original = originals === 0 ? 0 : options.original;
  return [
    ...terms.map(({ term, weight }) => ({ term, weight: (original * weight) / originals })),
    ...ranked.map(({ id, weight }) => ({
      term: { stems: [stems[id]!], near: null, inflections: null },
      weight: ((1 - original) * weight) / total,
    })),
  ];
}

const isTelling = (word: string): boolean => word.length > 2 && !stopStems.has(word) && !/^\d+$/.test(word);
const stopStems: ReadonlySet<string> = new Set([...stopWords].map(stem));
