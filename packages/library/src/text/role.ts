import type { Role } from "./text.ts";

const byTitle: readonly (readonly [RegExp, Role])[] = [
  [/^(table\s+of\s+)?contents\b|^inhalt|^table des matières/i, "contents"],
  [/^(index(es)?|general index|subject index|author index|register)\b|^(name|sach)?register$/i, "index"],
  [/^(foot|end)?-?\s?notes?\b\s*[:.]?$|^notes (and references|to\b.*)$|^anmerkungen$/i, "notes"],
  [
    /^(selected |select )?(bibliography|references|reference list|works cited|literature( cited)?|further reading|literatur)\b[\s\d.:]*$/i,
    "bibliography",
  ],
  [/^(synopsis|summary|abstract|argument|outline|zusammenfassung)\b\s*[:.]?$/i, "synopsis"],
  [
    /^(copyright|dedication|acknowledge?ments?|title page|list of (illustrations|figures|tables|plates)|errata|also by|about the author)\b/i,
    "front",
  ],
  [/^(\*\*\* ?|the )?(full )?project gutenberg(-tm|™)?( license| licence)?\b/i, "licence"],
];

/** What does a heading promise? Null where it says nothing: then what stands above it decides. */
export function roleOfTitle(title: string): Role | null {
  const plain = title.replace(/^[\s\d.:()[\]]+|[_*=]/g, "").trim();
  if (plain.length > 80) return null;
  for (const [pattern, role] of byTitle) if (pattern.test(plain)) return role;
  return null;
}

/**
 * Is this block a list of places rather than prose? In contents most lines end in one page number, in an index
 * in several. Null for prose, and for fewer than three lines, which prove nothing.
 */
export function roleOfLines(block: string): Role | null {
  const lines = block.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 3) return null;
  const many = lines.filter((line) => endsInPlaces.test(line.slice(-40))).length;
  if (many >= 0.6 * lines.length) return "index";
  const one = lines.filter((line) => endsInOnePage.test(line.slice(-24))).length;
  return one >= 0.5 * lines.length ? "contents" : null;
}

const endsInPlaces = /,\s*\d{1,4}([-–]\d+)?(\s*(ff?\.?|n\.?))?[,;.]?$/;
const endsInOnePage = /(\s{3,}|[.\s]{4,})(\d{1,4}|[ivxlc]{1,7})$/i;
