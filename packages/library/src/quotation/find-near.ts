import type { Span } from "../text/text.ts";
import { normalView } from "./normal-view.ts";
import { type WordAt, wordsAt } from "./words-at.ts";

/**
 * One thing that differs: what the text says, and what the quotation says in its place. Words may be changed, added
 * or left out; the same word may be spelt otherwise (an accent, a hyphen, `’s`); between words the punctuation may be
 * another. Of words that stand there, capitals, and the shape of quotation marks, dashes and ellipses, may be others.
 */
export interface Difference {
  readonly kind:
    | "changed"
    | "added"
    | "left-out"
    | "spelling"
    | "punctuation"
    | "capitals"
    | "quotation-mark"
    | "dash"
    | "ellipsis";
  readonly inText: string;
  readonly inQuotation: string;
  /** Where in the text. */
  readonly at: number;
}

/** A place that resembles a quotation. It never confirms one. */
export interface NearPlace extends Span {
  /** The share of the quotation's words that stand there in this order. */
  readonly share: number;
  readonly differences: readonly Difference[];
}

const row = 2;
/** Less than this in common is another passage. */
const leastShare = 0.6;

/**
 * Where might these words have come from?
 *
 * Runs of two words vote for the place at which the quotation would begin; the place with most votes is
 * compared word by word (longest common subsequence). Null where less than six in ten words agree.
 */
export function findNear(characters: string, quotation: string): NearPlace | null {
  const wanted = wordsAt(quotation);
  if (wanted.length < row + 1) return null;
  const runs = new Map<string, number[]>();
  wanted.slice(0, 1 - row).forEach((_, at) => {
    const key = runAt(wanted, at);
    runs.set(key, [...(runs.get(key) ?? []), at]);
  });
  const words = wordsAt(characters);
  const width = Math.max(4, Math.ceil(wanted.length / 4));
  const votes = new Map<number, number>();
  for (let at = 0; at + row <= words.length; at++) {
    for (const place of runs.get(runAt(words, at)) ?? []) {
      const start = Math.floor((at - place) / width);
      votes.set(start, (votes.get(start) ?? 0) + 1);
      votes.set(start + 1, (votes.get(start + 1) ?? 0) + 0.5);
    }
  }
  const candidates = [...votes].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, 4);
  let found: NearPlace | null = null;
  for (const [start] of candidates) {
    const from = Math.max(0, (start - 1) * width - 2);
    const window = words.slice(from, (start + 1) * width + wanted.length + width + 2);
    const place = compare(characters, window, quotation, wanted);
    if (place !== null && place.share > (found?.share ?? 0)) found = place;
  }
  return found !== null && found.share >= leastShare ? found : null;
}

const runAt = (words: readonly WordAt[], at: number): string =>
  `${words[at]!.word} ${words[at + 1]?.word ?? ""}`;

