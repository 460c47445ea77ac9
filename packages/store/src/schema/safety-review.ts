import { date, foreignKey, index, jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { care, instant, practiceId } from "./columns.ts";
import { staff } from "./staff.ts";
import { riskTask } from "./task.ts";

/** What was asked in the conversation about a safety answer. */
export const safetyTopics = ["suicidal-thoughts", "plan", "means", "protection"] as const;
export type SafetyTopic = (typeof safetyTopics)[number];

/** What the conversation came to. */
export const safetyOutcomes = [
  "no-acute-danger",
  "safety-plan-made",
  "handed-on",
  "could-not-reach",
  "other",
] as const;
export type SafetyOutcome = (typeof safetyOutcomes)[number];

/** Who was told. */
export const safetyContacts = [
  "duty-person",
  "supervisor",
  "physician",
  "crisis-service",
  "relative",
] as const;
export type SafetyContact = (typeof safetyContacts)[number];

/**
 * A review of the safety answer that a task is about. Append-only: the newest row says how things stand, the earlier
 * ones are its history.
 */
export const safetyReview = care.table(
  "safety_review",
  {
    practiceId: practiceId(),
    reviewId: uuid("review_id").notNull(),
    taskId: uuid("task_id").notNull(),
    asked: jsonb("asked").$type<readonly SafetyTopic[]>().notNull(),
    outcome: text("outcome", { enum: safetyOutcomes }).notNull(),
    told: jsonb("told").$type<readonly SafetyContact[]>().notNull(),
    /** The day by which somebody looks again; null where nothing more is to be checked. */
    nextCheck: date("next_check"),
    note: text("note"),
    reviewedBy: uuid("reviewed_by").notNull(),
    reviewedAt: instant("reviewed_at").notNull(),
  },
  (table) => [
    primaryKey({ name: "safety_review_key", columns: [table.practiceId, table.reviewId] }),
    foreignKey({
      name: "safety_review_task",
      columns: [table.practiceId, table.taskId],
      foreignColumns: [riskTask.practiceId, riskTask.taskId],
    }),
    foreignKey({
      name: "safety_review_by",
      columns: [table.practiceId, table.reviewedBy],
      foreignColumns: [staff.practiceId, staff.staffId],
    }),
    index("safety_review_by_task").on(table.practiceId, table.taskId, table.reviewedAt),
  ],
);
