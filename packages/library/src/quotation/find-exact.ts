import { isUnspaced } from "../search/unspaced.ts";
import { lastAtOrBefore } from "../text/last-at-or-before.ts";
import type { Span } from "../text/text.ts";
import { type NormalView, normalView } from "./normal-view.ts";

/**
 * Every place where these words stand exactly, after the declared normalisation of `NormalView`.
 *
 * Words are whole: "able" is not found in "unable"; in scripts without spaces every letter may begin a quotation. A hyphen must stand on both sides or on neither, except
 * where a line ended. Quotation marks and points around the whole are not part of it. At most `most` places, all
 * of them inside `within`.
 */
export function findExact(
  view: NormalView,
  words: string,
  most = 1000,
  within: Span = { from: 0, to: Number.POSITIVE_INFINITY },
): readonly Span[] {
  const wanted = bareView(normalView(words));
  const found: Span[] = [];
  if (wanted.signs.length === 0) return found;
  const start = lastAtOrBefore(view.at.length, (sign) => view.at[sign]!, within.from - 1) + 1;
  let at = view.signs.indexOf(wanted.signs, start);
  while (at >= 0 && found.length < most && view.to[at + wanted.signs.length - 1]! <= within.to) {
    const last = at + wanted.signs.length;
    if (isWhole(view, at, last) && hyphensAgree(view, at, wanted)) {
      found.push({ from: view.at[at]!, to: view.to[last - 1]! });
    }
    at = view.signs.indexOf(wanted.signs, at + 1);
  }
  return found;
}

/** Without quotation marks, points and spaces at both ends. */
export function bareView(view: NormalView): NormalView {
  let from = 0;
  let to = view.signs.length;
  while (from < to && isWrapping(view.signs[from]!)) from += 1;
  while (to > from && isWrapping(view.signs[to - 1]!)) to -= 1;
  return {
    signs: view.signs.slice(from, to),
    at: view.at.subarray(from, to),
    to: view.to.subarray(from, to),
    hyphen: view.hyphen.subarray(from, to),
  };
}

const isWrapping = (sign: string): boolean => sign === '"' || sign === " " || sign === "." || sign === "…";

/** Neither end cuts a word in two; "can" does not end where "can't" goes on. */
function isWhole(view: NormalView, from: number, to: number): boolean {
  const { hyphen } = view;
  return !(hyphen[from] === 0 && goesOn(view, from, -1)) && !(hyphen[to] === 0 && goesOn(view, to - 1, 1));
}

function goesOn({ signs, hyphen }: NormalView, at: number, step: 1 | -1): boolean {
  const word = (place: number): boolean => isWordSign(signs[place] ?? " ");
  if (!word(at)) return false;
  if (isUnspaced(signs.charCodeAt(at)) || isUnspaced(signs.charCodeAt(at + step)))
    return isMark(signs[step === 1 ? at + 1 : at] ?? " ");
  // An apostrophe goes on; a quotation mark with a dash on one of its sides closes or opens.
  const isApart = hyphen[step === 1 ? at + 1 : at] !== 0 || hyphen[step === 1 ? at + 2 : at - 1] !== 0;
  return word(at + step) || (signs[at + step] === '"' && !isApart && word(at + 2 * step));
}

/** A vowel or tone that belongs to the letter before. */
const isMark = (sign: string): boolean => /\p{Mark}/u.test(sign);

const isWordSign = (sign: string): boolean => /[\p{Letter}\p{Mark}\p{Number}]/u.test(sign);

function hyphensAgree(view: NormalView, at: number, wanted: NormalView): boolean {
  for (let i = 1; i < wanted.hyphen.length; i++) {
    const there = view.hyphen[at + i]!;
    const here = wanted.hyphen[i]!;
    if (there !== here && there !== 2 && here !== 2) return false;
  }
  return true;
}
