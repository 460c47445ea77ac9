import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, integer, primaryKey, uuid } from "drizzle-orm/pg-core";
import { care, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";

/** One meeting of an episode, numbered from 0 (intake) on. */
export const session = care.table(
  "session",
  {
    practiceId: practiceId(),
    episodeId: uuid("episode_id").notNull(),
    number: integer("number").notNull(),
    heldOn: date("held_on"),
    attended: boolean("attended").notNull().default(true),
    /** Questionnaires were sent before it; whether it takes place is not recorded yet. */
    planned: boolean("planned").notNull().default(false),
  },
  (table) => [
    primaryKey({ name: "session_key", columns: [table.practiceId, table.episodeId, table.number] }),
    foreignKey({
      name: "session_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    check("session_number_from_zero", sql`${table.number} >= 0`),
  ],
);
