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
}

/** Words as a scholar writes them; more than one word is a phrase. Null where there is no word in them. */
export function termOf(words: string, near: number | null = null): Term | null {
  const stems = wordsOf(words).map(stem);
  return stems.length === 0 ? null : { stems, near: stems.length > 1 ? near : null };
}

/** The first token of every place where the term stands, rising. */
export function findTerm(postings: Postings, term: Term): Uint32Array {
  const ids = term.stems.map((each) => postings.stemId.get(each));
  if (ids.some((id) => id === undefined)) return new Uint32Array(0);
  const known = ids.filter((id) => id !== undefined);
  if (known.length === 1) return placesOf(postings, known[0]!);
  return term.near === null ? inRow(postings, known) : nearby(postings, known, term.near);
}

/** Starts from the rarest word, so that "the bond" costs no more than "bond". */
function inRow(postings: Postings, ids: readonly number[]): Uint32Array {
  const { wordOf, stemOf, passageOf } = postings;
  const rows = ids.map((id) => placesOf(postings, id));
  const rarest = rows.reduce((best, row, at) => (row.length < rows[best]!.length ? at : best), 0);
  const found: number[] = [];
  for (const place of rows[rarest]!) {
    const start = place - rarest;
    if (start < 0 || passageOf[start] !== passageOf[place]) continue;
    const end = start + ids.length - 1;
    if (end >= wordOf.length || passageOf[end] !== passageOf[place]) continue;
    if (ids.every((id, at) => stemOf[wordOf[start + at]!] === id)) found.push(start);
  }
  return Uint32Array.from(found);
}

function nearby(postings: Postings, ids: readonly number[], near: number): Uint32Array {
  const { wordOf, stemOf, passageOf } = postings;
  const rows = ids.map((id) => placesOf(postings, id));
  const rarest = rows.reduce((best, row, at) => (row.length < rows[best]!.length ? at : best), 0);
  const others = ids.filter((_, at) => at !== rarest);
  const found: number[] = [];
  for (const place of rows[rarest]!) {
    const passage = passageOf[place];
    const missing = new Set(others);
    for (let step = 1; step <= near && missing.size > 0; step++) {
      for (const at of [place - step, place + step]) {
        if (at >= 0 && at < wordOf.length && passageOf[at] === passage) missing.delete(stemOf[wordOf[at]!]!);
      }
    }
    if (missing.size === 0) found.push(place);
  }
  return Uint32Array.from(found);
}