function compare(
  characters: string,
  there: readonly WordAt[],
  quotation: string,
  here: readonly WordAt[],
): NearPlace | null {
  const pairs = commonWords(there, here);
  const first = pairs[0];
  const last = pairs.at(-1);
  if (first === undefined || last === undefined) return null;
  const differences: Difference[] = [];
  const put = (kind: Difference["kind"], inText: string, inQuotation: string, at: number): void => {
    differences.push({ kind, inText: oneLine(inText), inQuotation: oneLine(inQuotation), at });
  };
  const note = (textFrom: number, textTo: number, quoteFrom: number, quoteTo: number): boolean => {
    if (textFrom === textTo && quoteFrom === quoteTo) return false;
    const inText = textFrom === textTo ? "" : characters.slice(there[textFrom]!.from, there[textTo - 1]!.to);
    const inQuotation =
      quoteFrom === quoteTo ? "" : quotation.slice(here[quoteFrom]!.from, here[quoteTo - 1]!.to);
    const kind = inText === "" ? "added" : inQuotation === "" ? "left-out" : "changed";
    put(kind, inText, inQuotation, there[Math.min(textFrom, there.length - 1)]!.from);
    return true;
  };
  const between = (textFrom: number, textTo: number, quoteFrom: number, quoteTo: number): void => {
    const inText = characters.slice(textFrom, textTo);
    const inQuotation = quotation.slice(quoteFrom, quoteTo);
    if (signsOf(inText) !== signsOf(inQuotation))
      put("punctuation", inText.trim(), inQuotation.trim(), textFrom);
  };
  const spelling = (textAt: number, quoteAt: number): void => {
    const inText = characters.slice(there[textAt]!.from, there[textAt]!.to);
    const inQuotation = quotation.slice(here[quoteAt]!.from, here[quoteAt]!.to);
    if (signsOf(inText) !== signsOf(inQuotation)) put("spelling", inText, inQuotation, there[textAt]!.from);
  };
  // Words before the first and after the last common one stand at the edges: the text has them there as well.
  const leading = Math.min(first[1], first[0]);
  note(first[0] - leading, first[0], 0, first[1]);
  spelling(first[0], first[1]);
  pairs.slice(1).forEach(([textAt, quoteAt], at) => {
    const [textBefore, quoteBefore] = pairs[at]!;
    if (!note(textBefore + 1, textAt, quoteBefore + 1, quoteAt))
      between(there[textBefore]!.to, there[textAt]!.from, here[quoteBefore]!.to, here[quoteAt]!.from);
    spelling(textAt, quoteAt);
  });
  const trailing = Math.min(here.length - 1 - last[1], there.length - 1 - last[0]);
  note(last[0] + 1, last[0] + 1 + trailing, last[1] + 1, here.length);
  if (last[1] === here.length - 1) {
    const ends = finalMark(quotation.slice(here.at(-1)!.to));
    const end = there[last[0]]!.to;
    const goesOn = finalMark(characters.slice(end, end + 12));
    if (ends !== "" && sameMark(ends) !== sameMark(goesOn)) put("punctuation", goesOn, ends, end);
  }
  if (first[1] === 0) {
    const opens = openingMark(quotation.slice(0, here[0]!.from));
    const start = there[first[0]]!.from;
    const opened = openingMark(characters.slice(Math.max(0, start - 12), start));
    if (opens !== "" && opens !== opened) put("punctuation", opened, opens, start);
  }
  return {
    from: there[first[0] - leading]!.from,
    to: there[last[0] + trailing]!.to,
    share: pairs.length / here.length,
    differences,
  };
}

const oneLine = (words: string): string => words.replace(/\s+/g, " ");

/** What is compared of a stretch: its signs, with a hyphen or dash for each that is not a line's end. */
function signsOf(stretch: string): string {
  const { signs, hyphen } = normalView(`a${stretch}a`);
  const bare = stretch.startsWith(" ") || stretch.endsWith(" ") ? signs.trim() : signs;
  return `${bare.replace(/ /g, "")} ${hyphen.includes(1) ? "-" : ""}`;
}

/** The mark that closes a sentence or a part of it in any script, "" where it goes on. */
export const finalMark = (after: string): string =>
  /^[\p{Quotation_Mark}’'״׳)\]\s]*([\p{Terminal_Punctuation}…·])/u.exec(after)?.[1] ?? "";

/** One mark in its several widths and codes; the full stop of Chinese is a full stop. */
export const sameMark = (mark: string): string =>
  mark.normalize("NFKC").replace("。", ".").replace("\u00B7", "\u0387");

/** The mark that opens a question or an exclamation in Spanish. */
const openingMark = (before: string): string => /[¿¡](?=[\p{Quotation_Mark}\s]*$)/u.exec(before)?.[0] ?? "";

/** The longest row of words both have in the same order, as pairs of places. */
function commonWords(
  there: readonly WordAt[],
  here: readonly WordAt[],
): readonly (readonly [number, number])[] {
  const wide = here.length + 1;
  const lengths = new Uint16Array((there.length + 1) * wide);
  for (let i = there.length - 1; i >= 0; i--) {
    for (let j = here.length - 1; j >= 0; j--) {
      lengths[i * wide + j] =
        there[i]!.word === here[j]!.word
          ? lengths[(i + 1) * wide + j + 1]! + 1
          : Math.max(lengths[(i + 1) * wide + j]!, lengths[i * wide + j + 1]!);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let i = 0;
  let j = 0;
  while (i < there.length && j < here.length) {
    if (there[i]!.word === here[j]!.word) {
      pairs.push([i, j]);
      i += 1;
      j += 1;
      // Of two rows of one length the one that keeps the text together: an added "not" is no word left out.
    } else if (lengths[(i + 1) * wide + j]! > lengths[i * wide + j + 1]!) i += 1;
    else j += 1;
  }
  return tightened(there, pairs);
}

/** Each pair as late as the next allows: a common "the" far ahead of the passage is not its beginning. */
function tightened(there: readonly WordAt[], pairs: readonly (readonly [number, number])[]) {
  const tight = [...pairs];
  for (let at = tight.length - 2; at >= 0; at--) {
    const [early, own] = tight[at]!;
    let late = tight[at + 1]![0] - 1;
    while (late > early && there[late]!.word !== there[early]!.word) late -= 1;
    tight[at] = [late, own];
  }
  return tight;
}
