import { lastAtOrBefore } from "../text/last-at-or-before.ts";
import { roleOfLines, roleOfTitle } from "../text/role.ts";
import type { Block, Role, Section, Span } from "../text/text.ts";
import type { HeadingMark } from "./outcome.ts";

/**
 * The parts of a text from its headings: each reaches to the next, and together they are the whole.
 *
 * A heading that names no role is body, except under contents or an index, where headings are letters and
 * chapter names: there the lines of the block decide. Blocks that are lists of pages by their lines are told
 * apart even without a heading.
 */
export function sectionsOf(
  characters: string,
  blocks: readonly Block[],
  headings: readonly HeadingMark[],
): readonly Section[] {
  const sections: { from: number; to: number; title: string; role: Role }[] = [];
  const first = headings[0]?.at ?? characters.length;
  if (first > 0) sections.push({ from: 0, to: first, title: "", role: "front" });
  let above: Role = "body";
  headings.forEach((heading, at) => {
    const section = { from: heading.at, to: headings[at + 1]?.at ?? characters.length };
    const role = roleOf(heading, section, above, paragraphsOf(blocks, section), characters);
    above = role;
    sections.push({ ...section, title: heading.title, role });
  });
  const hasProse = sections.some(({ role }) => role === "body");
  return sections.map((section) =>
    section.role === "front" && section.title === "" && !hasProse ? { ...section, role: "body" } : section,
  );
}

/** Longer than this, what began as a summary or a note on copyright has gone over into the text. */
const longest: Partial<Record<Role, number>> = { synopsis: 6000, front: 3000 };

function roleOf(
  heading: HeadingMark,
  section: Span,
  above: Role,
  paragraphs: readonly Block[],
  characters: string,
): Role {
  if (heading.role !== null) return heading.role;
  const size = section.to - section.from;
  const hasProse = paragraphs.some(({ from, to }) => isProse(characters.slice(from, to)));
  // Under contents, "INDEX 243" and "PART TWO" are lines of the list.
  if (above === "contents" && !hasProse && size < 3000) return above;
  const said = roleOfTitle(heading.title);
  if (said !== null) return size > (longest[said] ?? Number.POSITIVE_INFINITY) ? "body" : said;
  const seen = roleByLines(characters, paragraphs);
  if (seen !== null) return seen;
  return above === "index" && !hasProse && heading.title.length <= 3 ? above : "body";
}

/** Long, or of more than one sentence. */
const isProse = (paragraph: string): boolean =>
  paragraph.length > 500 ||
  (paragraph.length > 120 && /[\p{Ll}"'\]][.!?]["']?\s+["']?\p{Lu}\p{Ll}/u.test(paragraph));

function paragraphsOf(blocks: readonly Block[], { from, to }: Span): readonly Block[] {
  const first = lastAtOrBefore(blocks.length, (at) => blocks[at]!.from, from - 1) + 1;
  const last = lastAtOrBefore(blocks.length, (at) => blocks[at]!.from, to - 1);
  return blocks.slice(first, last + 1).filter(({ kind }) => kind !== "heading");
}

function roleByLines(characters: string, paragraphs: readonly Block[]): Role | null {
  let listed = 0;
  let length = 0;
  let role: Role | null = null;
  for (const block of paragraphs) {
    const found = roleOfLines(characters.slice(block.from, block.to));
    length += block.to - block.from;
    if (found !== null) {
      listed += block.to - block.from;
      role = found;
    }
  }
  return listed > 0.5 * length ? role : null;
}
