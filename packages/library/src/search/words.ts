import { isUnspaced, segmentsOf } from "./unspaced.ts";

/** One word of a text and where it stands. */
export type OnWord = (word: string, from: number, to: number) => void;

/**
 * The words of a stretch of text, folded for search: small letters, no accents, `’s` dropped.
 *
 * A hyphen parts words, but not a prefix from its word: "psycho-analysis", "psychoanalysis" and "psycho-" at the
 * end of a line before "analysis" are one word, as "counter-transference" and "post-hypnotic" are; "self-analysis"
 * is two. Another line-end hyphen therefore costs a match at most, never makes a false one. Underscores of
 * emphasis are no letters. A soft hyphen joins the letters on its sides, also over a line's end. Scripts without
 * spaces are segmented.
 */
export function eachWord(characters: string, from: number, to: number, onWord: OnWord): void {
  let at = from;
  while (at < to) {
    if (!isLetter(characters.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    if (isUnspaced(characters.charCodeAt(at))) {
      while (at < to && goesOnUnspaced(characters, at, to)) at += 1;
      const run = characters.slice(start, at);
      for (const word of segmentsOf(run))
        onWord(folded(run.slice(word.from, word.to), false), start + word.from, start + word.to);
      continue;
    }
    let plain = true;
    while (at < to) {
      const code = characters.charCodeAt(at);
      if (isUnspaced(code)) break;
      if (isLetter(code)) {
        plain &&= code < 128;
        at += 1;
      } else if (isJoiner(code)) {
        const next = afterJoiner(characters, at, to);
        if (next === null) break;
        plain = false;
        at = next;
      } else if (isApostrophe(code) && at + 1 < to && isLetter(characters.charCodeAt(at + 1))) at += 1;
      else if (isHyphen(code) && prefixes.has(characters.slice(start, at).toLowerCase())) {
        const next = afterHyphen(characters, at, to);
        if (next === null) break;
        plain = false;
        at = next;
      } else break;
    }
    onWord(folded(characters.slice(start, at), plain), start, at);
  }
}

export function wordsOf(characters: string): readonly string[] {
  const words: string[] = [];
  eachWord(characters, 0, characters.length, (word) => words.push(word));
  return words;
}

function folded(word: string, plain: boolean): string {
  const small = word.toLowerCase();
  if (plain) return small.replace(/['’](s$)?/g, "");
  const bare = small.normalize("NFKD").replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, "");
  // Where marks are vowels or tones, a word without them is another word.
  const marked = ownMarks.test(bare) ? bare.normalize("NFC") : bare.replace(/\p{Mark}/gu, "");
  return marked
    .replace(/ß/g, "ss")
    .replace(/[-‐‑\s]+/g, "")
    .replace(/['’](s$)?/g, "");
}

/** Scripts of South and East Asia; in Latin, Greek, Hebrew or Arabic marks may be left away. */
const ownMarks = /[\u0900-\u1CFF\u3040-\u30FF]/;

/** A run goes on over joiners between its letters, not over anything that is no letter. */
function goesOnUnspaced(characters: string, at: number, to: number): boolean {
  const code = characters.charCodeAt(at);
  if (isUnspaced(code) || (code >= 0xdc00 && code <= 0xdfff && isUnspaced(characters.charCodeAt(at - 1))))
    return true;
  if (code >= 0x300 && code <= 0x36f) return true;
  return (code === 0x200d || code === 0x2060) && at + 1 < to && isUnspaced(characters.charCodeAt(at + 1));
}

/** What stands inside of words and is not seen: soft hyphens, joiners, marks of direction. */
const isJoiner = (code: number): boolean =>
  code === 0xad || (code >= 0x200c && code <= 0x200f) || code === 0x2060 || code === 0xfeff;

/** Where the word goes on after a joiner; a soft hyphen may end a line. */
function afterJoiner(characters: string, joiner: number, to: number): number | null {
  let next = joiner + 1;
  if (characters.charCodeAt(joiner) === 0xad) while (next < to && /\s/.test(characters[next]!)) next += 1;
  while (next < to && isJoiner(characters.charCodeAt(next))) next += 1;
  const code = characters.charCodeAt(next);
  return next < to && isLetter(code) && !isUnspaced(code) ? next : null;
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

const isHyphen = (code: number): boolean => code === 0x2d || code === 0x2010 || code === 0x2011;

/** Where the word goes on: at once, or at the beginning of the next line. */
function afterHyphen(characters: string, hyphen: number, to: number): number | null {
  let next = hyphen + 1;
  if (next < to && characters[next] === "\r") next += 1;
  if (next < to && characters[next] === "\n") {
    next += 1;
    while (next < to && characters[next] === " ") next += 1;
  }
  return next < to && isLetter(characters.charCodeAt(next)) ? next : null;
}

/** What is no word of its own before a hyphen, in the language of this field; "self" and "over" are. */
const prefixes: ReadonlySet<string> = new Set(
  (
    "anti auto co contra counter de electro hetero hypno hyper hypo inter intra mega meta micro mono multi neo " +
    "neuro non para physio poly post pre pro pseudo psycho re semi sub super trans tri ultra un"
  ).split(" "),
);

function isLetter(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && letterOrMark.test(String.fromCharCode(code));
}

const letterOrMark = /[\p{Letter}\p{Mark}\p{Nd}\uD800-\uDFFF]/u;
