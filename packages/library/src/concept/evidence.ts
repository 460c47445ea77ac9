import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { stopWords } from "../search/stop-words.ts";
import { findTerm, type Term, termOf } from "../search/term.ts";
import { wordsOf } from "../search/words.ts";
import { partyWords } from "../thesaurus/parties.ts";
import type { Concept, Party } from "./concept.ts";

/** How close a wording stands to the concept: its own name, a name of today, a name of other times. */
export type Nearness = "name" | "variant" | "period";

/** Something that speaks for the concept, and every place where it stands. */
export interface Sign {
  /** As the scholar wrote it. */
  readonly words: string;
  readonly nearness: Nearness;
  readonly term: Term;
  /** First tokens, rising; places inside an excluded wording are left out. */
  readonly places: Uint32Array;
}

/**
 * Every sign of a concept in the library.
 *
 * A wording of several words counts where they stand within eight words of each other, in any order. Words for
 * the parties in a wording ("confidence in the physician") are not looked for as words: whoever the passage
 * calls by any such name is evidence of its own, and the rest of the wording then counts as a period wording.
 */
export function signsOf(postings: Postings, concept: Concept, wordings = concept.wordings): readonly Sign[] {
  const excluded = excludedTokens(postings, concept.excluded);
  const named: readonly (readonly [string, Nearness])[] = [
    ...concept.name.split(/\s+and\s+|\s*\/\s*/).map((words) => [words, "name"] as const),
    ...wordings.map(({ words, kind }) => [words, kind] as const),
  ];
  const signs: Sign[] = [];
  const seen = new Set<string>();
  for (const [words, said] of named) {
    const telling = wordsOf(words).filter((word) => word.length > 1 && !stopWords.has(word));
    const content = telling.filter((word) => !partyStems.has(stem(word)));
    if (content.length === 0) continue;
    const nearness =
      said === "name" || content.length === telling.length || content.length > 1 ? said : "period";
    const term = termOf(content.join(" "), near);
    const key = content.map(stem).sort().join(" ");
    if (term === null || seen.has(key)) continue;
    seen.add(key);
    const places = findTerm(postings, term);
    const kept = excluded.size === 0 ? places : places.filter((token) => !excluded.has(token));
    if (kept.length > 0) signs.push({ words, nearness, term, places: kept });
  }
  return signs;
}

const near = 8;

/** Every place of every name for one of the parties, rising. */
export function partyPlaces(postings: Postings, party: Party): Uint32Array {
  const places = new Set<number>();
  for (const words of partyWords[party]) {
    const term = termOf(words);
    if (term !== null) for (const token of findTerm(postings, term)) places.add(token);
  }
  return Uint32Array.from(places).sort();
}

const partyStems: ReadonlySet<string> = new Set(
  Object.values(partyWords).flatMap((words) => words.filter((each) => /^\p{Letter}+$/u.test(each)).map(stem)),
);

function excludedTokens(postings: Postings, wordings: readonly string[]): ReadonlySet<number> {
  const tokens = new Set<number>();
  for (const words of wordings) {
    const term = termOf(words);
    if (term === null) continue;
    for (const first of findTerm(postings, term)) {
      for (let step = 0; step < term.stems.length; step++) tokens.add(first + step);
    }
  }
  return tokens;
}
