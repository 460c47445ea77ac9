import { foreignKey, index, integer, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytes, care, instant, practiceId } from "./columns.ts";
import { session } from "./session.ts";
import { sitting } from "./sitting.ts";

/**
 * A form that was asked for. The link's token is never kept, only its SHA-256; without a token the form is
 * filled in by someone signed in (`respondentId` names them).
 */
export const formRequest = care.table(
  "form_request",
  {
    practiceId: practiceId(),
    requestId: uuid("request_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session").notNull(),
    instrument: text("instrument").notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    construct: text("construct").notNull(),
    rater: text("rater", { enum: ["client", "therapist", "observer", "caregiver", "member"] }).notNull(),
    /** Staff who will answer, for therapists and observers. */
    respondentId: uuid("respondent_id"),
    /** Who will answer, in words, where they are not on the staff: "mother", "school counsellor". */
    respondent: text("respondent"),
    language: text("language").notNull(),
    tokenHash: bytes("token_hash"),
    /** The sitting whose link opens it, and its place in it; null where it has a link of its own or none. */
    sittingId: uuid("sitting_id"),
    position: integer("position"),
    createdAt: instant("created_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    openedAt: instant("opened_at"),
    answeredAt: instant("answered_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (table) => [
    primaryKey({ name: "form_request_key", columns: [table.practiceId, table.requestId] }),
    unique("form_request_token_once").on(table.practiceId, table.tokenHash),
    foreignKey({
      name: "form_request_session",
      columns: [table.practiceId, table.episodeId, table.session],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "form_request_sitting",
      columns: [table.practiceId, table.sittingId],
      foreignColumns: [sitting.practiceId, sitting.sittingId],
    }),
    index("form_request_by_sitting").on(table.practiceId, table.sittingId),
    index("form_request_by_episode").on(table.practiceId, table.episodeId, table.session),
  ],
);
