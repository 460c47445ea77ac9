import { foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/**
 * Something a therapist decided about how a case is read, e.g. whom the client is compared with. Append-only:
 * the newest row on a matter stands.
 */
export const caseChoice = care.table(
  "case_choice",
  {
    practiceId: practiceId(),
    caseChoiceId: uuid("case_choice_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    matter: text("matter", { enum: ["attachment-norm", "perfectionism-norm"] }).notNull(),
    /** What was chosen, by its name; null where the choice was taken back. */
    chosen: text("chosen"),
    chosenBy: uuid("chosen_by").notNull(),
    chosenAt: instant("chosen_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "case_choice_key", columns: [table.practiceId, table.caseChoiceId] }),
    foreignKey({
      name: "case_choice_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "case_choice_by",
      columns: [table.practiceId, table.chosenBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("case_choice_by_episode").on(table.practiceId, table.episodeId),
  ],
);
