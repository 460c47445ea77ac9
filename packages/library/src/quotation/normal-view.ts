import { isUnspaced } from "../search/unspaced.ts";

/**
 * A text as it is compared: what typography may change is evened out, and every sign knows where it stood.
 *
 * The declared normalisation, all of it:
 * - capitals and small letters are one; letters and their accents are taken apart, ligatures too (NFKD);
 * - quotation marks and apostrophes of every shape are one, runs of them too; the space that French sets inside
 *   of them falls;
 * - hyphens and dashes of every length, with or without spaces around, are one; at the end of a line a hyphen
 *   may stand or fall; soft hyphens fall, and the space after one;
 * - runs of space and line ends are one space, before closing punctuation none, between letters of scripts that
 *   are written without spaces none;
 * - three points in any spacing are one ellipsis, and so are several ellipses;
 * - page marks `{188}` `[Pg 188]`, note marks `[12]` `[*]` `¹` (not after a figure: 10² stays) and the signs of emphasis `_ = * †` fall.
 *
 * No letter, digit or other sign of punctuation is ever dropped, so a changed, added or missing word differs.
 */
export interface NormalView {
  readonly signs: string;
  /** Where each sign stood in the original. */
  readonly at: Uint32Array;
  /** What stood before the sign: 0 nothing, 1 a hyphen or dash, 2 a hyphen at a line's end. */
  readonly hyphen: Uint8Array;
  /** Where what it stands for ended. */
  readonly to: Uint32Array;
}

export function normalView(characters: string, from = 0, to = characters.length): NormalView {
  let room = to - from + 64;
  let codes = new Uint16Array(room);
  let at = new Uint32Array(room);
  let ends = new Uint32Array(room);
  let hyphen = new Uint8Array(room);
  let size = 0;
  let space = false;
  let dash: 0 | 1 | 2 = 0;
  /** A soft hyphen or an opening mark of French stands before: space after it falls. */
  let swallows = false;
  const put = (code: number, place: number, length = 1): void => {
    if (size + 2 > room) {
      room *= 2;
      codes = grown(codes, new Uint16Array(room));
      at = grown(at, new Uint32Array(room));
      ends = grown(ends, new Uint32Array(room));
      hyphen = grown(hyphen, new Uint8Array(room));
    }
    const runsOn = size > 0 && isUnspaced(code) && isUnspaced(codes[size - 1]!);
    if (space && dash === 0 && size > 0 && !closes(code) && !runsOn) {
      codes[size] = 32;
      at[size] = place;
      ends[size] = place;
      size += 1;
    }
    hyphen[size] = dash;
    codes[size] = code;
    at[size] = place;
    ends[size] = place + length;
    size += 1;
    space = false;
    dash = 0;
    swallows = false;
  };

  for (let i = from; i < to; i++) {
    const code = characters.charCodeAt(i);
    if (isPlain(code)) put(code >= 65 && code <= 90 ? code + 32 : code, i);
    else if (isSpace(code)) space = !swallows;
    else if (code === 45 || isDash(code)) {
      const atLineEnd = code !== 0x2014 && isLetterAt(characters, i - 1) && breaksLine(characters, i + 1, to);
      dash = atLineEnd && dash === 0 ? 2 : 1;
    } else if (code === 0xad) swallows ||= size > 0 && !space && dash === 0;
    else if (isEmphasis(code) || isInvisible(code)) continue;
    else if (isSuperscript(code)) {
      if (isFigureAt(characters, i - 1)) put(figureOf(code), i);
    } else if (code === 91 || code === 123) {
      const length = markLength(characters, i, to);
      if (length === 0) put(code, i);
      else i += length - 1;
    } else if (isQuote(code)) {
      const spaceBefore = spaceAt(characters, i - 1, from, to);
      const spaceAfter = spaceAt(characters, i + 1, from, to);
      if (isClosingShape(code) && spaceBefore && (spaceAfter || closes(characters.charCodeAt(i + 1))))
        space = false;
      if (size === 0 || codes[size - 1] !== 34 || space || dash !== 0) put(34, i);
      swallows = spaceBefore && spaceAfter && isOpeningShape(code);
    } else if (code === 0x2026 || code === 46) {
      const length = code === 46 ? pointsLength(characters, i, to) : ellipsesLength(characters, i, to);
      put(code === 46 && length === 1 ? 46 : 0x2026, i, length);
      i += length - 1;
    } else {
      const sign = code >= 0xd800 && code < 0xdc00 ? characters.slice(i, i + 2) : characters[i]!;
      for (const each of sign.normalize("NFKD").toLowerCase().split(""))
        put(each.charCodeAt(0), i, sign.length);
      i += sign.length - 1;
    }
  }
  return {
    signs: stringOf(codes, size),
    at: at.slice(0, size),
    to: ends.slice(0, size),
    hyphen: hyphen.slice(0, size),
  };
}

