import { inflectionOf } from "./inflection.ts";
import { stem } from "./porter2.ts";
import { type Postings, placesOf } from "./postings.ts";
import { wordsOf } from "./words.ts";

/**
 * Something to look for: one word, words in a row, or words near each other in any order (within `near` words,
 * in one passage).
 */
export interface Term {
  readonly stems: readonly string[];
  /** Null: in a row. */
  readonly near: number | null;
  /** Of the words of each stem, those alone of this inflection; null: all of them. */
  readonly inflections: readonly string[] | null;
}

/** Words as a scholar writes them; more than one word is a phrase. Null where there is no word in them. */
export function termOf(words: string, near: number | null = null): Term | null {
  const stems = wordsOf(words).map(stem);
  return stems.length === 0 ? null : { stems, near: stems.length > 1 ? near : null, inflections: null };
}

/** The same without words derived from them: "dependence" finds neither "depends" nor "dependent". */
export function inflectedTermOf(words: string, near: number | null = null): Term | null {
  const term = termOf(words, near);
  return term === null ? null : { ...term, inflections: wordsOf(words).map(inflectionOf) };
}

/** The first token of every place where the term stands, rising. */
export function findTerm(postings: Postings, term: Term): Uint32Array {
  const parts: Part[] = [];
  for (const [at, name] of term.stems.entries()) {
    const id = postings.stemId.get(name);
    if (id === undefined) return new Uint32Array(0);
    parts.push(partOf(postings, id, term.inflections?.[at] ?? null));
  }
  if (parts.length === 1) return parts[0]!.places;
  return term.near === null ? inRow(postings, parts) : nearby(postings, parts, term.near);
}

/** One word of a term: where it stands, and whether a word of the index is it. */
interface Part {
  readonly places: Uint32Array;
  readonly is: (word: number) => boolean;
}

function partOf(postings: Postings, stemNumber: number, inflection: string | null): Part {
  const { wordOf, stemOf, words } = postings;
  const all = placesOf(postings, stemNumber);
  if (inflection === null) return { places: all, is: (word) => stemOf[word] === stemNumber };
  const known = new Map<number, boolean>();
  const is = (word: number): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = stemOf[word] === stemNumber && inflectionOf(words[word]!) === inflection;
      known.set(word, answer);
    }
    return answer;
  };
  return { places: all.filter((token) => is(wordOf[token]!)), is };
}

/** Starts from the rarest word, so that "the bond" costs no more than "bond". */
function inRow({ wordOf, passageOf }: Postings, parts: readonly Part[]): Uint32Array {
  const rarest = rarestOf(parts);
  const found: number[] = [];
  for (const place of parts[rarest]!.places) {
    const start = place - rarest;
    if (start < 0 || passageOf[start] !== passageOf[place]) continue;
    const end = start + parts.length - 1;
    if (end >= wordOf.length || passageOf[end] !== passageOf[place]) continue;
    if (parts.every(({ is }, at) => is(wordOf[start + at]!))) found.push(start);
  }
  return Uint32Array.from(found);
}

function nearby({ wordOf, passageOf }: Postings, parts: readonly Part[], near: number): Uint32Array {
  const rarest = rarestOf(parts);
  const others = parts.filter((_, at) => at !== rarest);
  const found: number[] = [];
  for (const place of parts[rarest]!.places) {
    const passage = passageOf[place];
    const missing = new Set(others);
    for (let step = 1; step <= near && missing.size > 0; step++) {
      for (const at of [place - step, place + step]) {
        if (at < 0 || at >= wordOf.length || passageOf[at] !== passage) continue;
        for (const part of missing) if (part.is(wordOf[at]!)) missing.delete(part);
      }
    }
    if (missing.size === 0) found.push(place);
  }
  return Uint32Array.from(found);
}

const rarestOf = (parts: readonly Part[]): number =>
  parts.reduce((best, { places }, at) => (places.length < parts[best]!.places.length ? at : best), 0);
