import { inflectionOf } from "../search/inflection.ts";
import { stem } from "../search/porter2.ts";
import type { Postings } from "../search/postings.ts";
import { stopWords } from "../search/stop-words.ts";
import { findTerm, inflectedTermOf, type Term, termOf } from "../search/term.ts";
import { wordsOf } from "../search/words.ts";
import { partyWords } from "../thesaurus/parties.ts";
import type { Concept, Party } from "./concept.ts";

/** How close a wording stands to the concept: its own name, a name of today, a name of other times. */
export type Proximity = "name" | "variant" | "period";

/** Something that speaks for the concept, and every place where it stands. */
export interface Sign {
  /** As the scholar wrote it. */
  readonly words: string;
  readonly nearness: Proximity;
  readonly term: Term;
  /** Its stems, in the order of the alphabet: "suggestion" and "suggestive" are of one root. */
  readonly root: string;
  /** Who is named in the wording ("confidence in the physician"), and is not looked for as a word. */
  readonly named: readonly Party[];
  /** First tokens, rising; places inside an excluded wording are left out. */
  readonly places: Uint32Array;
}

/**
 * Every sign of a concept in the library.
 *
 * Words are looked for as they are written, in the singular or plural, past or -ing: a thesaurus that means
 * "depend" beside "dependence" lists both. A wording of several words counts where they stand within eight
 * words of each other, in any order. Words for the parties in a wording ("confidence in the physician") are
 * not looked for as words: whoever the passage calls by any such name is evidence of its own, and the rest of
 * the wording then counts as a period wording.
 */
export function signsOf(postings: Postings, concept: Concept, wordings = concept.wordings): readonly Sign[] {
  const excluded = excludedTokens(postings, concept.excluded);
  const named: readonly (readonly [string, Proximity])[] = [
    ...concept.name.split(/\s+and\s+|\s*\/\s*/).map((words) => [words, "name"] as const),
    ...wordings.map(({ words, kind }) => [words, kind] as const),
  ];
  const signs: Sign[] = [];
  const seen = new Set<string>();
  for (const [words, said] of named) {
    const telling = wordsOf(words).filter((word) => word.length > 1 && !stopWords.has(word));
    const content = telling.filter((word) => !partyOf.has(inflectionOf(word)));
    if (content.length === 0) continue;
    const nearness =
      said === "name" || content.length === telling.length || content.length > 1 ? said : "period";
    const term = inflectedTermOf(content.join(" "), proximityTerms);
    const key = content.map(inflectionOf).sort().join(" ");
    if (term === null || seen.has(key)) continue;
    seen.add(key);
    const places = findTerm(postings, term);
    const kept = excluded.size === 0 ? places : places.filter((token) => !excluded.has(token));
    if (kept.length === 0) continue;
    const root = content.map(stem).sort().join(" ");
    const named = [...new Set(telling.flatMap((word) => partyOf.get(inflectionOf(word)) ?? []))];
    signs.push({ words, nearness, term, root, named, places: kept });
  }
  return signs;
}

/** How far apart the words of one wording may stand. */
export const proximityTerms = 8;

/** Every place of every name for one of the parties, rising. */
export function partyPlaces(postings: Postings, party: Party): Uint32Array {
  const places = new Set<number>();
  for (const words of partyWords[party]) {
    const term = inflectedTermOf(words);
    if (term !== null) for (const token of findTerm(postings, term)) places.add(token);
  }
  return Uint32Array.from(places).sort();
}

const partyOf: ReadonlyMap<string, Party> = new Map(
  (["therapist", "patient"] as const).flatMap((party) =>
    partyWords[party]
      .filter((each) => /^\p{Letter}+$/u.test(each))
      .map((each) => [inflectionOf(each), party] as const),
  ),
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
