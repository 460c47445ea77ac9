import type { Rater } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { sql } from "drizzle-orm";
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  smallint,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";

/** A form that was asked for and has not come back. */
export interface Awaited {
  readonly rater: Rater;
  readonly session: number;
  readonly since: string;
}

/**
 * One line of the caseload, ready to show: written whenever something about the case changes, so that a page
 * of ten thousand cases is an index walk and no course is computed to draw it. It can be made anew at any time.
 */
export const caseDigest = care.table(
  "case_digest",
  {
    practiceId: practiceId(),
    episodeId: uuid("episode_id").notNull(),
    therapistId: uuid("therapist_id").notNull(),
    therapist: text("therapist").notNull(),
    client: text("client").notNull(),
    /** `client` folded for sorting, the same on every server whatever its collation. */
    clientKey: text("client_key").notNull(),
    ageBand: text("age_band", { enum: ["child", "adolescent", "adult"] }).notNull(),
    phase: text("phase", { enum: ["engagement", "working-through", "termination"] }),
    sessions: integer("sessions").notNull(),
    lastSession: date("last_session"),
    nextSession: date("next_session"),
    weight: text("weight", { enum: ["urgent", "persistent", "credible", "note"] }),
    /** 4 urgent, 3 persistent, 2 credible, 1 note, 0 nothing. */
    rank: smallint("rank").notNull(),
    /** Why, in English, where an earlier version wrote the row; now `message`. */
    headline: text("headline"),
    message: jsonb("message").$type<StaffMessage>(),
    signals: integer("signals").notNull(),
    spark: jsonb("spark").$type<readonly (number | null)[]>().notNull(),
    awaiting: jsonb("awaiting").$type<readonly Awaited[]>().notNull(),
    awaitingCount: integer("awaiting_count").notNull(),
    openTasks: integer("open_tasks").notNull(),
    closed: boolean("closed").notNull(),
    /** Client, therapist and message in every language of staff, folded for searching. */
    search: text("search").notNull(),
    updatedAt: instant("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "case_digest_key", columns: [table.practiceId, table.episodeId] }),
    foreignKey({
      name: "case_digest_episode",
      columns: [table.practiceId, table.episodeId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
    index("case_digest_by_attention").on(
      table.practiceId,
      table.closed,
      table.rank,
      table.signals,
      table.episodeId,
    ),
    index("case_digest_by_client").on(
      table.practiceId,
      table.closed,
      sql`${table.clientKey} collate "C"`,
      table.episodeId,
    ),
    index("case_digest_by_last").on(table.practiceId, table.closed, table.lastSession, table.episodeId),
    index("case_digest_by_next").on(table.practiceId, table.closed, table.nextSession, table.episodeId),
    index("case_digest_by_sessions").on(table.practiceId, table.closed, table.sessions, table.episodeId),
    index("case_digest_by_therapist").on(table.practiceId, table.therapistId),
  ],
);
