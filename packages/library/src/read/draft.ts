import type { StaffMessage } from "@concord/messages";
import type { Source } from "../text/source.ts";
import type { Block, Format, PageMark, Role } from "../text/text.ts";
import type { LeftOutKind } from "../text/word-account.ts";
import { compareWords, type Scan } from "./compare-words.ts";
import type { Extract, HeadingMark } from "./outcome.ts";
import { sectionsOf } from "./sections.ts";
import { openWordLog } from "./word-log.ts";

/** A text in the making: a reader of marked-up files says what it meets, in the order of the file. */
export interface Draft {
  /**
   * Words inside the block being written; runs of space become one. `inFile` is how the file writes them, where
   * that is another spelling.
   */
  words(words: string, inFile?: string): void;
  /** Words of the file that do not belong to the text. */
  leaveOut(kind: LeftOutKind, words: string): void;
  /** A line ends inside the block: verse, an address. */
  line(): void;
  /** A line's end parted a word: what follows goes on with the letters before. */
  rejoin(): void;
  /** The block being written ends; what comes next begins another of this kind. */
  block(kind: Block["kind"]): void;
  /** From here on words belong to a note, which follows the block that it hangs on. */
  beginNote(): void;
  endNote(): void;
  page(label: string): void;
  /** From the next block on, headings or not, this is what the text is for; null leaves it to the headings. */
  role(role: Role | null, title?: string): void;
  /** Whether what was written last is a letter or a sign, without space after it. */
  isInsideLine(): boolean;
  length(): number;
  finish(format: Format, source: Partial<Source>, remarks: readonly StaffMessage[], scan: Scan): Extract;
}

export function openDraft(): Draft {
  let written: string[] = [];
  let length = 0;
  let kind: Block["kind"] = "paragraph";
  let from = -1;
  let pending = false;
  let rejoins = false;
  let declared: Role | null = null;
  const log = openWordLog();
  const blocks: Block[] = [];
  const pages: PageMark[] = [];
  const headings: HeadingMark[] = [];
  const headingWords: string[] = [];
  const waitingPages: string[] = [];
  let noteDepth = 0;
  let note: string[] = [];
  const waitingNotes: string[] = [];

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
    rejoins = false;
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
  /** Notes that hang on the block that just ended; a heading's wait for the paragraph. */
  const writeNotes = (): void => {
    const own = kind;
    for (const words of waitingNotes.splice(0)) {
      close();
      kind = "note";
      open();
      put(words);
    }
    close();
    kind = own;
  };

  return {
    words(words, inFile = words) {
      log.keep(inFile);
      if (noteDepth > 0) {
        note.push(words);
        return;
      }
      for (const piece of words.split(/([ \t\n\r\f]+)/)) {
        if (piece === "") continue;
        if (/^[ \t\n\r\f]/.test(piece)) {
          pending = from >= 0 && !rejoins;
          continue;
        }
        rejoins = false;
        open();
        if (pending && length > from) put(" ");
        pending = false;
        put(piece);
      }
    },
    leaveOut(kind, words) {
      log.leaveOut(kind, words);
    },
    line() {
      log.gap();
      if (noteDepth > 0) note.push(" ");
      else if (from >= 0 && !rejoins) {
        pending = false;
        put("\n");
      }
    },
    rejoin() {
      log.rejoin();
      pending = false;
      rejoins = true;
      const last = written.at(-1);
      // A not-sign or soft hyphen at the line's end is how the file marks the parting.
      if (from >= 0 && last !== undefined && /[¬\u00AD]$/.test(last)) {
        written[written.length - 1] = last.slice(0, -1);
        length -= 1;
        if (kind === "heading") headingWords[headingWords.length - 1] = last.slice(0, -1);
      }
    },
    block(next) {
      log.gap();
      if (noteDepth > 0) {
        note.push(" ");
        return;
      }
      close();
      if (waitingNotes.length > 0) writeNotes();
      kind = next;
    },
    beginNote() {
      log.gap();
      noteDepth += 1;
    },
    endNote() {
      log.gap();
      noteDepth -= 1;
      if (noteDepth > 0) return;
      const words = note.join("").replace(/\s+/g, " ").trim();
      note = [];
      if (words !== "") waitingNotes.push(words);
    },
    page(label) {
      if (from < 0) waitingPages.push(label);
      else pages.push({ at: length + (pending ? 1 : 0), label });
    },
    role(role, title = "") {
      log.gap();
      close();
      if (waitingNotes.length > 0) writeNotes();
      const at = length === 0 ? 0 : length + 2;
      if (role !== declared) headings.push({ at, title, role });
      declared = role;
    },
    isInsideLine: () => from >= 0 && !pending && noteDepth === 0 && !/\s$/.test(written.at(-1) ?? " "),
    length: () => length,
    finish(format, source, remarks, scan) {
      close();
      writeNotes();
      for (const label of waitingPages) pages.push({ at: length, label });
      const characters = written.join("");
      written = [];
      const known = dropShadowed(headings.filter(({ at }) => at < characters.length));
      const sections = sectionsOf(characters, blocks, known);
      const words = compareWords(scan, log.log(), characters);
      return { kind: "extract", format, characters, blocks, sections, pages, source, remarks, words };
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
