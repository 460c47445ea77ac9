import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { therapyGroup } from "./group.ts";

/** An appointment with a client or of a group. `series` is the same for those that were made together. */
export const appointment = care.table(
  "appointment",
  {
    practiceId: practiceId(),
    appointmentId: uuid("appointment_id").notNull(),
    episodeId: uuid("episode_id"),
    groupId: uuid("group_id"),
    startsAt: instant("starts_at").notNull(),
    minutes: integer("minutes").notNull(),
    state: text("state", { enum: ["planned", "held", "missed", "cancelled"] }).notNull(),
    /** The number of the session that it became, or that questionnaires were sent for. */
    session: integer("session"),
    series: uuid("series"),
    /** Its identifier in the calendar that it was imported from. */
    externalId: text("external_id"),
    createdAt: instant("created_at").notNull(),
    changedAt: instant("changed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "appointment_key", columns: [table.practiceId, table.appointmentId] }),
    unique("appointment_imported_once").on(table.practiceId, table.externalId),
    foreignKey({
      name: "appointment_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "appointment_group",
      columns: [table.practiceId, table.groupId],
      foreignColumns: [therapyGroup.practiceId, therapyGroup.groupId],
    }),
    check("appointment_of_one", sql`(${table.episodeId} is null) <> (${table.groupId} is null)`),
    index("appointment_by_time").on(table.practiceId, table.state, table.startsAt),
    index("appointment_by_episode").on(table.practiceId, table.episodeId, table.startsAt),
  ],
);
