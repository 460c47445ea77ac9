import type { Source } from "../text/source.ts";
import type { Block, Format, PageMark, Role } from "../text/text.ts";
import type { Extract, HeadingMark } from "./outcome.ts";
import { sectionsOf } from "./sections.ts";

/** A text in the making: a reader of marked-up files tells what it meets, in order. */
export interface Draft {
  /** Words inside the block being written; runs of space become one. */
  words(words: string): void;
  /** A line ends inside the block: verse, an address. */
  line(): void;
  /** The block being written ends; what comes next begins another of this kind. */
  block(kind: Block["kind"]): void;
  page(label: string): void;
  /** From the next block on, headings or not, this is what the text is for; null leaves it to the headings. */
  role(role: Role | null, title?: string): void;
  finish(format: Format, source: Partial<Source>, remarks: readonly string[]): Extract;
}

export function openDraft(): Draft {
  let written: string[] = [];
  let length = 0;
  let kind: Block["kind"] = "paragraph";
  let from = -1;
  let pending = false;
  let declared: Role | null = null;
  const blocks: Block[] = [];
  const pages: PageMark[] = [];
  const headings: HeadingMark[] = [];
  const headingWords: string[] = [];
  const waitingPages: string[] = [];

  const put = (piece: string): void => {
    written.push(piece);
    length += piece.length;
    if (kind === "heading") headingWords.push(piece);
  };
  const close = (): void => {
    if (from >= 0) {
      blocks.push({ kind, from, to: length });
      if (kind === "heading") {
        headings.push({ at: from, title: titleOf(headingWords.join("")), role: declared });
      }
    }
    from = -1;
    pending = false;
    headingWords.length = 0;
  };
  const open = (): void => {
    if (from >= 0) return;
    if (length > 0) {
      written.push("\n\n");
      length += 2;
    }
    from = length;
    for (const label of waitingPages) pages.push({ at: from, label });
    waitingPages.length = 0;
  };

  return {
    words(words) {
      for (const piece of words.split(/([ \t\n\r\f]+)/)) {
        if (piece === "") continue;
        if (/^[ \t\n\r\f]/.test(piece)) {
          pending = from >= 0;
          continue;
        }
        open();
        if (pending && length > from) put(" ");
        pending = false;
        put(piece);
      }
    },
    line() {
      if (from < 0) return;
      pending = false;
      put("\n");
    },
    block(next) {
      close();
      kind = next;
    },
    page(label) {
      if (from < 0) waitingPages.push(label);
      else pages.push({ at: length, label });
    },
    role(role, title = "") {
      close();
      const at = length === 0 ? 0 : length + 2;
      if (role !== declared) headings.push({ at, title, role });
      declared = role;
    },
    finish(format, source, remarks) {
      close();
      for (const label of waitingPages) pages.push({ at: length, label });
      const characters = written.join("");
      written = [];
      const known = dropShadowed(headings.filter(({ at }) => at < characters.length));
      const sections = sectionsOf(characters, blocks, known);
      return { kind: "extract", format, characters, blocks, sections, pages, source, remarks };
    },
  };
}

/** Without the link back to the contents that some editions hang on a heading. */
const titleOf = (words: string): string =>
  words
    .replace(/\s+/g, " ")
    .trim()
    .replace(/(?<=[\p{Letter}\p{Number}])\[?Contents\]?$/u, "");

/** Where markup and a heading begin at one place, the heading's words and the markup's role hold. */
function dropShadowed(headings: readonly HeadingMark[]): readonly HeadingMark[] {
  const kept: HeadingMark[] = [];
  for (const heading of headings) {
    const last = kept.at(-1);
    if (last !== undefined && last.at === heading.at) {
      const title = heading.title === "" ? last.title : heading.title;
      kept[kept.length - 1] = { at: heading.at, title, role: heading.role ?? last.role };
    } else kept.push(heading);
  }
  return kept;
}
