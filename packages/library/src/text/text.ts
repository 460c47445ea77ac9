import type { StaffMessage } from "@concord/messages";
import type { Source } from "./source.ts";
import type { WordAccount } from "./word-account.ts";

/** Names one text in a library: the first sixteen digits of the digest of its bytes. */
export type TextId = string;

/** What a stretch of a text is for. Only `body` speaks in the author's voice at length. */
export type Role =
  | "body"
  | "front"
  | "contents"
  | "index"
  | "notes"
  | "bibliography"
  | "synopsis"
  | "licence";

/** Places are UTF-16 offsets into `characters`, from inclusive, to exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Section extends Span {
  /** The heading's words; "" before the first heading. */
  readonly title: string;
  readonly role: Role;
}

export interface Block extends Span {
  readonly kind: "heading" | "paragraph" | "note";
}

/** A printed page begins here. */
export interface PageMark {
  readonly at: number;
  /** As printed: `188`, `xii`. */
  readonly label: string;
}

export type Format = "plain" | "html" | "epub" | "pdf" | "tei" | "jats" | "markdown";

export interface Extractor {
  readonly format: Format;
  /** Raised whenever the same bytes would give other characters. */
  readonly version: number;
}

/** One text of the scholar's own, as its characters, with what is known of its shape. */
export interface Text {
  readonly id: TextId;
  readonly source: Source;
  /** SHA-256 of the file's bytes, so that the same file is known again. */
  readonly digest: string;
  readonly bytes: number;
  readonly extractor: Extractor;
  readonly characters: string;
  /** In order, not overlapping. */
  readonly blocks: readonly Block[];
  /** In order, together the whole text. */
  readonly sections: readonly Section[];
  /** In order; empty where the file knows nothing of printed pages. */
  readonly pages: readonly PageMark[];
  /** What a reader should know about the reading of the file: messages, or English sentences of earlier versions. */
  readonly remarks: readonly (string | StaffMessage)[];
  /** Words of the file against words of the text; null for a text that an earlier version read. */
  readonly words: WordAccount | null;
}

/** A text without its characters: the line of a list. */
export type TextEntry = Omit<Text, "characters" | "blocks" | "sections" | "pages"> & {
  readonly length: number;
  readonly hasPages: boolean;
};

export function entryOf(text: Text): TextEntry {
  const { characters, blocks: _blocks, sections: _sections, pages, ...entry } = text;
  return { ...entry, length: characters.length, hasPages: pages.length > 0 };
}
