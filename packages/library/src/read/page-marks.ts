import type { PageMark } from "../text/text.ts";

/** Marks such as `{188}`, `[Pg 188]`, `[p. xii]` that transcribers leave where a printed page begins. */
export const pageMarkPattern = /\{(\d{1,4}|[ivxlc]{1,8})\}|\[(?:Pg|p\.|page)\s*(\d{1,4}|[ivxlc]{1,8})\]/gi;

/**
 * The printed pages of a plain text. Fewer than three marks, or marks that do not mostly rise, are something
 * else (a year, a set of one member), and no pages are claimed.
 */
export function pageMarksIn(characters: string): readonly PageMark[] {
  const marks: PageMark[] = [];
  for (const match of characters.matchAll(pageMarkPattern)) {
    marks.push({ at: match.index, label: (match[1] ?? match[2])! });
  }
  const numbers = marks.map(({ label }) => Number(label)).filter((number) => !Number.isNaN(number));
  const rising = numbers.filter((number, at) => at === 0 || number > numbers[at - 1]!).length;
  return marks.length >= 3 && rising >= 0.9 * numbers.length ? marks : [];
}
