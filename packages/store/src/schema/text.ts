import type { Block, PageMark, Section, Source, WordAccount } from "@concord/library";
import type { StaffMessage } from "@concord/messages";
import { foreignKey, integer, jsonb, primaryKey, uuid, text as words } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/** What is known of the reading of a text. Texts read by earlier versions have English sentences. */
export type StoredRemarks =
  | readonly string[]
  | { readonly sentences: readonly (string | StaffMessage)[]; readonly words: WordAccount | null };

/**
 * A text of the practice's library: its characters as they were read, and what is known of its shape. The same
 * file read again by a newer reader takes the place of the old reading; quotations then say whether they moved.
 */
export const text = care.table(
  "text",
  {
    practiceId: practiceId(),
    textId: words("text_id").notNull(),
    /** SHA-256 of the file. */
    digest: words("digest").notNull(),
    bytes: integer("bytes").notNull(),
    format: words("format").notNull(),
    extractorVersion: integer("extractor_version").notNull(),
    source: jsonb("source").$type<Source>().notNull(),
    characters: words("characters").notNull(),
    blocks: jsonb("blocks").$type<readonly Block[]>().notNull(),
    sections: jsonb("sections").$type<readonly Section[]>().notNull(),
    pages: jsonb("pages").$type<readonly PageMark[]>().notNull(),
    remarks: jsonb("remarks").$type<StoredRemarks>().notNull(),
    /** Letters, passages and words: what a list and a ranking need without the text itself. */
    length: integer("length").notNull(),
    passages: integer("passages").notNull(),
    tokens: integer("tokens").notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "text_key", columns: [table.practiceId, table.textId] }),
    foreignKey({
      name: "text_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);
