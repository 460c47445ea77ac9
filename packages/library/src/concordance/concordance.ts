import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { findTerm, type Term, termOf } from "../search/term.ts";
import { wordsOf } from "../search/words.ts";
import type { Span, TextId } from "../text/text.ts";

export type ConcordanceOrder = "text" | "left" | "right";

/** What to list: words as written or with all their forms, in some texts or all, around one collocate or any. */
export interface ConcordanceQuery {
  readonly words: string;
  readonly match: "written" | "every-form";
  readonly order: ConcordanceOrder;
  /** Null is every text. */
  readonly texts: ReadonlySet<TextId> | null;
  /** Only lines with this word within five words; null is every line. */
  readonly collocate: string | null;
}

/** One place of the words, before it is written out. */
export interface ConcordancePlace extends Span {
  readonly passage: number;
  /** First token. */
  readonly token: number;
}

export interface Concordance {
  readonly term: Term;
  /** All places in the order asked for: first tokens. Lines are written out of these, a page at a time. */
  readonly places: Uint32Array;
}

/** Words to each side among which a collocate counts. */
export const collocateWindow = 5;

/**
 * Every place of the words, in the order of the books, of the word to the left or of the word to the right.
 *
 * Places are sorted by counting (first by the second neighbour, then by the first), so that a hundred thousand
 * lines of a common word cost no comparison at all. Null where there is no word to look for.
 */
export function concordanceOf(postings: Postings, query: ConcordanceQuery): Concordance | null {
  const term = termOf(query.words);
  if (term === null) return null;
  let places = findTerm(postings, term);
  const { texts } = query;
  if (texts !== null) {
    const wanted = postings.passages.map(({ text }) => texts.has(text));
    places = places.filter((token) => wanted[postings.passageOf[token]!]!);
  }
  if (query.match === "written") {
    const written = wordsOf(query.words).map((word) => postings.wordId.get(word));
    places = places.filter((token) => written.every((id, step) => postings.wordOf[token + step] === id));
  }
  if (query.collocate !== null) places = withCollocate(postings, places, term.stems.length, query.collocate);
  if (query.order === "text") return { term, places };
  const step = query.order === "left" ? -1 : 1;
  const first = query.order === "left" ? -1 : term.stems.length;
  const sorted = sortByNeighbour(postings, sortByNeighbour(postings, places, first + step), first);
  return { term, places: sorted };
}

export function placeOf(postings: Postings, { term }: Concordance, token: number): ConcordancePlace {
  return {
    passage: postings.passageOf[token]!,
    token,
    from: postings.tokenFrom[token]!,
    to: postings.tokenTo[token + term.stems.length - 1]!,
  };
}

/** 0 is kept for "no word there". */
function sortByNeighbour(postings: Postings, places: Uint32Array, away: number): Uint32Array {
  const { wordOf, passageOf, alphabet } = postings;
  const keyOf = (token: number): number => {
    const beside = token + away;
    const isThere = beside >= 0 && beside < wordOf.length && passageOf[beside] === passageOf[token];
    return isThere ? alphabet[wordOf[beside]!]! : 0;
  };
  const next = new Uint32Array(alphabet.length + 2);
  const keys = places.map(keyOf);
  for (const key of keys) next[key + 1]! += 1;
  for (let at = 1; at < next.length; at++) next[at]! += next[at - 1]!;
  const sorted = new Uint32Array(places.length);
  places.forEach((token, at) => {
    sorted[next[keys[at]!]!++] = token;
  });
  return sorted;
}

function withCollocate(
  postings: Postings,
  places: Uint32Array,
  length: number,
  collocate: string,
): Uint32Array {
  const { wordOf, stemOf, passageOf } = postings;
  const wanted = postings.stemId.get(stem(wordsOf(collocate)[0] ?? ""));
  if (wanted === undefined) return new Uint32Array(0);
  return places.filter((token) => {
    for (let away = -collocateWindow; away < length + collocateWindow; away++) {
      const beside = token + away;
      if ((away < 0 || away >= length) && passageOf[beside] === passageOf[token]) {
        if (stemOf[wordOf[beside]!] === wanted) return true;
      }
    }
    return false;
  });
}

/** The texts that fit an author's name, a span of years, words of a title. */
export function textsWhere(
  entries: readonly {
    readonly id: TextId;
    readonly source: {
      readonly authors: readonly string[];
      readonly year: number | null;
      readonly title: string;
    };
  }[],
  wanted: {
    readonly author: string | null;
    readonly years: { readonly first: number; readonly last: number } | null;
    readonly work: string | null;
  },
): ReadonlySet<TextId> {
  const holds = (whole: string, part: string | null): boolean =>
    part === null || whole.toLowerCase().includes(part.toLowerCase());
  return new Set(
    entries
      .filter(({ source }) => {
        const { years } = wanted;
        const inYears =
          years === null || (source.year !== null && source.year >= years.first && source.year <= years.last);
        return inYears && holds(source.authors.join("; "), wanted.author) && holds(source.title, wanted.work);
      })
      .map(({ id }) => id),
  );
}
