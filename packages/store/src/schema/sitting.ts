import { foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { contact } from "./contact.ts";
import { session } from "./session.ts";

/**
 * The questionnaires that one person is to answer at one time, behind one link. `directory.token` has the links that
 * open it; each message has a link of its own, so that none must be stored.
 */
export const sitting = care.table(
  "sitting",
  {
    practiceId: practiceId(),
    sittingId: uuid("sitting_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session").notNull(),
    /** When it is to be answered in relation to the session. */
    moment: text("moment", { enum: ["intake", "before", "after", "follow-up", "extra"] }).notNull(),
    rater: text("rater", { enum: ["client", "observer", "caregiver", "member"] }).notNull(),
    /** Who answers, in words, where it is not the client. */
    respondent: text("respondent"),
    /** Where messages about it go; null where the link is handed over. */
    contactId: uuid("contact_id"),
    language: text("language").notNull(),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    primaryKey({ name: "sitting_key", columns: [table.practiceId, table.sittingId] }),
    foreignKey({
      name: "sitting_session",
      columns: [table.practiceId, table.episodeId, table.session],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "sitting_contact",
      columns: [table.practiceId, table.contactId],
      foreignColumns: [contact.practiceId, contact.contactId],
    }),
    index("sitting_by_episode").on(table.practiceId, table.episodeId, table.session),
  ],
);
