import type { Span } from "../text/text.ts";
import { bareView } from "./find-exact.ts";
import type { Difference } from "./find-near.ts";
import { normalView } from "./normal-view.ts";

/**
 * Returns what the declared normalisation evened out between the words of a text and a quotation that stands there: the
 * shape of quotation marks, dashes and ellipses, and capital letters. The quotation is verified all the same; that it
 * is set otherwise is said.
 */
export function evenedOut(characters: string, span: Span, words: string): readonly Difference[] {
  const there = normalView(characters, span.from, span.to);
  const here = bareView(normalView(words));
  if (there.signs !== here.signs) return [];
  const found: Difference[] = [];
  const put = (kind: Difference["kind"], inText: string, inQuotation: string, at: number): void => {
    const last = found.at(-1);
    if (last === undefined || last.at !== at) found.push({ kind, inText, inQuotation, at });
  };
  for (let i = 0; i < there.signs.length; i++) {
    const at = there.at[i]!;
    const inText = characters.slice(at, there.to[i]);
    const inQuotation = words.slice(here.at[i]!, here.to[i]);
    if (i > 0 && there.hyphen[i] === 1 && here.hyphen[i] === 1) {
      const dash = dashesIn(characters.slice(there.to[i - 1], at));
      const own = dashesIn(words.slice(here.to[i - 1], here.at[i]));
      if (dash !== own) put("dash", dash, own, there.to[i - 1]!);
    }
    if (inText === inQuotation) continue;
    const sign = there.signs[i];
    if (sign === '"') put("quotation-mark", inText, inQuotation, at);
    else if (sign === "…") put("ellipsis", inText, inQuotation, at);
    else if (isOtherCase(inText, inQuotation)) {
      const word = wordAround(characters, at);
      put("capitals", characters.slice(word.from, word.to), wordIn(words, here.at[i]!), word.from);
    }
  }
  return found;
}

const dashesIn = (gap: string): string => gap.match(/[-\u2010-\u2015\u2212\u2043]+/)?.[0] ?? "";

/** The same letter, great in one and small in the other; other ways to write a letter (ſ, ﬁ, é) are no difference. */
function isOtherCase(a: string, b: string): boolean {
  const [one, other] = [a.normalize("NFKC"), b.normalize("NFKC")];
  return one !== other && one.toLowerCase() === other.toLowerCase();
}

function wordAround(characters: string, at: number): Span {
  const isLetter = (place: number): boolean =>
    /[\p{Letter}\p{Mark}\p{Number}]/u.test(characters[place] ?? " ");
  let from = at;
  let to = at + 1;
  while (from > 0 && isLetter(from - 1)) from -= 1;
  while (to < characters.length && isLetter(to)) to += 1;
  return { from, to };
}

const wordIn = (words: string, at: number): string => {
  const { from, to } = wordAround(words, at);
  return words.slice(from, to);
};
