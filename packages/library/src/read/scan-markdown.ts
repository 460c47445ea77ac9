import { decodeHTMLStrict } from "entities";
import { type Letters, openLetters } from "./letters.ts";

const escapeOrEntity = /\\([!-/:-@[-`{-~])|&(?:#[xX][0-9a-fA-F]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z0-9]*);/g;

/** Markdown's own spelling of signs undone: `\*` is `*`, `&amp;` is `&`. */
export const decodeMarkdown = (written: string): string =>
  written.replace(escapeOrEntity, (whole, sign: string | undefined) => sign ?? decodeHTMLStrict(whole));

/** Code between backticks, or fences of them: nothing in it is decoded. */
const code =
  /^[ \t>]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^[ \t>]*\1[`~]*[ \t]*$|(?![\s\S]))|(?<![\\`])(`+)(?!`)(?:(?!\n[ \t]*\n)[\s\S])*?[^`]\2(?!`)/gm;

/** Returns every letter of a Markdown file, tags, addresses and numbers included, by a plain scan without a tree. */
export function scanMarkdown(characters: string): Letters {
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
  for (const match of characters.matchAll(code)) {
    decoded(at, match.index);
    writer.write(match[0], match.index);
    at = match.index + match[0].length;
  }
  decoded(at, characters.length);
  return writer.letters();
}
