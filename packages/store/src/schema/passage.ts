import { foreignKey, integer, primaryKey, text as words } from "drizzle-orm/pg-core";
import { care, practiceId } from "./columns.ts";
import { text } from "./text.ts";

/** What is searched and shown: a stretch of a text of about a paragraph. */
export const passage = care.table(
  "passage",
  {
    practiceId: practiceId(),
    textId: words("text_id").notNull(),
    /** From 0, in the order of the text. */
    number: integer("number").notNull(),
    /** Offsets into the text's characters: from inclusive, to exclusive. */
    from: integer("from_offset").notNull(),
    to: integer("to_offset").notNull(),
    role: words("role").notNull(),
    chapter: words("chapter").notNull(),
    /** Its words, counted through the text. */
    firstToken: integer("first_token").notNull(),
    tokens: integer("tokens").notNull(),
  },
  (table) => [
    primaryKey({ name: "passage_key", columns: [table.practiceId, table.textId, table.number] }),
    foreignKey({
      name: "passage_text",
      columns: [table.practiceId, table.textId],
      foreignColumns: [text.practiceId, text.textId],
    }).onDelete("cascade"),
  ],
);
