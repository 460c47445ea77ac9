import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A yes or a no to others seeing a case, as it was said. Append-only: the newest row on a matter stands. */
export const consent = care.table(
  "consent",
  {
    practiceId: practiceId(),
    consentId: uuid("consent_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    matter: text("matter", { enum: ["supervision", "research"] }).notNull(),
    state: text("state", { enum: ["given", "withdrawn"] }).notNull(),
    /** Whose consent it is. */
    givenBy: text("given_by", { enum: ["client", "caregiver", "therapist"] }).notNull(),
    /** Whom it lets in, for supervision. */
    supervisorId: uuid("supervisor_id"),
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
