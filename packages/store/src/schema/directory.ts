import { boolean, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, directory, practiceId } from "./columns.ts";

/**
 * The three questions that come before a practice is known: which practices are there, where does this
 * account work, where does this token lead. Identifiers only, nothing about anyone in care; whoever reads all
 * of it learns no name and opens no form. Everyone may read, and only the practice itself may write its rows.
 */
export const knownPractice = directory.table("practice", { practiceId: practiceId() }, (table) => [
  primaryKey({ name: "directory_practice_key", columns: [table.practiceId] }),
]);

export const membership = directory.table(
  "membership",
  {
    practiceId: practiceId(),
    userId: text("user_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    active: boolean("active").notNull(),
  },
  (table) => [
    primaryKey({ name: "membership_key", columns: [table.practiceId, table.userId] }),
    index("membership_by_user").on(table.userId),
  ],
);

export const token = directory.table(
  "token",
  {
    practiceId: practiceId(),
    tokenHash: bytes("token_hash").notNull(),
    /** What it opens: one questionnaire, or a sitting of several. */
    requestId: uuid("request_id"),
    sittingId: uuid("sitting_id"),
  },
  (table) => [
    primaryKey({ name: "token_key", columns: [table.practiceId, table.tokenHash] }),
    index("token_by_hash").on(table.tokenHash),
  ],
);
