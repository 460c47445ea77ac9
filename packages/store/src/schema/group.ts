import { date, foreignKey, index, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** A therapy group, a couple or a family. Its members each have their own episode of care. */
export const therapyGroup = care.table(
  "therapy_group",
  {
    practiceId: practiceId(),
    groupId: uuid("group_id").notNull(),
    kind: text("kind", { enum: ["group", "couple", "family"] })
      .notNull()
      .default("group"),
    name: text("name").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    /** A second leader, who may do and see what the first may. */
    coLeaderId: uuid("co_leader_id"),
    openedOn: date("opened_on").notNull(),
    closedOn: date("closed_on"),
    createdAt: instant("created_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "therapy_group_key", columns: [table.practiceId, table.groupId] }),
    foreignKey({
      name: "therapy_group_therapist",
      columns: [table.practiceId, table.therapistId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "therapy_group_co_leader",
      columns: [table.practiceId, table.coLeaderId],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
  ],
);

/** Who is in a group, by episode of care. Leaving keeps the row. */
export const groupMember = care.table(
  "group_member",
  {
    practiceId: practiceId(),
    groupId: uuid("group_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    joinedOn: date("joined_on").notNull(),
    leftOn: date("left_on"),
  },
  (table) => [
    primaryKey({ name: "group_member_key", columns: [table.practiceId, table.groupId, table.episodeId] }),
    foreignKey({
      name: "group_member_group",
      columns: [table.practiceId, table.groupId],
      foreignColumns: [therapyGroup.practiceId, therapyGroup.groupId],
    }),
    foreignKey({
      name: "group_member_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    index("group_member_by_episode").on(table.practiceId, table.episodeId),
  ],
);
