import type { Edition } from "@concord/evidence";
import type { StaffMessage } from "@concord/messages";
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/**
 * What a synthesis and its claims said on one day, word for word, so that it can still be cited and computed
 * again when studies have come since. Append-only.
 */
export const edition = care.table(
  "edition",
  {
    practiceId: practiceId(),
    synthesisId: text("synthesis_id").notNull(),
    /** From 1. */
    number: integer("number").notNull(),
    edition: jsonb("edition").$type<Edition>().notNull(),
    /** The result as English sentences, word for word as they were first to be cited. */
    sentence: text("sentence").notNull(),
    /** The same for readers of any language; null where an earlier version wrote the row. */
    message: jsonb("message").$type<StaffMessage>(),
    /** The program that gives its figures again, with the effects in it; null where there was no result. */
    program: text("program"),
    /** The change that it followed, shared with the studies written then. */
    changeId: uuid("change_id").notNull(),
    keptBy: uuid("kept_by").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "edition_key", columns: [table.practiceId, table.synthesisId, table.number] }),
    foreignKey({
      name: "edition_kept_by",
      columns: [table.practiceId, table.keptBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("edition_by_change").on(table.practiceId, table.changeId),
  ],
);
