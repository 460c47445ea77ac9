import type { Postings } from "../search/postings.ts";

/** The part of a rising row that lies from `from` to before `to`. */
export function within(places: Uint32Array, from: number, to: number): Uint32Array {
  return places.subarray(firstAtLeast(places, from), firstAtLeast(places, to));
}

/** Passages to each side that count as around. */
const around = 3;

/**
 * Is a subject spoken of here more than elsewhere in the same text?
 *
 * The logarithm of the words per 200 around the passage over those in its whole text, each plus a half, so that
 * an author who says "patient" on every page is not about patients on every page.
 */
export function relativeDensity(postings: Postings, places: Uint32Array, passage: number): number {
  const { passages, passageFirst } = postings;
  const text = passages[passage]!.text;
  let first = passage;
  let last = passage;
  while (first > 0 && passage - first < around && passages[first - 1]!.text === text) first -= 1;
  while (last + 1 < passages.length && last - passage < around && passages[last + 1]!.text === text)
    last += 1;
  const here = per200(places, passageFirst[first]!, passageFirst[last + 1]!);
  const { from, to } = tokensOfText(postings, passage);
  return Math.log((here + 0.5) / (per200(places, from, to) + 0.5));
}

function per200(places: Uint32Array, from: number, to: number): number {
  return (200 * within(places, from, to).length) / Math.max(1, to - from);
}

/** The passages of a text stand together. */
function tokensOfText({ passages, passageFirst }: Postings, passage: number) {
  const { text } = passages[passage]!;
  let first = passage;
  let last = passage;
  while (first > 0 && passages[first - 1]!.text === text) first -= 1;
  while (last + 1 < passages.length && passages[last + 1]!.text === text) last += 1;
  return { from: passageFirst[first]!, to: passageFirst[last + 1]! };
}

function firstAtLeast(places: Uint32Array, wanted: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (places[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
