import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import {
  type SafetyContact,
  type SafetyOutcome,
  type SafetyTopic,
  safetyReview,
} from "../schema/safety-review.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";
import { presentAfter } from "./present-after.ts";
import { acknowledge } from "./tasks.ts";

/** A review of a safety answer as it was recorded. */
export interface SafetyReviewRow {
  readonly task: string;
  readonly asked: readonly SafetyTopic[];
  readonly outcome: SafetyOutcome;
  readonly told: readonly SafetyContact[];
  /** The day by which somebody looks again; null where nothing more is to be checked. */
  readonly nextCheck: string | null;
  readonly note: string | null;
  readonly by: { readonly staff: string; readonly name: string };
  readonly at: string;
}

export interface NewSafetyReview extends Omit<SafetyReviewRow, "by" | "at"> {
  /** Who reviewed, by staff identifier. */
  readonly by: string;
  /** Left out for the present. */
  readonly at?: string;
}

/** Records a review. Nothing is overwritten: the newest row says how things stand. */
export async function record(scope: Scope, given: NewSafetyReview): Promise<void> {
  const [newest] = await scope.database
    .select({ at: safetyReview.reviewedAt })
    .from(safetyReview)
    .where(and(eq(safetyReview.practiceId, scope.practice), eq(safetyReview.taskId, given.task)))
    .orderBy(desc(safetyReview.reviewedAt))
    .limit(1);
  const at = presentAfter(given.at ?? scope.now(), newest?.at);
  await scope.database.insert(safetyReview).values({
    practiceId: scope.practice,
    reviewId: newIdentifier(),
    taskId: given.task,
    asked: given.asked,
    outcome: given.outcome,
    told: given.told,
    nextCheck: given.nextCheck,
    note: given.note,
    reviewedBy: given.by,
    reviewedAt: at,
  });
  await acknowledge(scope, given.task, given.by, at);
}

/** Returns the reviews of some tasks, oldest first. */
export async function list(scope: Scope, tasks: readonly string[]): Promise<readonly SafetyReviewRow[]> {
  if (tasks.length === 0) return [];
  const rows = await scope.database
    .select({ review: safetyReview, name: staff.name })
    .from(safetyReview)
    .innerJoin(
      staff,
      and(eq(staff.practiceId, safetyReview.practiceId), eq(staff.staffId, safetyReview.reviewedBy)),
    )
    .where(and(eq(safetyReview.practiceId, scope.practice), inArray(safetyReview.taskId, [...tasks])))
    .orderBy(asc(safetyReview.reviewedAt), asc(safetyReview.reviewId));
  return rows.map(({ review, name }) => ({
    task: review.taskId,
    asked: review.asked,
    outcome: review.outcome,
    told: review.told,
    nextCheck: review.nextCheck,
    note: review.note,
    by: { staff: review.reviewedBy, name },
    at: review.reviewedAt,
  }));
}
