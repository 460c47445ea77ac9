import { foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A clinician's note on a case. Append-only: a changed note is a new one that names the old in `replaces`. */
export const note = care.table(
  "note",
  {
    practiceId: practiceId(),
    noteId: uuid("note_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session"),
    authorId: uuid("author_id").notNull(),
    readers: text("readers", { enum: ["care-team", "author"] }).notNull(),
    text: text("text").notNull(),
    createdAt: instant("created_at").notNull(),
    replaces: uuid("replaces"),
  },
  (table) => [
    primaryKey({ name: "note_key", columns: [table.practiceId, table.noteId] }),
    unique("note_replaced_once").on(table.practiceId, table.replaces),
    foreignKey({
      name: "note_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "note_author",
      columns: [table.practiceId, table.authorId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "note_replaces",
      columns: [table.practiceId, table.replaces],
      foreignColumns: [table.practiceId, table.noteId],
    }),
    index("note_by_episode").on(table.practiceId, table.episodeId),
  ],
);
