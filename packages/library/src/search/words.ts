/** One word of a text and where it stands. */
export type OnWord = (word: string, from: number, to: number) => void;

/**
 * The words of a stretch of text, folded for search: small letters, no accents, `’s` dropped.
 *
 * A hyphen parts words, but not a prefix from its word: "psycho-analysis", "psychoanalysis" and "psycho-" at the
 * end of a line before "analysis" are one word, as "counter-transference" and "post-hypnotic" are; "self-analysis"
 * is two. Another line-end hyphen therefore costs a match at most, never makes a false one. Underscores of
 * emphasis are no letters.
 */
export function eachWord(characters: string, from: number, to: number, onWord: OnWord): void {
  let at = from;
  while (at < to) {
    if (!isLetter(characters.charCodeAt(at))) {
      at += 1;
      continue;
    }
    const start = at;
    let plain = true;
    while (at < to) {
      const code = characters.charCodeAt(at);
      if (isLetter(code)) {
        plain &&= code < 128;
        at += 1;
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
  const bare = plain
    ? small
    : small
        .normalize("NFKD")
        .replace(/\p{Mark}/gu, "")
        .replace(/ß/g, "ss")
        .replace(/[-‐‑\s]+/g, "");
  return bare.replace(/['’](s$)?/g, "");
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
