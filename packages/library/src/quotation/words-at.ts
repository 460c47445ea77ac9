import { eachWord } from "../search/words.ts";
import type { Span } from "../text/text.ts";

/** A folded word and its place. */
export interface WordAt extends Span {
  readonly word: string;
}

export function wordsAt(characters: string, from = 0, to = characters.length): readonly WordAt[] {
  const words: WordAt[] = [];
  eachWord(characters, from, to, (word, start, end) => words.push({ word, from: start, to: end }));
  return words;
}

export function countWords(characters: string, { from, to }: Span): number {
  let count = 0;
  eachWord(characters, from, to, () => {
    count += 1;
  });
  return count;
}
