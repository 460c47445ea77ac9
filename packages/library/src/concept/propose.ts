import { keywordsOf } from "../concordance/collocates.ts";
import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { wordsOf } from "../search/words.ts";
import { partyWords } from "../thesaurus/parties.ts";
import type { Concept } from "./concept.ts";

/** A word the accepted passages have in common, for the scholar to take as a wording or leave. */
export interface ProposedWording {
  readonly words: string;
  readonly count: number;
  readonly strength: number;
}

/**
 * What does the corpus propose for the thesaurus? Words the accepted passages share beyond chance, without those
 * the concept already has and without names for the parties.
 */
export function proposeWordings(
  postings: Postings,
  concept: Concept,
  accepted: readonly number[],
  count: number,
): readonly ProposedWording[] {
  const known = new Set(
    [
      concept.name,
      ...concept.wordings.map(({ words }) => words),
      ...Object.values(partyWords).flat(),
    ].flatMap((words) => wordsOf(words).map(stem)),
  );
  return keywordsOf(postings, accepted, count + known.size)
    .filter(({ word }) => !known.has(stem(word)))
    .slice(0, count)
    .map(({ word, count: times, strength }) => ({ words: word, count: times, strength }));
}
