import type { Span } from "./text.ts";

/** A full stop after these ends no sentence. */
const abbreviations = new Set(
  (
    "dr mr mrs ms st prof rev hon col gen capt lieut messrs mme mlle jr sr vs cf viz etc al ed eds tr trans vol " +
    "no nos p pp ch chap fig figs sec art op cit loc ib ibid e.g i.e c ca d h m ph b s l a j jan feb mar apr jun " +
    "jul aug sept sep oct nov dec bd hrsg usw bzw vgl"
  ).split(" "),
);

/**
 * The sentences of a stretch of text, as spans that together cover it.
 *
 * One ends at `.`, `!` or `?` with whatever closes after it, before space and a capital, a digit or an opening
 * quotation mark, and at `。` `！` `？` wherever they stand; not after an abbreviation or a single capital ("J. C. Flügel"). An empty line always ends one.
 */
export function sentencesOf(characters: string, within: Span): readonly Span[] {
  const sentences: Span[] = [];
  let from = within.from;
  const end = /[.!?]+["'”’)\]»_]*(?=\s)|[。！？｡]+["'”’)\]」』）]*|\n[ \t]*\n/g;
  end.lastIndex = from;
  for (
    let match = end.exec(characters);
    match !== null && match.index < within.to;
    match = end.exec(characters)
  ) {
    const stop = Math.min(within.to, match.index + match[0].length);
    if (!isEnd(characters, match.index, stop)) continue;
    const next = firstLetterAfter(characters, stop, within.to);
    sentences.push({ from, to: next });
    from = next;
  }
  if (from < within.to) sentences.push({ from, to: within.to });
  return sentences;
}

function isEnd(characters: string, at: number, stop: number): boolean {
  const sign = characters[at];
  if (sign === "\n" || /[。！？｡]/.test(sign ?? "")) return true;
  const following = characters.slice(stop, stop + 40).trimStart();
  if (!/^["'“‘„«([{_—–-]*[\p{Lu}\p{Nd}]/u.test(following)) return false;
  if (sign !== ".") return true;
  let start = at;
  while (start > 0 && /[\p{Letter}.]/u.test(characters[start - 1]!) && at - start < 12) start -= 1;
  const word = characters.slice(start, at).toLowerCase();
  if (/^\p{Lu}$/u.test(characters.slice(start, at))) return false;
  return !abbreviations.has(word);
}

function firstLetterAfter(characters: string, from: number, to: number): number {
  let at = from;
  while (at < to && /\s/.test(characters[at]!)) at += 1;
  return at;
}
