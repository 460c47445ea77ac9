import type { StaffMessage } from "@concord/messages";
import type { Source } from "../text/source.ts";
import type { Block, Format, PageMark, Role, Section } from "../text/text.ts";
import type { WordAccount } from "../text/word-account.ts";

/** What a reader of one format made of a file, before it has a name. */
export interface Extract {
  readonly kind: "extract";
  readonly format: Format;
  readonly characters: string;
  readonly blocks: readonly Block[];
  readonly sections: readonly Section[];
  readonly pages: readonly PageMark[];
  /** What the file says of itself. */
  readonly source: Partial<Source>;
  readonly remarks: readonly StaffMessage[];
  readonly words: WordAccount;
}

/** A file that gives no text, and what to do. */
export interface Unreadable {
  readonly kind: "unreadable";
  readonly message: StaffMessage;
}

export const unreadable = (message: StaffMessage): Unreadable => ({ kind: "unreadable", message });

/** A heading with the role its markup declares; null lets the words of the heading decide. */
export interface HeadingMark {
  readonly at: number;
  readonly title: string;
  readonly role: Role | null;
}
