import { date, foreignKey, index, primaryKey, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A second therapist of a treatment. Ending it keeps the row. */
export const coTherapist = care.table(
  "co_therapist",
  {
    practiceId: practiceId(),
    coTherapistId: uuid("co_therapist_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    staffId: uuid("staff_id").notNull(),
    since: date("since").notNull(),
    until: date("until"),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "co_therapist_key", columns: [table.practiceId, table.coTherapistId] }),
    foreignKey({
      name: "co_therapist_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "co_therapist_staff",
      columns: [table.practiceId, table.staffId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "co_therapist_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("co_therapist_by_episode").on(table.practiceId, table.episodeId),
    index("co_therapist_by_staff").on(table.practiceId, table.staffId),
  ],
);
