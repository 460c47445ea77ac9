import type { LeftOut, WordAccount, WordDifference } from "../text/word-account.ts";
import { kindOf, type Letters, letter } from "./letters.ts";
import type { UnresolvedEntity } from "./scan-markup.ts";
import { rejoinedHere, type WordLog } from "./word-log.ts";

/** The letters of a file as an independent scan found them, and how its places are named. */
export interface Scan {
  readonly letters: Letters;
  /** Whether the scan knows where words part; the layout of a PDF alone says so. */
  readonly hasBreaks: boolean;
  /** Names of entities whose words the file does not say. */
  readonly unresolved?: readonly UnresolvedEntity[];
  placeOf(at: number): string;
}

const mostListed = 20;
const mostDifferences = 500;

/**
 * Returns the account of a reading: the letters of the file (`scan`) against the letters the reader kept or left
 * out (`log`), one by one in the order of the file, and the letters it kept against the text it gave, counted.
 */
export function compareWords(scan: Scan, log: WordLog, characters: string): WordAccount {
  const source = scan.letters;
  const read = log.letters;
  const differences: WordDifference[] = [];
  const leftOut = log.kinds.map((kind) => ({ kind, words: 0, at: -1 }));
  let kept = 0;
  let words = 0;
  let rejoined = 0;
  let count = 0;
  const note = (kind: WordDifference["kind"], stretch: string, at: number): void => {
    count += 1;
    if (differences.length < mostListed) differences.push({ kind, words: stretch, place: scan.placeOf(at) });
  };
  const placeAt = (i: number): number => source.at[Math.min(i, source.size - 1)] ?? 0;

  for (const { written, at } of scan.unresolved ?? []) note("unresolved", written, at);
  let i = 0;
  let j = 0;
  // Whether the letter before was kept on both sides, so that a break between the two can be compared.
  let before = false;
  while (i < source.size && j < read.size) {
    if (source.codes[i] !== read.codes[j]) {
      const next = count >= mostDifferences ? { i: source.size, j: read.size } : resync(source, read, i, j);
      if (next.i > i) {
        const missing = wordsBetween(source, i, next.i);
        words += missing.count;
        note("missing", missing.words, placeAt(i));
      }
      if (next.j > j) note("added", wordsBetween(read, j, next.j).words, placeAt(i));
      i = next.i;
      j = next.j;
      before = false;
      continue;
    }
    const mark = read.at[j]!;
    const isKept = mark === 0 || mark === rejoinedHere;
    const sourceBreak = scan.hasBreaks ? source.breaks[i]! : read.breaks[j]!;
    const readBreak = mark === rejoinedHere ? 0 : read.breaks[j]!;
    if (mark === rejoinedHere) rejoined += 1;
    else if (isKept && before && sourceBreak !== readBreak)
      note(sourceBreak === 1 ? "joined" : "split", around(source, i), placeAt(i));
    if (sourceBreak === 1 && mark !== rejoinedHere) {
      words += 1;
      if (isKept) kept += 1;
      else leftOut[mark - 1]!.words += 1;
    }
    // What is left out may begin in the middle of a word ("hour1"): it counts as a word of its own.
    const isFirstLeftOut = !isKept && sourceBreak === 0 && (j === 0 || read.at[j - 1] !== mark);
    if (isFirstLeftOut) {
      words += 1;
      leftOut[mark - 1]!.words += 1;
    }
    if (!isKept && leftOut[mark - 1]!.at < 0) leftOut[mark - 1]!.at = placeAt(i);
    before = isKept;
    i += 1;
    j += 1;
  }
  if (i < source.size) {
    const missing = wordsBetween(source, i, source.size);
    words += missing.count;
    note("missing", missing.words, placeAt(i));
  }
  if (j < read.size) note("added", wordsBetween(read, j, read.size).words, placeAt(source.size - 1));
  for (const [kind, stretch] of lettersLost(read, characters)) note(kind, stretch, placeAt(0));
  return {
    source: words,
    kept,
    leftOut: leftOut
      .filter(({ at }) => at >= 0)
      .map(({ kind, words: many, at }): LeftOut => ({ kind, words: many, first: scan.placeOf(at) })),
    rejoined,
    differences,
    unlisted: count - differences.length,
  };
}

