import type { StaffMessage } from "@concord/messages";
import { foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { practice } from "./practice.ts";

/** Who did or read what, and when. Append-only; identifiers only, never what a form or a note says. */
export const audit = care.table(
  "audit",
  {
    practiceId: practiceId(),
    auditId: uuid("audit_id").notNull(),
    at: instant("at").notNull(),
    /** A member of staff, or null for a form's holder and for the system itself. */
    staffId: uuid("staff_id"),
    /** In words: the name at the time, "form holder", "system". */
    who: text("who").notNull(),
    /** A code with its details: `request-form phq-9`. */
    action: text("action").notNull(),
    /** The same for readers; null where an earlier version wrote the row. */
    message: jsonb("message").$type<StaffMessage>(),
    subject: text("subject").notNull(),
  },
  (table) => [
    primaryKey({ name: "audit_key", columns: [table.practiceId, table.auditId] }),
    foreignKey({
      name: "audit_practice",
      columns: [table.practiceId],
      foreignColumns: [practice.practiceId],
    }),
    index("audit_by_time").on(table.practiceId, table.at, table.auditId),
  ],
);
