import { foreignKey, index, integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { bytes, care, directory, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A device that the practice lends to clients: it opens questionnaires by the code of the day and nothing else. */
export const tablet = care.table(
  "tablet",
  {
    practiceId: practiceId(),
    tabletId: uuid("tablet_id").notNull(),
    name: text("name").notNull(),
    addedBy: uuid("added_by").notNull(),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (table) => [
    primaryKey({ name: "tablet_key", columns: [table.practiceId, table.tabletId] }),
    foreignKey({
      name: "tablet_added_by",
      columns: [table.practiceId, table.addedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);

/** Which practice and tablet a device's cookie belongs to, by the SHA-256 of its token. */
export const tabletToken = directory.table(
  "tablet",
  {
    practiceId: practiceId(),
    tokenHash: bytes("token_hash").notNull(),
    tabletId: uuid("tablet_id").notNull(),
  },
  (table) => [
    primaryKey({ name: "directory_tablet_key", columns: [table.practiceId, table.tokenHash] }),
    index("tablet_by_hash").on(table.tokenHash),
  ],
);

/** A short code with which a client opens what is due, on a tablet of the practice and on one day only. */
export const dayCode = care.table(
  "day_code",
  {
    practiceId: practiceId(),
    code: text("code").notNull(),
    /** The practice's date. */
    day: text("day").notNull(),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session").notNull(),
    createdAt: instant("created_at").notNull(),
    usedAt: instant("used_at"),
  },
  (table) => [
    primaryKey({ name: "day_code_key", columns: [table.practiceId, table.day, table.code] }),
    foreignKey({
      name: "day_code_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
  ],
);
