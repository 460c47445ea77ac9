import { and, asc, eq } from "drizzle-orm";
import { newIdentifier } from "../identifier.ts";
import { membership } from "../schema/directory.ts";
import { staff } from "../schema/staff.ts";
import type { Scope } from "../scope.ts";

export type StaffRole = "therapist" | "supervisor" | "administrator" | "researcher";

export interface StaffMember {
  readonly staff: string;
  /** The account they sign in with, once they have one. */
  readonly user: string | null;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly active: boolean;
  /** The language that they chose to read the pages in; null where they chose none. */
  readonly language: string | null;
  readonly createdAt: string;
}

export interface NewStaffMember {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly user?: string;
}

/** Adds someone to the staff and gives back their identifier. */
export async function add(scope: Scope, given: NewStaffMember): Promise<string> {
  const staffId = newIdentifier();
  await scope.database.insert(staff).values({
    practiceId: scope.practice,
    staffId,
    name: given.name,
    email: given.email.toLowerCase(),
    roles: [...given.roles],
    createdAt: scope.now(),
  });
  if (given.user !== undefined) await linkUser(scope, staffId, given.user);
  return staffId;
}

/** From now on this account signs in as this member of staff. */
export async function linkUser(scope: Scope, staffId: string, user: string): Promise<void> {
  const rows = await scope.database
    .update(staff)
    .set({ userId: user })
    .where(and(eq(staff.practiceId, scope.practice), eq(staff.staffId, staffId)))
    .returning({ active: staff.active });
  const [row] = rows;
  if (row === undefined) throw new RangeError(`linkUser requires someone on the staff: ${staffId}`);
  await scope.database
    .insert(membership)
    .values({ practiceId: scope.practice, userId: user, staffId, active: row.active })
    .onConflictDoUpdate({
      target: [membership.practiceId, membership.userId],
      set: { staffId, active: row.active },
    });
}

export async function find(scope: Scope, staffId: string): Promise<StaffMember | null> {
  const [row] = await scope.database
    .select()
    .from(staff)
    .where(and(eq(staff.practiceId, scope.practice), eq(staff.staffId, staffId)));
  return row === undefined ? null : memberOf(row);
}

/** Everyone, by name; those who left are in it with `active: false`. */
export async function list(scope: Scope): Promise<readonly StaffMember[]> {
  const rows = await scope.database
    .select()
    .from(staff)
    .where(eq(staff.practiceId, scope.practice))
    .orderBy(asc(staff.name), asc(staff.staffId));
  return rows.map(memberOf);
}

/** Changes name, address, roles, language or whether they work here. Leaving also closes the way in for their account. */
export async function change(
  scope: Scope,
  staffId: string,
  changes: {
    readonly name?: string;
    readonly email?: string;
    readonly roles?: readonly StaffRole[];
    readonly active?: boolean;
    readonly language?: string | null;
  },
): Promise<void> {
  const { roles, email, ...rest } = changes;
  await scope.database
    .update(staff)
    .set({
      ...rest,
      ...(email === undefined ? {} : { email: email.toLowerCase() }),
      ...(roles === undefined ? {} : { roles: [...roles] }),
    })
    .where(and(eq(staff.practiceId, scope.practice), eq(staff.staffId, staffId)));
  if (changes.active === undefined) return;
  await scope.database
    .update(membership)
    .set({ active: changes.active })
    .where(and(eq(membership.practiceId, scope.practice), eq(membership.staffId, staffId)));
}

function memberOf(row: typeof staff.$inferSelect): StaffMember {
  return {
    staff: row.staffId,
    user: row.userId,
    name: row.name,
    email: row.email,
    // The table's own check admits no other words.
    roles: row.roles as StaffRole[],
    active: row.active,
    language: row.language,
    createdAt: row.createdAt,
  };
}
