import type { Instrument } from "@concord/instruments";
import { readNumber } from "../value/number.ts";

/**
 * Returns the code of an answer given in the instrument's own words ("Several days"), by any wording that ships with
 * it; null for other words. A number before or behind the words must be their code: "1 - Several days".
 */
export function codeOfWords(form: Instrument, item: string, text: string): number | null {
  const known = wordsOf(form, item);
  if (known.size === 0) return null;
  const alone = known.get(plainWords(text));
  if (alone !== undefined) return alone;
  const found =
    /^(?<code>\d{1,3})\s*[-–—=:.)]?\s+(?<words>\D.*)$/u.exec(text) ??
    /^(?<words>\D.*?)\s*[([=-]\s*(?<code>\d{1,3})\s*[)\]]?$/u.exec(text);
  if (found === null) return null;
  const code = readNumber(found.groups!.code!);
  const worded = known.get(plainWords(found.groups!.words!));
  return code.kind === "number" && worded === code.value ? worded : null;
}

const cache = new WeakMap<Instrument, Map<string, ReadonlyMap<string, number>>>();

/** The words of an item's answers; words that mean two codes in different wordings are none. */
function wordsOf(form: Instrument, item: string): ReadonlyMap<string, number> {
  const own = cache.get(form) ?? new Map<string, ReadonlyMap<string, number>>();
  cache.set(form, own);
  const before = own.get(item);
  if (before !== undefined) return before;
  const words = new Map<string, number>();
  const twice = new Set<string>();
  for (const wording of form.wordings) {
    for (const [code, label] of Object.entries(wording.items[item]?.anchors ?? {})) {
      const key = plainWords(label);
      if (words.has(key) && words.get(key) !== Number(code)) twice.add(key);
      words.set(key, Number(code));
    }
  }
  for (const key of twice) words.delete(key);
  own.set(item, words);
  return words;
}

const plainWords = (text: string): string =>
  text.toLowerCase().replace(/[’‘`]/g, "'").replace(/\s+/g, " ").replace(/[.!]$/, "").trim();
