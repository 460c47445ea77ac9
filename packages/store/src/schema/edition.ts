import { foreignKey, index, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/**
 * What a synthesis or a claim said on one day, word for word, so that it can still be cited when studies have
 * come since. Append-only; what has not changed is not kept twice.
 */
export const edition = care.table(
  "edition",
  {
    practiceId: practiceId(),
    editionId: uuid("edition_id").notNull(),
    kind: text("kind", { enum: ["synthesis", "claim"] }).notNull(),
    /** Which synthesis or claim. */
    subject: text("subject").notNull(),
    /** Equal digests, equal figures. */
    digest: text("digest").notNull(),
    content: jsonb("content").$type<object>().notNull(),
    keptBy: uuid("kept_by").notNull(),
    keptAt: instant("kept_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "edition_key", columns: [table.practiceId, table.editionId] }),
    unique("edition_once").on(table.practiceId, table.kind, table.subject, table.digest),
    foreignKey({
      name: "edition_kept_by",
      columns: [table.practiceId, table.keptBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("edition_by_subject").on(table.practiceId, table.kind, table.subject, table.keptAt),
  ],
);
