import type { StaffMessage } from "@concord/messages";
import { roleOfTitle } from "../text/role.ts";
import type { Block, Role } from "../text/text.ts";
import { gutenbergFrame } from "./gutenberg.ts";
import { wordsIn } from "./letters.ts";
import type { Extract, HeadingMark } from "./outcome.ts";
import { pageMarksIn } from "./page-marks.ts";
import { sectionsOf } from "./sections.ts";

/**
 * A plain text as it stands: not one letter is changed, so that places in the file are places in the text.
 *
 * Blocks are parted by empty lines. A heading is a short block with space above it, in capitals or beginning
 * like "Chapter", without the end of a sentence. A block that begins `[Footnote` or `[12]` or stands under
 * "Footnotes" is a note.
 */
export function readPlain(characters: string, remarks: readonly StaffMessage[] = []): Extract {
  const frame = gutenbergFrame(characters);
  const body = frame?.body ?? { from: 0, to: characters.length };
  const blocks: Block[] = [];
  const headings: HeadingMark[] = [];
  let underNotes = false;
  let end = -10;
  for (const match of characters.matchAll(/[^\n]*\S[^\n]*(?:\n[^\n]*\S[^\n]*)*/g)) {
    const from = match.index;
    const to = from + match[0].length;
    const inside = from >= body.from && to <= body.to;
    const spaceAbove = from === body.from || from - end >= 3;
    end = to;
    const above = blocks.at(-1)?.kind === "heading" ? headings.at(-1) : undefined;
    if (
      inside &&
      (isHeading(match[0], spaceAbove) || (above !== undefined && isName(match[0], above.title)))
    ) {
      const title = match[0].replace(/_/g, "").replace(/\s+/g, " ").trim();
      underNotes = roleOfTitle(title) === "notes";
      // "CHAPTER IV" and, a line below, its name are one heading.
      if (above?.role === null && roleOfTitle(title) === null && roleOfTitle(above.title) === null) {
        headings[headings.length - 1] = { ...above, title: `${above.title.replace(/\.$/, "")}. ${title}` };
      } else headings.push({ at: from, title, role: null });
      blocks.push({ kind: "heading", from, to });
      continue;
    }
    const isNote = underNotes || /^\s*\[(footnote\b|\d{1,3}\]|[a-z*†]\])/i.test(match[0]);
    blocks.push({ kind: isNote ? "note" : "paragraph", from, to });
  }
  const marks = frame === null ? headings : framed(headings, body, characters.length);
  const sections = sectionsOf(characters, blocks, marks);
  // The text is the file: there is nothing that could be missing.
  const count = wordsIn(characters);
  return {
    kind: "extract",
    format: "plain",
    characters,
    blocks,
    sections,
    pages: pageMarksIn(characters),
    source: frame?.source ?? {},
    remarks,
    words: { source: count, kept: count, leftOut: [], rejoined: 0, differences: [], unlisted: 0 },
  };
}

const named =
  /^\s*_?(chapter|part|lecture|book|section|appendix|introduction|preface|foreword|conclusion)\b/i;

function isHeading(block: string, spaceAbove: boolean): boolean {
  if (block.length > 160 || block.split("\n").length > 3) return false;
  const title = block.trim();
  if (roleOfTitle(title) !== null) return true;
  if (!spaceAbove) return false;
  if (/^[IVXLC]{1,7}\.?$/.test(title)) return true;
  if (/[,;]$/.test(title)) return false;
  if (named.test(title)) return title.length < 100 && !/[a-z]\.\s+[A-Z][a-z]+ [a-z]+ /.test(title);
  const letters = title.replace(/[^\p{Letter}]/gu, "");
  if (letters.length < 3) return false;
  const capitals = letters.replace(/[^\p{Lu}]/gu, "").length;
  return capitals >= 0.8 * letters.length;
}

const numbered =
  /(?:^|\. )(?:(?:chapter|part|lecture|book|section)\s+)?(?:[IVXLC]{1,7}|\d{1,3}|[a-z]+(?:-[a-z]+)?\s+lecture)\b/i;

/** What stands close below a number is the name of the chapter, also in italics or with little space above. */
function isName(block: string, above: string): boolean {
  if (!numbered.test(above) || above.length > 200) return false;
  return /^_[^_]{3,100}_$/.test(block.trim()) || isHeading(block, true);
}

/** Header and licence become sections of their own around the book's. */
function framed(
  headings: readonly HeadingMark[],
  body: { readonly from: number; readonly to: number },
  length: number,
): readonly HeadingMark[] {
  const licence: Role = "licence";
  const before = body.from > 0 ? [{ at: 0, title: "Project Gutenberg header", role: licence }] : [];
  const first = headings[0]?.at ?? body.to;
  const opening = first > body.from ? [{ at: body.from, title: "", role: "front" as const }] : [];
  const after = body.to < length ? [{ at: body.to, title: "Project Gutenberg licence", role: licence }] : [];
  return [...before, ...opening, ...headings, ...after];
}
