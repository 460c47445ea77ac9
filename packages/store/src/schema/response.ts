import { sql } from "drizzle-orm";
import {
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { episode } from "./episode.ts";
import { formRequest } from "./request.ts";
import { session } from "./session.ts";

/**
 * What someone answered. Rows are added, never changed or removed: the application's role has no such right.
 * A correction is a new response whose `corrects` names the old one.
 */
export const response = care.table(
  "response",
  {
    practiceId: practiceId(),
    responseId: uuid("response_id").notNull(),
    requestId: uuid("request_id"),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session").notNull(),
    instrument: text("instrument").notNull(),
    instrumentVersion: text("instrument_version").notNull(),
    rater: text("rater", { enum: ["client", "therapist", "observer", "caregiver", "member"] }).notNull(),
    respondent: text("respondent"),
    source: text("source", { enum: ["form", "staff", "import", "simulation"] }).notNull(),
    values: jsonb("values").$type<Readonly<Record<string, number>>>().notNull(),
    texts: jsonb("texts").$type<Readonly<Record<string, string>>>().notNull(),
    /** The day it is about, where an imported file says so. */
    answeredOn: date("answered_on"),
    receivedAt: instant("received_at").notNull(),
    /** Made by the form when it is opened, so that a double submit is seen to be one. */
    idempotencyKey: text("idempotency_key"),
    corrects: uuid("corrects"),
  },
  (table) => [
    primaryKey({ name: "response_key", columns: [table.practiceId, table.responseId] }),
    unique("response_submitted_once").on(table.practiceId, table.requestId, table.idempotencyKey),
    unique("response_corrected_once").on(table.practiceId, table.corrects),
    uniqueIndex("response_first_once")
      .on(table.practiceId, table.requestId)
      .where(sql`${table.corrects} is null`),
    foreignKey({
      name: "response_request",
      columns: [table.practiceId, table.requestId],
      foreignColumns: [formRequest.practiceId, formRequest.requestId],
    }),
    foreignKey({
      name: "response_session",
      columns: [table.practiceId, table.episodeId, table.session],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "response_corrects",
      columns: [table.practiceId, table.corrects],
      foreignColumns: [table.practiceId, table.responseId],
    }),
    index("response_by_episode").on(table.practiceId, table.episodeId, table.session),
    index("response_by_instrument").on(table.practiceId, table.instrument),
  ],
);

/** One fellow member's rating by another, item by item: a round robin's cells. Append-only like its response. */
export const memberRating = care.table(
  "member_rating",
  {
    practiceId: practiceId(),
    responseId: uuid("response_id").notNull(),
    /** The episode of care of the member who is rated. */
    memberId: uuid("member_id").notNull(),
    item: text("item").notNull(),
    value: doublePrecision("value").notNull(),
  },
  (table) => [
    primaryKey({
      name: "member_rating_key",
      columns: [table.practiceId, table.responseId, table.memberId, table.item],
    }),
    foreignKey({
      name: "member_rating_response",
      columns: [table.practiceId, table.responseId],
      foreignColumns: [response.practiceId, response.responseId],
    }),
    foreignKey({
      name: "member_rating_member",
      columns: [table.practiceId, table.memberId],
      foreignColumns: [episode.practiceId, episode.episodeId],
    }),
  ],
);
