import type { Source } from "../text/source.ts";
import type { Span } from "../text/text.ts";

/** Where a Project Gutenberg file keeps the author's words, and what its header says of them. */
export interface GutenbergFrame {
  readonly body: Span;
  readonly source: Partial<Source>;
}

/**
 * Is this a Project Gutenberg file? Then the header and the licence are told from the book.
 *
 * The book stands between the lines `*** START OF …` and `*** END OF …` (since 2004), or after the "small
 * print" (before). Null for any other file; a missing end leaves the rest of the file as the book.
 */
export function gutenbergFrame(characters: string): GutenbergFrame | null {
  const start =
    /^[ \t]*\*\*\*\s*START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n*]+)?\*\*\*[ \t]*$/im.exec(
      characters,
    ) ?? /^[ \t]*\*END\*?\s*THE SMALL PRINT[^\n]*$/im.exec(characters);
  const end =
    /^[ \t]*\*\*\*\s*END OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*$/im.exec(characters) ??
    /^[ \t]*End of (?:the )?Project Gutenberg(?:'s)?[^\n]*$/im.exec(characters);
  if (start === null && end === null) return null;
  const from = start === null ? 0 : start.index + start[0].length;
  const to = end === null || end.index < from ? characters.length : end.index;
  return { body: { from, to }, source: headerSource(characters.slice(0, from)) };
}

function headerSource(header: string): Partial<Source> {
  const field = (name: string): string | null => {
    const found = new RegExp(`^${name}:[ \\t]*(.+(?:\\n[ \\t]+\\S.*)*)`, "im").exec(header);
    return found === null ? null : found[1]!.replace(/\s+/g, " ").trim();
  };
  const source: { -readonly [K in keyof Source]?: Source[K] } = {};
  const title = field("Title");
  const author = field("Author");
  const translator = field("Translator");
  const language = field("Language");
  if (title !== null) source.title = title;
  if (author !== null) source.authors = author.split(/\s+and\s+|\s*;\s*/).map(familyFirst);
  if (translator !== null) source.translator = translator;
  if (language !== null) source.language = languageCodes[language.toLowerCase()] ?? null;
  return source;
}

/** "Sigmund Freud" as "Freud, Sigmund": a file's header writes names as they are spoken. */
export function familyFirst(name: string): string {
  if (name.includes(",")) return name.trim();
  const plain = name.trim().replace(degrees, "");
  const parts = plain.split(/\s+/);
  if (parts.length < 2) return plain;
  const particles = parts.findIndex((part, at) => at > 0 && /^(van|von|de|der|den|di|du|la|le)$/i.test(part));
  const cut = particles > 0 ? particles : parts.length - 1;
  return `${parts.slice(cut).join(" ")}, ${parts.slice(0, cut).join(" ")}`;
}

/** "J. C. Flügel B. A." has a degree, not a family of that name. */
const degrees = /,?\s+(?:[BM]\.\s?[AD]|Ph\.\s?D|LL\.\s?D|D\.\s?Sc)\.?$/;

const languageCodes: Readonly<Record<string, string>> = {
  english: "en",
  german: "de",
  french: "fr",
  spanish: "es",
  italian: "it",
  dutch: "nl",
};
