import { foreignKey, integer, primaryKey, text as words } from "drizzle-orm/pg-core";
import { care, practiceId } from "./columns.ts";
import { text } from "./text.ts";

/**
 * Where a stem stands in one text: the passages that hold it, how often each does, and every place of it. The
 * places are in order, so those of the first passage are the first of the row.
 */
export const posting = care.table(
  "posting",
  {
    practiceId: practiceId(),
    stem: words("stem").notNull(),
    textId: words("text_id").notNull(),
    passages: integer("passages").array().notNull(),
    counts: integer("counts").array().notNull(),
    places: integer("places").array().notNull(),
  },
  (table) => [
    primaryKey({ name: "posting_key", columns: [table.practiceId, table.stem, table.textId] }),
    foreignKey({
      name: "posting_text",
      columns: [table.practiceId, table.textId],
      foreignColumns: [text.practiceId, text.textId],
    }).onDelete("cascade"),
  ],
);
