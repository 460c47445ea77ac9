import type { StaffMessage } from "@concord/messages";
import { and, desc, eq, inArray, lt } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { audit } from "../schema/audit.ts";
import type { Scope } from "../scope.ts";

export interface AuditEntry {
  readonly entry: string;
  readonly at: string;
  readonly staff: string | null;
  readonly who: string;
  readonly action: string;
  /** What was done, for readers; null where an earlier version wrote it. */
  readonly message: StaffMessage | null;
  readonly subject: string;
}

/** Writes that someone did or read something. Identifiers only: never what a form or a note says. */
export async function append(
  scope: Scope,
  given: {
    readonly staff?: string;
    readonly who: string;
    readonly action: string;
    readonly message: StaffMessage;
    readonly subject: string;
    readonly at?: string;
  },
): Promise<void> {
  const at = given.at ?? scope.now();
  await scope.database.insert(audit).values({
    practiceId: scope.practice,
    // Made of the entry's own time, so that identifiers alone put the trail in order.
    auditId: newIdentifier(Date.parse(at)),
    at,
    staffId: given.staff ?? null,
    who: given.who,
    action: given.action,
    message: given.message,
    subject: given.subject,
  });
}

/** The newest entries; `before` is the last entry of the page before. */
export async function list(
  scope: Scope,
  of: {
    readonly limit?: number;
    readonly before?: string;
    readonly subject?: string;
    readonly staff?: string;
  } = {},
): Promise<readonly AuditEntry[]> {
  const rows = await scope.database
    .select()
    .from(audit)
    .where(
      and(
        eq(audit.practiceId, scope.practice),
        of.before === undefined ? undefined : lt(audit.auditId, of.before),
        of.subject === undefined ? undefined : eq(audit.subject, of.subject),
        of.staff === undefined ? undefined : eq(audit.staffId, of.staff),
      ),
    )
    .orderBy(desc(audit.auditId))
    .limit(of.limit ?? 100);
  return rows.map((row) => ({
    entry: row.auditId,
    at: row.at,
    staff: row.staffId,
    who: row.who,
    action: row.action,
    message: row.message,
    subject: row.subject,
  }));
}

/** Returns those of some subjects to which this was done. */
export async function subjectsOf(
  scope: Scope,
  action: string,
  subjects: readonly string[],
): Promise<readonly string[]> {
  if (subjects.length === 0) return [];
  const rows = await scope.database
    .selectDistinct({ subject: audit.subject })
    .from(audit)
    .where(
      and(
        eq(audit.practiceId, scope.practice),
        eq(audit.action, action),
        inArray(audit.subject, [...subjects]),
      ),
    );
  return rows.map((row) => row.subject);
}
