import type { Postings } from "../search/postings.ts";
import type { TextId } from "../text/text.ts";

/** Where in one text the places lie: a strip of equal parts from its first word to its last. */
export interface DispersionStrip {
  readonly text: TextId;
  readonly places: number;
  readonly words: number;
  readonly parts: readonly number[];
}

/**
 * How evenly are the places spread, over the texts and within each?
 *
 * `deviation` is Gries' DP over the texts: half the sum of |share of the places − share of the words|; 0 is
 * spread as the words are, near 1 is all in one small text. Null without places. Gries ST (2008), International
 * Journal of Corpus Linguistics 13: 403–437.
 */
export function dispersionOf(
  postings: Postings,
  places: Uint32Array,
  parts: number,
): { readonly strips: readonly DispersionStrip[]; readonly deviation: number | null } {
  const { passages, passageFirst, passageOf } = postings;
  const ranges = new Map<TextId, { from: number; to: number }>();
  passages.forEach(({ text }, at) => {
    const known = ranges.get(text);
    if (known === undefined) ranges.set(text, { from: passageFirst[at]!, to: passageFirst[at + 1]! });
    else known.to = passageFirst[at + 1]!;
  });
  const counts = new Map<TextId, number[]>();
  for (const token of places) {
    const { text } = passages[passageOf[token]!]!;
    const { from, to } = ranges.get(text)!;
    const row = counts.get(text) ?? new Array<number>(parts).fill(0);
    row[Math.min(parts - 1, Math.floor(((token - from) / Math.max(1, to - from)) * parts))]! += 1;
    counts.set(text, row);
  }
  const strips = [...ranges].map(([text, { from, to }]): DispersionStrip => {
    const row = counts.get(text) ?? new Array<number>(parts).fill(0);
    return { text, words: to - from, parts: row, places: row.reduce((sum, each) => sum + each, 0) };
  });
  const words = strips.reduce((sum, each) => sum + each.words, 0);
  const deviation =
    places.length === 0
      ? null
      : strips.reduce((sum, each) => sum + Math.abs(each.places / places.length - each.words / words), 0) / 2;
  return { strips, deviation };
}
