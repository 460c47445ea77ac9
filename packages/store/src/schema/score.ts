import type { UnscorableMessage } from "@concord/instruments";
import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { response } from "./response.ts";

/**
 * What one response yields on one scale under one version of the scoring rules, or why it yields nothing.
 * Scoring again adds rows under the new version; `current` marks the ones to read.
 */
export const score = care.table(
  "score",
  {
    practiceId: practiceId(),
    responseId: uuid("response_id").notNull(),
    scoring: text("scoring").notNull(),
    scale: text("scale").notNull(),
    episodeId: uuid("episode_id").notNull(),
    construct: text("construct").notNull(),
    better: text("better", { enum: ["higher", "lower", "neither"] }).notNull(),
    kind: text("kind", { enum: ["score", "unscorable"] }).notNull(),
    value: doublePrecision("value"),
    percent: doublePrecision("percent"),
    minimum: doublePrecision("minimum"),
    maximum: doublePrecision("maximum"),
    answered: integer("answered").notNull(),
    items: integer("items").notNull(),
    prorated: boolean("prorated").notNull().default(false),
    /** Why there is no score, in English for files and programs. */
    reason: text("reason"),
    /** The same for readers of any language; null where an earlier version wrote the row. */
    message: jsonb("message").$type<UnscorableMessage>(),
    current: boolean("current").notNull().default(true),
    computedAt: instant("computed_at").notNull(),
  },
  (table) => [
    primaryKey({
      name: "score_key",
      columns: [table.practiceId, table.responseId, table.scoring, table.scale],
    }),
    foreignKey({
      name: "score_response",
      columns: [table.practiceId, table.responseId],
      foreignColumns: [response.practiceId, response.responseId],
    }),
    index("score_by_episode").on(table.practiceId, table.episodeId).where(sql`${table.current}`),
    check(
      "score_or_reason",
      sql`case ${table.kind} when 'score' then ${table.value} is not null and ${table.percent} is not null
        and ${table.minimum} is not null and ${table.maximum} is not null
        else ${table.value} is null and ${table.reason} is not null end`,
    ),
  ],
);
