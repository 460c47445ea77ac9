import type { Passage } from "../passage/passage.ts";
import { sentencesOf } from "../text/sentence.ts";
import { stem } from "./porter2.ts";
import { eachWord } from "./words.ts";

/** What is searched: a passage's place, and the characters of its text. */
export interface Searchable extends Passage {
  readonly characters: string;
}

/**
 * Every word of every passage, in order, as numbers: the whole index is this one row and the places in it.
 *
 * `wordOf[t]` is the word at token t as written (folded), `stemOf[word]` its stem. The tokens of stem s are
 * `occurrences[stemFirst[s]] … occurrences[stemFirst[s + 1]] − 1`, rising, so that the tokens of one passage
 * stand together and a count in a passage is a run. A million words take about 20 MB.
 */
export interface Postings {
  readonly passages: readonly Searchable[];
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly wordId: ReadonlyMap<string, number>;
  readonly stemId: ReadonlyMap<string, number>;
  readonly stemOf: Uint32Array;
  /** The place of each word in the alphabet of all, from 1. */
  readonly alphabet: Uint32Array;
  readonly wordOf: Uint32Array;
  /** Where the token begins and ends in its text. */
  readonly tokenFrom: Uint32Array;
  readonly tokenTo: Uint32Array;
  /** The passage of a token, the sentence of a token (numbered through the whole index). */
  readonly passageOf: Uint32Array;
  readonly sentenceOf: Uint32Array;
  /** First token of each passage; one more than there are passages. */
  readonly passageFirst: Uint32Array;
  readonly stemFirst: Uint32Array;
  readonly occurrences: Uint32Array;
}

export function buildPostings(passages: readonly Searchable[]): Postings {
  const wordId = new Map<string, number>();
  const words: string[] = [];
  const size = passages.reduce((sum, { from, to }) => sum + (to - from), 0);
  // A word and the space after it are never fewer than two letters.
  const most = Math.ceil(size / 2) + passages.length;
  const wordOf = new Uint32Array(most);
  const tokenFrom = new Uint32Array(most);
  const tokenTo = new Uint32Array(most);
  const passageOf = new Uint32Array(most);
  const sentenceOf = new Uint32Array(most);
  const passageFirst = new Uint32Array(passages.length + 1);
  let tokens = 0;
  let sentence = 0;
  passages.forEach((passage, at) => {
    passageFirst[at] = tokens;
    for (const { from, to } of sentencesOf(passage.characters, passage)) {
      eachWord(passage.characters, from, to, (word, start, end) => {
        let id = wordId.get(word);
        if (id === undefined) {
          id = words.length;
          words.push(word);
          wordId.set(word, id);
        }
        wordOf[tokens] = id;
        tokenFrom[tokens] = start;
        tokenTo[tokens] = end;
        passageOf[tokens] = at;
        sentenceOf[tokens] = sentence;
        tokens += 1;
      });
      sentence += 1;
    }
  });
  passageFirst[passages.length] = tokens;
  const { stems, stemId, stemOf } = stemsOf(words);
  const own = wordOf.slice(0, tokens);
  return {
    passages,
    words,
    stems,
    wordId,
    stemId,
    stemOf,
    alphabet: alphabetical(words),
    wordOf: own,
    tokenFrom: tokenFrom.slice(0, tokens),
    tokenTo: tokenTo.slice(0, tokens),
    passageOf: passageOf.slice(0, tokens),
    sentenceOf: sentenceOf.slice(0, tokens),
    passageFirst,
    ...occurrencesOf(own, stemOf, stems.length),
  };
}

/** The places of a stem, rising. */
export function placesOf(postings: Postings, stemNumber: number): Uint32Array {
  const { occurrences, stemFirst } = postings;
  return occurrences.subarray(stemFirst[stemNumber]!, stemFirst[stemNumber + 1]!);
}

function stemsOf(words: readonly string[]) {
  const stemId = new Map<string, number>();
  const stems: string[] = [];
  const stemOf = new Uint32Array(words.length);
  words.forEach((word, at) => {
    const stemmed = stem(word);
    let id = stemId.get(stemmed);
    if (id === undefined) {
      id = stems.length;
      stems.push(stemmed);
      stemId.set(stemmed, id);
    }
    stemOf[at] = id;
  });
  return { stems, stemId, stemOf };
}

function alphabetical(words: readonly string[]): Uint32Array {
  const order = Array.from(words.keys()).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
  const alphabet = new Uint32Array(words.length);
  order.forEach((word, at) => {
    alphabet[word] = at + 1;
  });
  return alphabet;
}

/** Counting sort: two passes, no comparison. */
function occurrencesOf(wordOf: Uint32Array, stemOf: Uint32Array, stemCount: number) {
  const stemFirst = new Uint32Array(stemCount + 1);
  for (const word of wordOf) stemFirst[stemOf[word]! + 1]! += 1;
  for (let at = 0; at < stemCount; at++) stemFirst[at + 1]! += stemFirst[at]!;
  const next = stemFirst.slice();
  const occurrences = new Uint32Array(wordOf.length);
  wordOf.forEach((word, token) => {
    occurrences[next[stemOf[word]!]!++] = token;
  });
  return { stemFirst, occurrences };
}
