import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { client } from "./client.ts";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";

/** One therapy of one client with one therapist. `reference` is its name in an imported file. */
export const episode = care.table(
  "episode",
  {
    practiceId: practiceId(),
    episodeId: uuid("episode_id").notNull(),
    clientId: uuid("client_id").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    /** The session in which the end was agreed. */
    endingFrom: integer("ending_from"),
    nextSession: date("next_session"),
    reference: text("reference"),
    simulated: boolean("simulated").notNull().default(false),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "episode_key", columns: [table.practiceId, table.episodeId] }),
    unique("episode_reference_once").on(table.practiceId, table.reference),
    foreignKey({
      name: "episode_client",
      columns: [table.practiceId, table.clientId],
      foreignColumns: [client.practiceId, client.clientId],
    }),
    foreignKey({
      name: "episode_therapist",
      columns: [table.practiceId, table.therapistId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("episode_by_client").on(table.practiceId, table.clientId),
    index("episode_by_therapist").on(table.practiceId, table.therapistId),
  ],
);
