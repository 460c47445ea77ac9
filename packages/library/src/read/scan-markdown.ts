import { decodeHTMLStrict } from "entities";
import { type Letters, openLetters } from "./letters.ts";

const escapeOrEntity = /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]*);/g;

/** Markdown's own spelling of signs undone: `\*` is `*`, `&amp;` is `&`. */
export const decodeMarkdown = (written: string): string =>
  written.replace(escapeOrEntity, (whole, sign: string | undefined) => sign ?? decodeHTMLStrict(whole));

/** A stretch of a Markdown file in which its spelling of signs does not hold: code and bare addresses, or HTML. */
export interface OtherSpelling {
  readonly from: number;
  readonly to: number;
  readonly spelling: "as written" | "HTML";
}

/**
 * Returns every letter of a Markdown file, tags, addresses and numbers included. Where code stands, which only a
 * parser of blocks can tell, is said by `others`, in the order of the file; letters are counted here.
 */
export function scanMarkdown(characters: string, others: readonly OtherSpelling[]): Letters {
  const writer = openLetters();
  const decoded = (from: number, to: number): void => {
    let start = from;
    for (const match of characters.slice(from, to).matchAll(escapeOrEntity)) {
      const place = from + match.index;
      writer.write(characters.slice(start, place), start);
      writer.write(decodeMarkdown(match[0]), place, 0);
      start = place + match[0].length;
    }
    writer.write(characters.slice(start, to), start);
  };
  let at = 0;
  for (const { from, to, spelling } of others) {
    if (from < at) continue;
    decoded(at, from);
    if (spelling === "as written") writer.write(characters.slice(from, to), from);
    else {
      // An entity may be longer or shorter than its sign: places are those of the stretch between entities.
      let start = from;
      for (const match of characters.slice(from, to).matchAll(/&(?:#\w+|\w+);/g)) {
        const place = from + match.index;
        writer.write(characters.slice(start, place), start);
        writer.write(decodeHTMLStrict(match[0]), place, 0);
        start = place + match[0].length;
      }
      writer.write(characters.slice(start, to), start);
    }
    at = to;
  }
  decoded(at, characters.length);
  return writer.letters();
}
