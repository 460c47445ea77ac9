/** One word of a text and where it stands. */
export type OnWord = (word: string, from: number, to: number) => void;

/**
 * The words of a stretch of text, folded for search: small letters, no accents, `’s` dropped.
 *
 * Hyphens part words, so that "psycho-analysis" is found by "analysis" and, as a phrase, by both spellings with
 * a hyphen; a line-end hyphen therefore costs a match at most, never makes a false one. Underscores of emphasis
 * are no letters.
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
      else break;
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
        .replace(/ß/g, "ss");
  return bare.replace(/['’](s$)?/g, "");
}

const isApostrophe = (code: number): boolean => code === 0x27 || code === 0x2019;

function isLetter(code: number): boolean {
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  return code >= 0xc0 && letterOrMark.test(String.fromCharCode(code));
}

const letterOrMark = /[\p{Letter}\p{Mark}\p{Nd}\uD800-\uDFFF]/u;
