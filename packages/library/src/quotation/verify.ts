import type { StaffMessage } from "@concord/messages";
import { wordsOf } from "../search/words.ts";
import { sectionAt } from "../text/locator.ts";
import type { Span, Text } from "../text/text.ts";
import { differencesMessage } from "../text/word-account.ts";
import { type Caution, cautionsOf, finalMarkCaution, negations } from "./caution.ts";
import { evenedOut } from "./evened-out.ts";
import { findExact } from "./find-exact.ts";
import { type Difference, findNear, type NearPlace } from "./find-near.ts";
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
      /** What is set otherwise than in the text, and is the same after the declared normalisation. */
      readonly evenedOut: readonly Difference[];
      readonly cautions: readonly Caution[];
    }
  | { readonly kind: "near"; readonly place: NearPlace }
  | { readonly kind: "too-short"; readonly message: StaffMessage }
  | { readonly kind: "absent" };

/** A text ready to be asked about many quotations. */
export interface Verifiable {
  readonly text: Text;
  readonly view: NormalView;
}

export const verifiable = (text: Text): Verifiable => ({ text, view: normalView(text.characters) });

const minWords = 3;
/** One word alone between elisions could be any of the chapter: it must stand close, and never be a "not". */
const mostBesideOneWord = 40;
/** Pieces further apart than this are two quotations. */
const mostWordsLeftOut = 250;
/** So many letters hold more words than may be left out; it only bounds the search. */
const mostLettersLeftOut = 5000;

/**
 * Are these words in the text, exactly after the declared normalisation?
 *
 * `…`, `...` and `[...]` are elisions unless the text has them itself: every piece must stand, in order, in one
 * chapter, with at most 250 words left out at each. What only resembles is `near`, with the differences: an
 * inserted "not" is one of them and is never verified.
 */
export function verify({ text, view }: Verifiable, words: string): Verification {
  const trimmed = words.trim();
  if (countWords(trimmed, { from: 0, to: trimmed.length }) < minWords)
    return {
      kind: "too-short",
      message: { id: "library.quotation-problem.too-short", values: { min: minWords } },
    };
  const whole = findExact(view, trimmed);
  if (whole.length > 0) return verified(text, [whole[0]!], whole.slice(1), [trimmed]);
  for (const pieces of readings(trimmed)) {
    const spans = placePieces(text, view, pieces);
    if (spans !== null) return verified(text, spans, [], pieces);
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

/** The tightest row of places, one for each piece, sought on both sides of the longest. */
function placePieces(text: Text, view: NormalView, pieces: readonly string[]): readonly Span[] | null {
  const lengths = pieces.map((piece) => wordsOf(piece));
  const isTelling = lengths.some((words) => words.length >= minWords);
  if (!isTelling || lengths.some((words) => words.length === 0 || isLoneNegation(words))) return null;
  const bare = pieces.map(trimPoints);
  const longest = bare.indexOf(bare.toSorted((a, b) => b.length - a.length)[0]!);
  const besides = (at: number): number =>
    [at, at + 1].some((piece) => lengths[piece]!.length === 1) ? mostBesideOneWord : mostWordsLeftOut;
  let best: readonly Span[] | null = null;
  for (const anchor of findExact(view, bare[longest]!)) {
    const chain: Span[] = [anchor];
    for (let at = longest - 1; at >= 0; at--) {
      const next = chain[0]!;
      const window = { from: next.from - mostLettersLeftOut - bare[at]!.length, to: next.from };
      const found = findExact(view, bare[at]!, 1000, window).at(-1);
      if (found === undefined || !isOneQuotation(text, found, next, besides(at))) break;
      chain.unshift(found);
    }
    if (chain.length < longest + 1) continue;
    for (let at = longest + 1; at < bare.length; at++) {
      const last = chain.at(-1)!;
      const window = { from: last.to, to: last.to + mostLettersLeftOut + 2 * bare[at]!.length };
      const found = findExact(view, bare[at]!, 1, window)[0];
      if (found === undefined || !isOneQuotation(text, last, found, besides(at - 1))) break;
      chain.push(found);
    }
    if (chain.length < bare.length) continue;
    if (best === null || lengthOf(chain) < lengthOf(best)) best = chain;
  }
  return best;
}

const isLoneNegation = (words: readonly string[]): boolean => words.length === 1 && negations.has(words[0]!);

/** A comma or point that closes a piece before the elision is the editor's, not the author's. */
const trimPoints = (piece: string): string => piece.replace(/^[,;:.\s]+|[,;:\s]+$/g, "");

const lengthOf = (chain: readonly Span[]): number => chain.at(-1)!.to - chain[0]!.from;

function isOneQuotation(text: Text, before: Span, after: Span, most: number): boolean {
  if (sectionAt(text.sections, before.from) !== sectionAt(text.sections, after.from)) return false;
  return countWords(text.characters, { from: before.to, to: after.from }) <= most;
}

function verified(
  text: Text,
  spans: readonly Span[],
  elsewhere: readonly Span[],
  pieces: readonly string[],
): Verification {
  const omitted = spans
    .slice(1)
    .map((span, at) => countWords(text.characters, { from: spans[at]!.to, to: span.from }));
  const cautions = [
    ...readingCaution(text),
    ...finalMarkCaution(text.characters, spans.at(-1)!.to, pieces.at(-1)!),
    ...cautionsOf(text.characters, spans),
  ];
  const set = spans.flatMap((span, at) => evenedOut(text.characters, span, trimPoints(pieces[at]!)));
  return { kind: "verified", spans, omitted, elsewhere, evenedOut: set, cautions };
}

/** What was read with words missing or added says so with every quotation from it. */
export function readingCaution({ words }: Pick<Text, "words">): readonly Caution[] {
  const message = differencesMessage(words);
  return message === null ? [] : [{ kind: "reading", where: "text", words: "", message }];
}
