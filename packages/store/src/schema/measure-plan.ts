import { foreignKey, index, jsonb, primaryKey, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/**
 * Which questionnaires a practice gives to whom and when, or what differs for one client. Append-only: the newest row of
 * the practice (`episodeId` null) and of the case are in force from `madeAt` on.
 */
export const measurePlan = care.table(
  "measure_plan",
  {
    practiceId: practiceId(),
    planId: uuid("plan_id").notNull(),
    episodeId: uuid("episode_id"),
    /** Checked and read by the practice package, which names its version. */
    content: jsonb("content").$type<Readonly<Record<string, unknown>>>().notNull(),
    madeBy: uuid("made_by").notNull(),
    madeAt: instant("made_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "measure_plan_key", columns: [table.practiceId, table.planId] }),
    foreignKey({
      name: "measure_plan_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "measure_plan_by",
      columns: [table.practiceId, table.madeBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("measure_plan_by_time").on(table.practiceId, table.episodeId, table.madeAt),
  ],
);
