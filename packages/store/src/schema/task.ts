import type { RiskAnswer } from "@concord/instruments";
import type { StaffMessage } from "@concord/messages";
import { sql } from "drizzle-orm";
import { foreignKey, index, integer, jsonb, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { response } from "./response.ts";
import { session } from "./session.ts";
import { staff } from "./staff.ts";

/**
 * Something about safety that a person must see to: one for each response with a risk answer, whatever else was left
 * out, and one for each disclosure that a therapist records.
 */
export const riskTask = care.table(
  "risk_task",
  {
    practiceId: practiceId(),
    taskId: uuid("task_id").notNull(),
    episodeId: uuid("episode_id").notNull(),
    session: integer("session").notNull(),
    /** The response with the answer; null for a disclosure, which no form holds. */
    responseId: uuid("response_id"),
    kind: text("kind", { enum: ["risk", "disclosure"] }).notNull(),
    risks: jsonb("risks").$type<readonly RiskAnswer[]>().notNull(),
    /** In English, where an earlier version wrote the row; now `message`. */
    sentence: text("sentence"),
    message: jsonb("message").$type<StaffMessage>(),
    createdAt: instant("created_at").notNull(),
    dueAt: instant("due_at").notNull(),
    /** When it was found to have waited past its time; it stays, also once somebody has seen it. */
    escalatedAt: instant("escalated_at"),
    acknowledgedBy: uuid("acknowledged_by"),
    acknowledgedAt: instant("acknowledged_at"),
  },
  (table) => [
    primaryKey({ name: "risk_task_key", columns: [table.practiceId, table.taskId] }),
    unique("risk_task_once").on(table.practiceId, table.responseId, table.kind),
    foreignKey({
      name: "risk_task_response",
      columns: [table.practiceId, table.responseId],
      foreignColumns: [response.practiceId, response.responseId],
    }),
    foreignKey({
      name: "risk_task_session",
      columns: [table.practiceId, table.episodeId, table.session],
      foreignColumns: [session.practiceId, session.episodeId, session.number],
    }),
    foreignKey({
      name: "risk_task_acknowledged_by",
      columns: [table.practiceId, table.acknowledgedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("risk_task_by_episode").on(table.practiceId, table.episodeId),
    index("risk_task_open_by_due")
      .on(table.practiceId, table.dueAt)
      .where(sql`${table.acknowledgedAt} is null`),
  ],
);
