import { foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { session } from "./session.ts";
import { staff } from "./staff.ts";

/**
 * One step of mending what went wrong in a session, as the therapist wrote it down. Append-only: taking a step
 * back is a new row, and the newest row of a step stands. Whether it helped is read from the next form.
 */
export const repairStep = care.table(
  "repair_step",
  {
    practiceId: practiceId(),
    repairStepId: uuid("repair_step_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    /** The session in which it went wrong. */
    rupture: integer("rupture_session").notNull(),
    step: text("step", { enum: ["named", "explored", "agreed"] }).notNull(),
    state: text("state", { enum: ["done", "taken-back"] }).notNull(),
    /** The session in which the two took the step. */
    takenIn: integer("taken_in_session").notNull(),
    words: text("words"),
    recordedBy: uuid("recorded_by").notNull(),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "repair_step_key", columns: [table.practiceId, table.repairStepId] }),
    foreignKey({
      name: "repair_step_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "repair_step_rupture",
      columns: [table.practiceId, table.episodeId, table.rupture],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "repair_step_taken_in",
      columns: [table.practiceId, table.episodeId, table.takenIn],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "repair_step_recorded_by",
      columns: [table.practiceId, table.recordedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("repair_step_by_episode").on(table.practiceId, table.episodeId),
  ],
);
