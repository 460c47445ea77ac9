import type { Postings } from "../search/postings.ts";
import { lastAtOrBefore } from "../text/last-at-or-before.ts";

/** What it is worth that a party is named elsewhere in the passage, where the same sentence is worth 1. */
const inPassage = 0.7;

/** For every sentence of the library, how near somebody named at `places` is to it, from 0 to 1. */
export function presenceBySentence(postings: Postings, places: Uint32Array): Float32Array {
  const { passageOf, sentenceOf, passageFirst } = postings;
  const presence = new Float32Array((sentenceOf.at(-1) ?? -1) + 1);
  for (const place of places) {
    const passage = passageOf[place]!;
    const first = sentenceOf[passageFirst[passage]!]!;
    const last = sentenceOf[passageFirst[passage + 1]! - 1]!;
    for (let sentence = first; sentence <= last; sentence++) {
      if (presence[sentence]! < inPassage) presence[sentence] = inPassage;
    }
    presence[sentenceOf[place]!] = 1;
  }
  return presence;
}

/** Does any of the places (rising) lie in the passage of `token`, at most `within` words from it? */
export function isNear({ passageOf }: Postings, places: Uint32Array, token: number, within: number): boolean {
  for (let at = lastAtOrBefore(places.length, (each) => places[each]!, token + within); at >= 0; at--) {
    const place = places[at]!;
    if (place < token - within) return false;
    if (passageOf[place] === passageOf[token]) return true;
  }
  return false;
}
