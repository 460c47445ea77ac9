import { foreignKey, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A phase set by hand: the session in which it begins. It overrules the rule. */
export const phaseMark = care.table(
  "phase_mark",
  {
    practiceId: practiceId(),
    episodeId: uuid("episode_id").notNull(),
    phase: text("phase", { enum: ["engagement", "working-through", "termination"] }).notNull(),
    from: integer("from_session").notNull(),
    markedBy: uuid("marked_by").notNull(),
    markedAt: instant("marked_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "phase_mark_key", columns: [table.practiceId, table.episodeId, table.phase] }),
    foreignKey({
      name: "phase_mark_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "phase_mark_by",
      columns: [table.practiceId, table.markedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);
