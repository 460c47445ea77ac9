import { date, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/**
 * A yes or a no to being asked questionnaires, to supervision or to research, as it was said. Append-only: the newest row on
 * a matter is in force.
 */
export const consent = care.table(
  "consent",
  {
    practiceId: practiceId(),
    consentId: uuid("consent_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    matter: text("matter", { enum: ["measuring", "supervision", "research"] }).notNull(),
    state: text("state", { enum: ["given", "withdrawn"] }).notNull(),
    /** Whose consent it is. */
    givenBy: text("given_by", { enum: ["client", "caregiver", "therapist"] }).notNull(),
    /** Whom it lets in, for supervision. */
    supervisorId: uuid("supervisor_id"),
    /** The version and language of the text that was read; null where none was, or where an earlier version wrote the row. */
    textVersion: text("text_version"),
    language: text("language"),
    /** The day on which it was said, where that was before it was recorded. */
    saidOn: date("said_on"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "consent_key", columns: [table.practiceId, table.consentId] }),
    foreignKey({
      name: "consent_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "consent_supervisor",
      columns: [table.practiceId, table.supervisorId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "consent_recorded_by",
      columns: [table.practiceId, table.recordedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("consent_by_episode").on(table.practiceId, table.episodeId),
    index("consent_by_supervisor").on(table.practiceId, table.supervisorId),
  ],
);
