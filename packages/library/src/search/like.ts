import { best, type Hit, scoreBm25, type WeightedTerm } from "./bm25.ts";
import { moreLikeThese } from "./feedback.ts";
import { stem } from "./porter2.ts";
import type { Postings } from "./postings.ts";

/** A passage like others, and the words it has in common with them, the weightiest first. */
export interface LikeHit extends Hit {
  readonly shared: readonly string[];
}

export interface Similarity {
  /** What the given passages share and others lack, the weightiest first. */
  readonly words: readonly string[];
  readonly hits: readonly LikeHit[];
}

/** Thirty words carry what a handful of paragraphs share; a question that is asked beside them keeps half of a say. */
const options = { words: 30, original: 0.5 };
const mostShared = 6;
/** What a passage outside the body is worth, as in `gather`: an index has every word. */
const aside = 0.5;

/**
 * Which passages are like these? Those that have the words these share and others lack (RM3 with BM25 on the words it
 * finds; `moreLikeThese` has the formula). `question` may pull towards words of the scholar's. The given passages
 * never come back; without a passage to be like nothing does.
 */
export function passagesLike(
  postings: Postings,
  liked: readonly number[],
  question: readonly WeightedTerm[],
  count: number,
): Similarity {
  const own = new Set(liked);
  if (own.size === 0) return { words: [], hits: [] };
  const given = [...own].map((passage) => ({ passage, score: 1 }));
  const grown = moreLikeThese(postings, question, given, options);
  const scores = scoreBm25(postings, grown).map((score, at) =>
    own.has(at) ? 0 : score * (postings.passages[at]!.role === "body" ? 1 : aside),
  );
  const added = grown
    .slice(question.length)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ term }) => term.stems[0]!);
  const written = formsOf(postings, [...own], new Set(added));
  return {
    words: added.flatMap((each) => written.get(each) ?? []),
    hits: best(scores, count).map((hit) => {
      const there = stemsIn(postings, hit.passage);
      const shared = added.filter((each) => there.has(each)).slice(0, mostShared);
      return { ...hit, shared: shared.flatMap((each) => written.get(each) ?? []) };
    }),
  };
}

function stemsIn({ passageFirst, wordOf, stemOf, stems }: Postings, passage: number): ReadonlySet<string> {
  const found = new Set<string>();
  for (let token = passageFirst[passage]!; token < passageFirst[passage + 1]!; token++)
    found.add(stems[stemOf[wordOf[token]!]!]!);
  return found;
}

/** Each stem as the passages write it most often. */
function formsOf(
  { passageFirst, wordOf, words }: Postings,
  passages: readonly number[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const counts = new Map<number, number>();
  for (const passage of passages)
    for (let token = passageFirst[passage]!; token < passageFirst[passage + 1]!; token++)
      counts.set(wordOf[token]!, (counts.get(wordOf[token]!) ?? 0) + 1);
  const forms = new Map<string, { readonly word: string; readonly count: number }>();
  for (const [id, count] of counts) {
    const word = words[id]!;
    const stemmed = stem(word);
    if (wanted.has(stemmed) && count > (forms.get(stemmed)?.count ?? 0)) forms.set(stemmed, { word, count });
  }
  return new Map([...forms].map(([stemmed, { word }]) => [stemmed, word]));
}
