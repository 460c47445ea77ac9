import { and, asc, desc, eq, gt, inArray, notExists, sql } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { accessChange, accessNoticeRead } from "../schema/access.ts";
import type { Scope } from "../scope.ts";
import type { StaffRole } from "./staff.ts";

export type AccessChangeKind =
  | "added"
  | "roles"
  | "duty"
  | "left"
  | "returned"
  | "joined"
  | "password-reset"
  | "two-step-ended";

/** `made`: at once. `asked`: waits for a second person. The others say how that ended. */
export type AccessChangeState = "made" | "asked" | "confirmed" | "refused" | "withdrawn";

export interface AccessChange {
  readonly change: string;
  readonly kind: AccessChangeKind;
  /** The person whose access changes. */
  readonly staff: string;
  readonly rolesBefore: readonly StaffRole[] | null;
  readonly rolesAfter: readonly StaffRole[] | null;
  /** Null for the operator's command line. */
  readonly askedBy: string | null;
  readonly askedAt: string;
  readonly state: AccessChangeState;
  readonly decidedBy: string | null;
  readonly decidedAt: string | null;
}

export type NewAccessChange = Pick<AccessChange, "kind" | "staff" | "askedBy"> &
  Partial<Pick<AccessChange, "rolesBefore" | "rolesAfter">> & { readonly state: "made" | "asked" };

/** Records a change of access and returns its identifier. */
export async function record(scope: Scope, given: NewAccessChange): Promise<string> {
  const at = scope.now();
  const changeId = newIdentifier(Date.parse(at));
  await scope.database.insert(accessChange).values({
    practiceId: scope.practice,
    changeId,
    kind: given.kind,
    staffId: given.staff,
    rolesBefore: given.rolesBefore == null ? null : [...given.rolesBefore],
    rolesAfter: given.rolesAfter == null ? null : [...given.rolesAfter],
    askedBy: given.askedBy,
    askedAt: at,
    state: given.state,
  });
  return changeId;
}

/** Returns the change if it still waits for a decision, locked until the transaction ends; null otherwise. */
export async function lockAsked(scope: Scope, change: string): Promise<AccessChange | null> {
  const [row] = await scope.database
    .select()
    .from(accessChange)
    .where(
      and(
        eq(accessChange.practiceId, scope.practice),
        eq(accessChange.changeId, change),
        eq(accessChange.state, "asked"),
      ),
    )
    .for("update");
  return row === undefined ? null : changeOf(row);
}

/** Writes down how a request ended. */
export async function decide(
  scope: Scope,
  change: string,
  state: "confirmed" | "refused" | "withdrawn",
  by: string,
): Promise<void> {
  await scope.database
    .update(accessChange)
    .set({ state, decidedBy: by, decidedAt: scope.now() })
    .where(and(eq(accessChange.practiceId, scope.practice), eq(accessChange.changeId, change)));
}

/** Returns the requests that wait for a decision, oldest first. */
export async function waiting(scope: Scope): Promise<readonly AccessChange[]> {
  const rows = await scope.database
    .select()
    .from(accessChange)
    .where(and(eq(accessChange.practiceId, scope.practice), eq(accessChange.state, "asked")))
    .orderBy(asc(accessChange.changeId));
  return rows.map(changeOf);
}

/** Returns who joined by an invitation after an instant, each with the person who added them. */
export async function joinedAfter(
  scope: Scope,
  instant: string,
): Promise<ReadonlyMap<string, string | null>> {
  const ofPractice = eq(accessChange.practiceId, scope.practice);
  const joined = await scope.database
    .select({ staff: accessChange.staffId })
    .from(accessChange)
    .where(and(ofPractice, eq(accessChange.kind, "joined"), gt(accessChange.askedAt, instant)));
  if (joined.length === 0) return new Map();
  const ids = joined.map((row) => row.staff);
  const added = await scope.database
    .select({ staff: accessChange.staffId, by: accessChange.askedBy })
    .from(accessChange)
    .where(and(ofPractice, eq(accessChange.kind, "added"), inArray(accessChange.staffId, ids)));
  return new Map(ids.map((id) => [id, added.find((row) => row.staff === id)?.by ?? null]));
}

/** Returns the changes whose notice this person has not read: their own, or everybody's. Newest first. */
export async function unread(
  scope: Scope,
  staffId: string,
  whose: "own" | "everybody",
): Promise<readonly AccessChange[]> {
  const rows = await scope.database
    .select()
    .from(accessChange)
    .where(
      and(
        eq(accessChange.practiceId, scope.practice),
        inArray(accessChange.state, ["made", "confirmed"]),
        whose === "own" ? eq(accessChange.staffId, staffId) : undefined,
        notExists(
          scope.database
            .select({ one: sql`1` })
            .from(accessNoticeRead)
            .where(
              and(
                eq(accessNoticeRead.practiceId, accessChange.practiceId),
                eq(accessNoticeRead.changeId, accessChange.changeId),
                eq(accessNoticeRead.staffId, staffId),
              ),
            ),
        ),
      ),
    )
    .orderBy(desc(accessChange.changeId))
    .limit(20);
  return rows.map(changeOf);
}

/** Marks notices as read by one person; a second time changes nothing. */
export async function markRead(scope: Scope, staffId: string, changes: readonly string[]): Promise<void> {
  if (changes.length === 0) return;
  await scope.database
    .insert(accessNoticeRead)
    .values(
      changes.map((changeId) => ({
        practiceId: scope.practice,
        changeId,
        staffId,
        readAt: scope.now(),
      })),
    )
    .onConflictDoNothing();
}

function changeOf(row: typeof accessChange.$inferSelect): AccessChange {
  return {
    change: row.changeId,
    // The table's own checks admit no other words.
    kind: row.kind as AccessChangeKind,
    staff: row.staffId,
    rolesBefore: row.rolesBefore as StaffRole[] | null,
    rolesAfter: row.rolesAfter as StaffRole[] | null,
    askedBy: row.askedBy,
    askedAt: row.askedAt,
    state: row.state as AccessChangeState,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt,
  };
}
