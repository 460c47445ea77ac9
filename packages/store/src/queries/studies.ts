import type { Study } from "@concord/evidence";
import { and, asc, desc, eq, max } from "drizzle-orm";
import { insertMany } from "../bulk.ts";
import { staff } from "../schema/staff.ts";
import { study } from "../schema/study.ts";
import type { Scope } from "../scope.ts";

export interface StoredStudy {
  readonly study: Study;
  /** From 1; how many times the practice has written this record. */
  readonly revision: number;
  readonly reason: string | null;
  /** What it was written together with. */
  readonly change: string;
  readonly addedBy: { readonly staff: string; readonly name: string };
  readonly addedAt: string;
}

export interface NewStudy {
  readonly study: Study;
  readonly reason: string | null;
}

/** The practice's studies as they stand: of each the newest revision, by identifier. */
export async function list(scope: Scope): Promise<readonly StoredStudy[]> {
  const rows = await scope.database
    .selectDistinctOn([study.studyId], { study, name: staff.name })
    .from(study)
    .innerJoin(staff, and(eq(staff.practiceId, study.practiceId), eq(staff.staffId, study.addedBy)))
    .where(eq(study.practiceId, scope.practice))
    .orderBy(asc(study.studyId), desc(study.revision));
  return rows.map(({ study: row, name }) => keptOf(row, name));
}

/** Every revision of one study, newest first. */
export async function revisions(scope: Scope, id: string): Promise<readonly StoredStudy[]> {
  const rows = await scope.database
    .select({ study, name: staff.name })
    .from(study)
    .innerJoin(staff, and(eq(staff.practiceId, study.practiceId), eq(staff.staffId, study.addedBy)))
    .where(and(eq(study.practiceId, scope.practice), eq(study.studyId, id)))
    .orderBy(desc(study.revision));
  return rows.map(({ study: row, name }) => keptOf(row, name));
}

/** What was written in one change, by identifier of the study. */
export async function ofChange(scope: Scope, change: string): Promise<readonly StoredStudy[]> {
  const rows = await scope.database
    .select({ study, name: staff.name })
    .from(study)
    .innerJoin(staff, and(eq(staff.practiceId, study.practiceId), eq(staff.staffId, study.addedBy)))
    .where(and(eq(study.practiceId, scope.practice), eq(study.changeId, change)))
    .orderBy(asc(study.studyId), asc(study.revision));
  return rows.map(({ study: row, name }) => keptOf(row, name));
}

/**
 * Writes each as the next revision of its study. Two who write the same study at once both succeed or one is
 * refused by the key; neither overwrites the other.
 */
export async function write(
  scope: Scope,
  written: { readonly by: string; readonly change: string },
  given: readonly NewStudy[],
): Promise<void> {
  const newest = await scope.database
    .select({ id: study.studyId, revision: max(study.revision) })
    .from(study)
    .where(eq(study.practiceId, scope.practice))
    .groupBy(study.studyId);
  const revisionOf = new Map(newest.map(({ id, revision }) => [id, revision ?? 0]));
  const addedAt = scope.now();
  const rows = given.map(({ study: record, reason }) => ({
    studyId: record.id,
    revision: (revisionOf.get(record.id) ?? 0) + 1,
    study: record,
    reason,
    changeId: written.change,
    addedBy: written.by,
    addedAt,
  }));
  const added = await insertMany(scope, study, rows);
  if (added < rows.length) {
    // The same SQLSTATE as where the key itself refuses.
    const message = "writing a study requires that nobody else wrote the same one meanwhile: try again";
    throw Object.assign(new Error(message), { code: "23505" });
  }
}

function keptOf(row: typeof study.$inferSelect, name: string): StoredStudy {
  return {
    study: row.study,
    revision: row.revision,
    reason: row.reason,
    change: row.changeId,
    addedBy: { staff: row.addedBy, name },
    addedAt: row.addedAt,
  };
}