/** Punctuation that some typographies set apart from the word before it. */
const closes = (code: number): boolean =>
  code === 44 ||
  code === 46 ||
  code === 58 ||
  code === 59 ||
  code === 33 ||
  code === 63 ||
  code === 41 ||
  code === 0x2026;
const isPlain = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 44;
const isSpace = (code: number): boolean =>
  code === 32 ||
  (code >= 9 && code <= 13) ||
  code === 0xa0 ||
  (code >= 0x2000 && code <= 0x200a) ||
  code === 0x202f ||
  code === 0x3000 ||
  code === 0x2028 ||
  code === 0x2029;
const isDash = (code: number): boolean =>
  (code >= 0x2010 && code <= 0x2015) || code === 0x2212 || code === 0x2043;
const isQuote = (code: number): boolean =>
  code === 34 ||
  code === 39 ||
  code === 96 ||
  code === 0xb4 ||
  code === 0xab ||
  code === 0xbb ||
  (code >= 0x2018 && code <= 0x201f) ||
  code === 0x2039 ||
  code === 0x203a ||
  code === 0x2032 ||
  code === 0x2033 ||
  code === 0x5f3 ||
  code === 0x5f4 ||
  (code >= 0x300c && code <= 0x300f);
const isEmphasis = (code: number): boolean =>
  code === 95 || code === 61 || code === 42 || code === 0x2020 || code === 0x2021;
const isInvisible = (code: number): boolean =>
  (code >= 0x200b && code <= 0x200f) || code === 0xfeff || code === 0x2060;
const isSuperscript = (code: number): boolean =>
  code === 0xb9 || code === 0xb2 || code === 0xb3 || (code >= 0x2070 && code <= 0x2079);

/** « “ ‹ ‘ with a space on both sides open, » ” › ’ so set close: so French sets them. */
const isOpeningShape = (code: number): boolean =>
  code === 0xab || code === 0x2039 || code === 0x201c || code === 0x2018;
const isClosingShape = (code: number): boolean =>
  code === 0xbb || code === 0x203a || code === 0x201d || code === 0x2019;
/** Space, or the edge of the stretch. */
const spaceAt = (characters: string, at: number, from: number, to: number): boolean =>
  at < from || at >= to || isSpace(characters.charCodeAt(at)) || /[([{—–]/.test(characters[at]!);

const isFigureAt = (characters: string, at: number): boolean =>
  at >= 0 &&
  /[\d⁰¹²³⁴-⁹]/.test(characters[at]!) &&
  /\d[⁰¹²³⁴-⁹]*$/.test(characters.slice(Math.max(0, at - 4), at + 1));
const figureOf = (code: number): number => String.fromCharCode(code).normalize("NFKC").charCodeAt(0);

const isLetterAt = (characters: string, at: number): boolean =>
  at >= 0 && /\p{Letter}/u.test(characters[at]!);

/** Only space up to a line's end, then a letter. */
function breaksLine(characters: string, from: number, to: number): boolean {
  let at = from;
  let broken = false;
  while (at < to && isSpace(characters.charCodeAt(at))) {
    broken ||= characters[at] === "\n";
    at += 1;
  }
  return broken && at < to && isLetterAt(characters, at);
}

const mark =
  /\{(?:\d{1,4}|[ivxlc]{1,8})\}|\[(?:(?:pg|p\.|page)\s*(?:\d{1,4}|[ivxlc]{1,8})|\d{1,3}|\*{1,3}|†)\]/iy;

function markLength(characters: string, at: number, to: number): number {
  mark.lastIndex = at;
  const found = mark.exec(characters);
  return found !== null && at + found[0].length <= to ? found[0].length : 0;
}

const points = /\.(?:\s?\.){2,}/y;

/** How long a row of three or more points is; 1 for a full stop. */
function pointsLength(characters: string, at: number, to: number): number {
  points.lastIndex = at;
  const found = points.exec(characters);
  return found !== null && at + found[0].length <= to ? found[0].length : 1;
}

/** Chinese sets two ellipses where others set one. */
function ellipsesLength(characters: string, at: number, to: number): number {
  let end = at + 1;
  while (end < to && characters.charCodeAt(end) === 0x2026) end += 1;
  return end - at;
}

function grown<T extends { set(from: T): void }>(from: T, into: T): T {
  into.set(from);
  return into;
}

function stringOf(codes: Uint16Array, size: number): string {
  const parts: string[] = [];
  for (let from = 0; from < size; from += 8192) {
    parts.push(String.fromCharCode(...codes.subarray(from, Math.min(size, from + 8192))));
  }
  return parts.join("");
}
