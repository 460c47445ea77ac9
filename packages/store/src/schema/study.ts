import type { Study } from "@concord/evidence";
import { foreignKey, index, integer, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/**
 * A study that a practice added to the evidence, or its own correction of one that ships with Concord. A
 * correction is a further revision; no revision is ever changed, so that an earlier edition can be made again.
 */
export const study = care.table(
  "study",
  {
    practiceId: practiceId(),
    studyId: text("study_id").notNull(),
    /** From 1. The highest stands. */
    revision: integer("revision").notNull(),
    study: jsonb("study").$type<Study>().notNull(),
    /** What was changed and why, in the words of who did it. */
    reason: text("reason"),
    /** What was written together: one study by hand, or a whole file, with the editions that followed. */
    changeId: uuid("change_id").notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "study_key", columns: [table.practiceId, table.studyId, table.revision] }),
    foreignKey({
      name: "study_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("study_by_change").on(table.practiceId, table.changeId),
  ],
);
