import { date, foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { staff } from "./staff.ts";

/** Why a treatment ended. */
export const endingReasons = [
  "completed",
  "client-ended",
  "therapist-ended",
  "no-contact",
  "referred-on",
  "moved",
  "died",
  "other",
] as const;

/** Whether the goals of a treatment were reached, as its therapist assessed it. */
export const endingOutcomes = ["reached", "partly", "not-reached", "not-known"] as const;

/** What a closing changed beside the case, so that it can be undone. */
export interface BeforeClosing {
  readonly nextSession: string | null;
  /** The groups that the client left with it. */
  readonly groups: readonly string[];
  /** The appointments that were cancelled with it. */
  readonly appointments?: readonly string[];
}

/** When a treatment began, ended, was resumed or got another therapist. Append-only. */
export const episodeChange = care.table(
  "episode_change",
  {
    practiceId: practiceId(),
    changeId: uuid("change_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    kind: text("kind", { enum: ["opened", "closed", "reopened", "handed-over"] }).notNull(),
    /** The day on which it happened, which may lie before the day on which it was recorded. */
    happenedOn: date("happened_on").notNull(),
    reason: text("reason", { enum: endingReasons }),
    outcome: text("outcome", { enum: endingOutcomes }),
    words: text("words"),
    before: jsonb("before").$type<BeforeClosing>(),
    fromStaff: uuid("from_staff"),
    toStaff: uuid("to_staff"),
    recordedBy: uuid("recorded_by"),
    recordedAt: instant("recorded_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "episode_change_key", columns: [table.practiceId, table.changeId] }),
    foreignKey({
      name: "episode_change_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    foreignKey({
      name: "episode_change_from",
      columns: [table.practiceId, table.fromStaff],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "episode_change_to",
      columns: [table.practiceId, table.toStaff],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    foreignKey({
      name: "episode_change_recorded_by",
      columns: [table.practiceId, table.recordedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("episode_change_by_episode").on(table.practiceId, table.episodeId, table.recordedAt),
  ],
);