/** Where both rows go on alike: near by first, then anywhere. */
function resync(
  source: Letters,
  read: Letters,
  i: number,
  j: number,
): { readonly i: number; readonly j: number } {
  const run = 12;
  const alike = (a: number, b: number, fewest: number): boolean => {
    const most = Math.min(run, source.size - a, read.size - b);
    if (most < fewest) return false;
    for (let step = 0; step < most; step++) if (source.codes[a + step] !== read.codes[b + step]) return false;
    return true;
  };
  const within = 120;
  const nearest = (fewest: number) => {
    for (let away = 1; away <= within; away++)
      for (let a = 0; a <= away; a++)
        if (alike(i + a, j + away - a, fewest)) return { i: i + a, j: j + away - a };
    return null;
  };
  // Few letters are left near the end: a shorter run is believed only where no whole one is found, and first where
  // one side alone has more.
  const onOneSide = (fewest: number) => {
    for (let away = 1; away <= within; away++) {
      if (alike(i + away, j, fewest)) return { i: i + away, j };
      if (alike(i, j + away, fewest)) return { i, j: j + away };
    }
    return null;
  };
  const near = nearest(run) ?? onOneSide(3) ?? nearest(3);
  if (near !== null) return near;
  const missing = findRun(source, i, read, j);
  if (missing >= 0) return { i: missing, j };
  const added = findRun(read, j, source, i);
  return added >= 0 ? { i, j: added } : { i: source.size, j: read.size };
}

/** Where the next letters of `other` are in `row` from a place on; −1 where nowhere. */
function findRun(row: Letters, from: number, other: Letters, at: number): number {
  const length = Math.min(24, other.size - at);
  if (length < 12) return -1;
  const first = other.codes[at];
  for (let place = from; place + length <= row.size; place++) {
    if (row.codes[place] !== first) continue;
    let step = 1;
    while (step < length && row.codes[place + step] === other.codes[at + step]) step += 1;
    if (step === length) return place;
  }
  return -1;
}

/** The words of a stretch, the first few written out. */
function wordsBetween(
  row: Letters,
  from: number,
  to: number,
): { readonly words: string; readonly count: number } {
  let start = from;
  while (start > 0 && from - start < 20 && row.breaks[start] === 0) start -= 1;
  let written = "";
  let count = 0;
  let at = start;
  for (; at < row.size && (at < to || row.breaks[at] === 0); at++) {
    if (at > to + 20) break;
    if (row.breaks[at] === 1 || at === start) {
      if (at >= from) count += 1;
      if (written.length > 60) {
        for (let rest = at + 1; rest < to; rest++) count += row.breaks[rest]!;
        return { words: `${written} …`, count };
      }
      if (written !== "") written += " ";
    }
    written += String.fromCharCode(row.codes[at]!);
  }
  return { words: written, count: Math.max(1, count) };
}

/** The two words on both sides of a place. */
function around(row: Letters, at: number): string {
  let from = at - 1;
  while (from > 0 && row.breaks[from] === 0 && at - from < 20) from -= 1;
  let to = at + 1;
  while (to < row.size && row.breaks[to] === 0 && to - at < 20) to += 1;
  return wordsBetween(row, Math.max(0, from), to).words;
}

/** Letters that were kept and yet are not in the text as often, or stand there more often. */
function lettersLost(read: Letters, characters: string): readonly (readonly ["missing" | "added", string])[] {
  const counts = new Int32Array(65536);
  for (let at = 0; at < read.size; at++) {
    const mark = read.at[at]!;
    if (mark === 0 || mark === rejoinedHere) counts[superscriptless(read.codes[at]!)]! += 1;
  }
  for (let at = 0; at < characters.length; at++) {
    const code = characters.charCodeAt(at);
    if (kindOf(code) === letter) counts[superscriptless(code)]! -= 1;
  }
  let missing = "";
  let added = "";
  for (const [code, count] of counts.entries()) {
    if (count > 0 && missing.length < 20) missing += String.fromCharCode(code);
    if (count < 0 && added.length < 20) added += String.fromCharCode(code);
  }
  return [
    ...(missing === "" ? [] : [["missing", missing] as const]),
    ...(added === "" ? [] : [["added", added] as const]),
  ];
}

/** A raised figure is written as ¹²³ in the text and stands as a plain one in the file. */
const superscriptless = (code: number): number => {
  if (code === 0xb9) return 49;
  if (code === 0xb2 || code === 0xb3) return code - 0xb2 + 50;
  return code === 0x2070 || (code >= 0x2074 && code <= 0x2079) ? code - 0x2070 + 48 : code;
};
