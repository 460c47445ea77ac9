import { sectionAt } from "../text/locator.ts";
import type { Span, Text } from "../text/text.ts";
import { type Caution, cautionsOf } from "./caution.ts";
import { findExact } from "./find-exact.ts";
import { findNear, type NearPlace } from "./find-near.ts";
import { type NormalView, normalView } from "./normal-view.ts";
import { countWords } from "./words-at.ts";

/** Are these words in this text? Only `verified` may be shown as a quotation. */
export type Verification =
  | {
      readonly kind: "verified";
      /** One for each piece between elisions. */
      readonly spans: readonly Span[];
      /** Words left out between one piece and the next. */
      readonly omitted: readonly number[];
      /** Other places in the same text where the same words stand. */
      readonly elsewhere: readonly Span[];
      readonly cautions: readonly Caution[];
    }
  | { readonly kind: "near"; readonly place: NearPlace }
  | { readonly kind: "too-short"; readonly sentence: string }
  | { readonly kind: "absent" };

/** A text ready to be asked about many quotations. */
export interface Verifiable {
  readonly text: Text;
  readonly view: NormalView;
}

export const verifiable = (text: Text): Verifiable => ({ text, view: normalView(text.characters) });

const fewestWords = 3;
/** One word between two elisions could be any word of the chapter: a "not", say. */
const fewestWordsInPiece = 2;
/** Pieces further apart than this are two quotations. */
export const mostWordsLeftOut = 250;

/**
 * Do these words stand in the text, exactly after the declared normalisation?
 *
 * `…`, `...` and `[...]` are elisions unless the text has them itself: every piece must stand, in order, in one
 * chapter, with at most 250 words left out at each. What only resembles is `near`, with the differences: an
 * inserted "not" is one of them and is never verified.
 */
export function verify({ text, view }: Verifiable, words: string): Verification {
  const trimmed = words.trim();
  if (countWords(trimmed, { from: 0, to: trimmed.length }) < fewestWords)
    return { kind: "too-short", sentence: `A quotation of fewer than ${fewestWords} words proves nothing.` };
  const whole = findExact(view, trimmed);
  if (whole.length > 0) return verified(text, [whole[0]!], whole.slice(1));
  for (const pieces of readings(trimmed)) {
    const spans = placePieces(text, view, pieces);
    if (spans !== null) return verified(text, spans, []);
  }
  const place = findNear(text.characters, trimmed);
  return place === null ? { kind: "absent" } : { kind: "near", place };
}

const elision = /(\[\s*(?:…|\.(?:\s?\.){2,})\s*\]|\(\s*(?:…|\.(?:\s?\.){2,})\s*\)|…|\.(?:\s?\.){2,})/;
const mostReadings = 32;

/**
 * The ways to read rows of points, fewest elisions first: points in brackets are the editor's, bare ones may be
 * the author's own.
 */
function readings(words: string): readonly (readonly string[])[] {
  const parts = words.split(elision);
  const signs = parts.filter((_, at) => at % 2 === 1);
  const count = Math.min(mostReadings, 2 ** signs.length);
  const all = Array.from({ length: count }, (_, mask) => {
    const pieces: string[] = [parts[0]!];
    signs.forEach((sign, at) => {
      const isElision = /^[[(]/.test(sign) || ((mask >> at) & 1) === 1 || at >= 5;
      if (isElision) pieces.push(parts[2 * at + 2]!);
      else pieces[pieces.length - 1] += sign + parts[2 * at + 2]!;
    });
    return pieces.map((piece) => piece.trim()).filter((piece) => piece !== "");
  });
  return all.sort((a, b) => a.length - b.length);
}

/** The tightest row of places, one for each piece. */
function placePieces(text: Text, view: NormalView, pieces: readonly string[]): readonly Span[] | null {
  const isWordy = pieces.every(
    (piece) => countWords(piece, { from: 0, to: piece.length }) >= fewestWordsInPiece,
  );
  if (!isWordy || pieces.length === 0) return null;
  const places = pieces.map((piece) => findExact(view, trimPoints(piece)));
  let best: readonly Span[] | null = null;
  for (const first of places[0] ?? []) {
    const chain: Span[] = [first];
    for (const candidates of places.slice(1)) {
      const last = chain.at(-1)!;
      const next = candidates.find((each) => each.from >= last.to);
      if (next === undefined || !isOneQuotation(text, last, next)) break;
      chain.push(next);
    }
    if (chain.length < pieces.length) continue;
    if (best === null || lengthOf(chain) < lengthOf(best)) best = chain;
  }
  return best;
}

/** A comma or point that closes a piece before the elision is the editor's, not the author's. */
const trimPoints = (piece: string): string => piece.replace(/^[,;:.\s]+|[,;:\s]+$/g, "");

const lengthOf = (chain: readonly Span[]): number => chain.at(-1)!.to - chain[0]!.from;

function isOneQuotation(text: Text, before: Span, after: Span): boolean {
  if (sectionAt(text.sections, before.from) !== sectionAt(text.sections, after.from)) return false;
  return countWords(text.characters, { from: before.to, to: after.from }) <= mostWordsLeftOut;
}

function verified(text: Text, spans: readonly Span[], elsewhere: readonly Span[]): Verification {
  const omitted = spans
    .slice(1)
    .map((span, at) => countWords(text.characters, { from: spans[at]!.to, to: span.from }));
  return { kind: "verified", spans, omitted, elsewhere, cautions: cautionsOf(text.characters, spans) };
}
